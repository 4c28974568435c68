#include "web/stamps.h"

#include <xxhash.h>

namespace figured::web {

void Stamps::add(std::uint64_t number) {
  value_ = XXH3_64bits_withSeed(&number, sizeof number, value_) | 1;
}

void Stamps::add(std::string_view text) {
  value_ = XXH3_64bits_withSeed(text.data(), text.size(), value_) | 1;
}

}  // namespace figured::web
