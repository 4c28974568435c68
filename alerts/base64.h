// Base64 as RFC 4648 has it, with padding.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace figured::alerts {

std::string encode_base64(std::string_view bytes);

// Empty unless the text is exactly what encode_base64() gives.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace figured::alerts
