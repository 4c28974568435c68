// The features by which two claims are held for claims of one fact.
//
// Each is between 0 and 1 and says one thing that a reader could check; the weights
// of a SamenessModel make a probability of them.  Closeness of the values is not
// among them: it would hide what is looked for.  That both give one value is, for
// then there is nothing to hide.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "claims/sameness/article_pair.h"
#include "claims/sameness/claim_profile.h"
#include "claims/sameness/context_table.h"

namespace figured::claims {

enum class Feature : std::uint8_t {
  kBias,  // always 1
  // What is counted.  None of the measure features: the measures have nothing in common.
  kSameMeasure,
  kWiderMeasure,    // one includes the other: casualties and killed
  kNearMeasure,     // both are of one family: people.
  kOneMeasure,      // one has none
  kNoMeasure,       // neither has
  kSiblingMeasure,  // killed and injured, exports and imports
  kSameNoun,
  kNearNoun,  // two words of one class: soldiers, troops
  kOtherNoun,
  kSameUnit,  // else one is converted
  // Of whom, where, when.
  kSameOwner,
  kOtherOwner,
  kSamePlace,
  kWiderPlace,  // one lies in the other
  kOtherPlace,
  kSameTime,
  kOtherTime,   // two event times that do not meet
  kOneTime,     // only one has an event time
  kBackground,  // one tells of long before its publication, the other does not say so
  // Of how much of it.
  kOtherRestriction,  // "of:", "nation:"
  kOtherSite,         // "at:"
  kOtherReference,    // "from:"
  kOtherRate,         // "per:"
  kOnePart,           // one is a part, the other does not say so
  kOneOther,          // "other", "remaining", "list"
  kOneChange,         // a change against a level
  kOneNew,
  kOnePrevious,
  kOneMean,     // "average", "net", "peak" against none
  kOtherScope,  // any restriction of one only
  kOtherModality,
  kOtherPolarity,
  // In which words, of which event.
  kWords,         // cosine of the words around, by nearness
  kNearWords,     // share of the nearest words
  kArticle,       // both stand in one article
  kArticleWords,  // kWords where they do
  kNames,         // share of the names of the shorter article
  kTellingNames,  // the weight of those that both have, kManyNames = 1
  kDays,          // between the publications, on a log scale, a year = 1
  kUndated,       // one is not dated
  // Of which among several.
  kOnlyOnes,    // one measure, and each article gives one value of it
  kRivals,      // one measure: how many other values the articles give
  kSmall,       // one is 3 at most and a count
  kOtherBound,  // "about" against exact, and so on
  // The value.
  kSameValue,
  kUndoubted,         // no identity doubt (identity_doubt.h); two articles
  kUndoubtedArticle,  // the same in one article
  kSameSingular,      // one of many steps: 146,000
};
inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kSameSingular) + 1;

using PairFeatures = std::array<float, kFeatureCount>;

// Those that are not 0, a bit each; most are.
using FeatureSet = std::uint64_t;
static_assert(kFeatureCount <= 64);
inline FeatureSet bit_of(Feature feature) {
  return FeatureSet{1} << static_cast<std::size_t>(feature);
}

// Requires that `articles` is the pair of the claims' articles.  The features of
// doubt (kUndoubted...) are not among those set.
PairFeatures pair_features(const ProfiledClaim& a, const ProfiledClaim& b,
                           const ArticlePair& articles);

// The same in two steps, for who can often do without the second, which is the dearer
// one: all but the words around, and these.
// Both keep `present` true to the features; `words` are those of b's context.
PairFeatures plain_features(const ClaimProfile& a, const ClaimProfile& b,
                            const ArticlePair& articles, FeatureSet& present);
void add_words(const ProfiledClaim& a, const ProfiledClaim& b, const ContextTable& words,
               PairFeatures& features, FeatureSet& present);

// "same_measure": the name in files and explanations.
std::string_view feature_name(Feature feature);
std::string_view feature_name(std::size_t index);

}  // namespace figured::claims
