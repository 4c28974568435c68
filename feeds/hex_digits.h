// Bytes as hexadecimal digits, as digests and signatures are written.
#pragma once
#include <span>
#include <string>

namespace figured::feeds {

inline std::string hex_digits(std::span<const unsigned char> bytes) {
  std::string digits;
  for (const unsigned char byte : bytes) {
    digits += "0123456789abcdef"[byte >> 4];
    digits += "0123456789abcdef"[byte & 15];
  }
  return digits;
}

}  // namespace figured::feeds
