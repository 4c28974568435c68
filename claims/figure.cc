#include "claims/figure.h"

#include <xxhash.h>

#include <array>
#include <bit>
#include <utility>

namespace figured::claims {
namespace {
constexpr std::array<std::string_view, 7> kSigns = {"=", "~", ">", ">=", "<", "<=", "range"};
}

double Figure::value() const {
  if (low && high) return (*low + *high) / 2;
  return low ? *low : high.value_or(0);
}

std::uint64_t value_key(const Figure& figure) {
  const auto end = [](const std::optional<double>& value) {
    return std::pair(value.has_value(), std::bit_cast<std::uint64_t>(value.value_or(0)));
  };
  const auto [has_low, low] = end(figure.low);
  const auto [has_high, high] = end(figure.high);
  const std::array<std::uint64_t, 3> ends{low, high,
                                          std::uint64_t{has_low} << 1 | std::uint64_t{has_high}};
  return XXH3_64bits_withSeed(ends.data(), sizeof ends,
                              XXH3_64bits(figure.unit.data(), figure.unit.size()));
}

std::string_view format_bound(Bound bound) { return kSigns[static_cast<std::size_t>(bound)]; }

std::optional<Bound> parse_bound(std::string_view sign) {
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    if (kSigns[i] == sign) return static_cast<Bound>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
