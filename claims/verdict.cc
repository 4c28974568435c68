#include "claims/verdict.h"

#include <array>

namespace figured::claims {
namespace {
constexpr std::array<std::string_view, 6> kRelations = {"contradicts", "tension", "updates",
                                                        "corrects",    "agrees",  "compatible"};
}

std::string_view format_relation(Relation relation) {
  return kRelations[static_cast<std::size_t>(relation)];
}

std::optional<Relation> parse_relation(std::string_view name) {
  for (std::size_t i = 0; i < kRelations.size(); ++i) {
    if (kRelations[i] == name) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
