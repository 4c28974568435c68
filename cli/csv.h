// CSV as RFC 4180 has it: fields parted by commas, records ended by CRLF; a field
// that holds a comma, a quote or a line's end is quoted, its quotes doubled.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace figured::cli {

std::string csv_field(std::string_view text);
std::string csv_record(const std::vector<std::string>& fields);

}  // namespace figured::cli
