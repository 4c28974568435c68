// Stamps: many numbers and texts as one number, which is another where one of them is.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::web {

class Stamps {
 public:
  void add(std::uint64_t number);
  void add(std::string_view text);
  std::uint64_t value() const { return value_; }  // never 0

 private:
  std::uint64_t value_ = 1;
};

}  // namespace figured::web
