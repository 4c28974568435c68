#include "claims/claim.h"

#include <xxhash.h>

#include <array>

namespace figured::claims {
namespace {
constexpr std::array<std::string_view, 9> kModalities = {"asserted",    "planned",  "possible",
                                                         "conditional", "denied",   "asked",
                                                         "capacity",    "estimate", "offer"};
}

std::chrono::sys_seconds SourcedClaim::as_of() const {
  return claim.as_of ? *claim.as_of : published.value_or(seen);
}

std::uint64_t article_key(const SourcedClaim& claim) {
  if (claim.article_id != 0) return static_cast<std::uint64_t>(claim.article_id);
  return claim.article.empty() ? 0 : XXH3_64bits(claim.article.data(), claim.article.size());
}

std::string_view format_field(Field field) { return field == Field::kTitle ? "title" : "text"; }

std::string_view format_modality(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}

std::optional<Modality> parse_modality(std::string_view name) {
  for (std::size_t i = 0; i < kModalities.size(); ++i) {
    if (kModalities[i] == name) return static_cast<Modality>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
