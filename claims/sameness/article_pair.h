// ArticlePair: what the articles of two claims are to each other, of which event
// they tell.  It is the same for all claims of the two, and mostly tells alone
// that they have nothing to do with each other.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

#include "claims/sameness/claim_profile.h"
#include "claims/sameness/name_table.h"
#include "claims/verdicts/article_sketch.h"

namespace figured::claims {

// So many names that few articles have are shared by none but reports of one event.
inline constexpr float kManyNames = 8;

struct ArticlePair {
  bool one = false;         // the claims stand in one article; the rest is not told then
  float names = 0;          // share of the names of the shorter article
  // The weight of those that both have (name_weight.h), more where these are nearly all of a
  // brief; kManyNames = 1.
  float telling_names = 0;
  float days = 0;           // between the publications, on a log scale, a year = 1
  bool undated = false;     // one is not dated
};

// Articles with twin headlines (twin_headlines.h) share no name that tells of one event.
// Requires that `names` are those of b.
ArticlePair pair_articles(const SourcedClaim& a, const ProfiledClaim& b, const NameTable& names);

// The same of two articles by the sketch of one: as much alike as they can be.
ArticlePair pair_articles(const ArticleSketch& a, std::optional<std::chrono::sys_seconds> published,
                          const SketchTable& names);

}  // namespace figured::claims
