// How telling it is that two articles have a name in common.
#pragma once
#include "claims/claim.h"

namespace figured::claims {

// A name that so many of ten thousand articles have, or more, is listed in
// lexicon/en/name_words.tsv.
inline constexpr double kNameArticles = 10'000;
inline constexpr double kUsualName = 20;

// 1 for a name that is not listed.  Of one that n of ten thousand articles have
// (ln(10000 / n) / ln(10000 / kUsualName))^3: a tenth where five in a hundred have it, next to
// nothing for "House".  A country and a large city are never as telling as others.  Of the powers 1
// to 3 the third tells pairs of articles of one event from others best.
float name_weight(NameKey name);

}  // namespace figured::claims
