#include "alerts/claim_sources.h"

#include <algorithm>
#include <set>
#include <span>

namespace figured::alerts {
namespace {

// A side of hundreds of claims speaks no more languages than its newest.
constexpr std::size_t kMostOfASide = 8;
constexpr std::size_t kMostSides = 64;

std::set<std::int64_t> told_claims(const Cause& cause) {
  std::set<std::int64_t> ids;
  if (cause.claim) ids.insert(cause.claim->id);
  for (const Opposed& opposed : cause.against) ids.insert(opposed.claim.id);
  const auto& sides = cause.dispute.sides;
  for (const claims::Side& side : std::span(sides).first(std::min(sides.size(), kMostSides))) {
    const std::size_t count = std::min(side.claim_ids.size(), kMostOfASide);
    ids.insert(side.claim_ids.end() - static_cast<std::ptrdiff_t>(count), side.claim_ids.end());
  }
  return ids;
}

}  // namespace

ClaimSources find_sources(
    const Cause& cause,
    const std::function<std::optional<ArticleSource>(std::int64_t claim_id)>& source_of_claim) {
  ClaimSources sources;
  for (const std::int64_t id : told_claims(cause))
    if (auto source = source_of_claim(id)) sources.emplace(id, *std::move(source));
  return sources;
}

}  // namespace figured::alerts
