#include "storage/random_id.h"

#include <sys/random.h>

#include <array>

#include "storage/store.h"

namespace figured::storage {
namespace {

// Crockford's: no i, l, o, u, so that it can be read aloud.
constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kLength = 26;

}  // namespace

std::string random_id(std::string_view prefix) {
  std::array<unsigned char, 16> bytes;
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw StoreError("the kernel gives no random numbers");
  std::string id(prefix);
  unsigned bits = 0;
  unsigned held = 0;
  for (const unsigned char byte : bytes) {
    bits = bits << 8 | byte;
    held += 8;
    for (; held >= 5; held -= 5) id += kDigits[bits >> (held - 5) & 31];
  }
  id += kDigits[bits << (5 - held) & 31];
  static_assert(kLength == (bytes.size() * 8 + 4) / 5);
  return id;
}

}  // namespace figured::storage
