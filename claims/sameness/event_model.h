// Whether two articles tell of one event.
#pragma once
#include "claims/sameness/article_pair.h"
#include "claims/sameness/pair_features.h"

namespace figured::claims {

// The probability by the names they share and the days between them, a little
// higher for claims of one place; 1 within one article.  Fitted to pairs of
// articles of news events: two of one event against two of different events that
// have a name and a measure in common.
double event_probability(const ArticlePair& articles, bool same_place);
// The same of what the features tell of the articles.
double event_probability(const PairFeatures& features);

}  // namespace figured::claims
