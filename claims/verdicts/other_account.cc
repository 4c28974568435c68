#include "claims/verdicts/other_account.h"

#include <algorithm>
#include <chrono>

#include "claims/sameness/claim_profile.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr auto kSameNews = std::chrono::days(2);
constexpr double kNearly = 1.25;  // as a factor

}  // namespace

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
  const double least = std::min(one.high, other.high), most = std::max(one.low, other.low);
  return least > 1 && most <= kNearly * least;
}

}  // namespace figured::claims
