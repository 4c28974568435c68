#include "claims/verdicts/other_account.h"

#include <algorithm>

#include "claims/sameness/claim_profile.h"
#include "claims/verdicts/claim_pair.h"

namespace figured::claims {
namespace {

constexpr double kNearly = 1.25;  // as a factor

}  // namespace

bool are_near(const ValueRange& a, const ValueRange& b) {
  return std::max(a.low, b.low) <= kNearly * std::min(a.high, b.high);
}

float telling_names(const PairFeatures& features) {
  return kManyNames * features[static_cast<std::size_t>(Feature::kTellingNames)];
}

bool is_other_account(const SourcedClaim& a, const SourcedClaim& b, const PairFeatures& features) {
  const auto has = [&](Feature feature) {
    return features[static_cast<std::size_t>(feature)] != 0;
  };
  if (in_one_article(a, b) || telling_names(features) < kNamesOfStory) return false;
  if (!a.published || !b.published || std::chrono::abs(*a.published - *b.published) > kSameNews)
    return false;
  const bool toll = (profile_of(b)->traits & kTollMeasure) != 0;
  if (!toll || !has(Feature::kSameMeasure) || has(Feature::kOtherScope) ||
      has(Feature::kOtherPlace))
    return false;
  const ValueRange one = told_range(a.claim.figure), other = told_range(b.claim.figure);
  return std::min(one.high, other.high) > 1 && are_near(one, other);
}

}  // namespace figured::claims
