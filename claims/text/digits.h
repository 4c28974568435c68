// Digits: a number written in figures, as one token of a text.
//
// The signs that part its groups and its decimals are told by what stands around
// them: "1,234.5", "1.234.567", "1.111,11", "1,3", ".534", and "4 . 8" of text
// that was cut into tokens before.
#pragma once
#include <cstddef>
#include <string_view>

namespace figured::claims {

struct WrittenNumber {
  std::size_t end = 0;  // the byte behind it
  double value = 0;
  int grain_power = 0;  // of ten: the step of its last digit that is not a filling zero
  bool plain = false;   // digits alone: 2021
};

// The number that begins at byte `at` with a digit, or with a point before one.
WrittenNumber read_digits(std::string_view text, std::size_t at);

}  // namespace figured::claims
