// Whether two reports of one story give one toll in two accounts.
#pragma once
#include <chrono>

#include "claims/claim.h"
#include "claims/sameness/pair_features.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {

// So much of names (name_weight.h) is shared by reports of one story and by no others.
inline constexpr float kNamesOfStory = 4;

// Reports that lie no further apart tell one news.
inline constexpr auto kSameNews = std::chrono::days(2);

// Whether two values lie within a quarter of each other, as accounts of one toll do.
bool are_near(const ValueRange& a, const ValueRange& b);

// The weight of the names that both articles have, at most kManyNames.
float telling_names(const PairFeatures& features);

// "Twelve drowned" and "among the 13 who drowned" within two days: a toll of the same kind of
// people, nearly the same, in two articles about the same names.  What else the articles tell of is
// more likely a part, or what was known before.
bool is_other_account(const SourcedClaim& a, const SourcedClaim& b, const PairFeatures& features);

}  // namespace figured::claims
