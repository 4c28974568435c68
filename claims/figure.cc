#include "claims/figure.h"

#include <array>

namespace figured::claims {
namespace {
constexpr std::array<std::string_view, 7> kSigns = {"=", "~", ">", ">=", "<", "<=", "range"};
}

double Figure::value() const {
  if (low && high) return (*low + *high) / 2;
  return low ? *low : high.value_or(0);
}

std::string_view format_bound(Bound bound) { return kSigns[static_cast<std::size_t>(bound)]; }

std::optional<Bound> parse_bound(std::string_view sign) {
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    if (kSigns[i] == sign) return static_cast<Bound>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
