#include "claims/sameness/article_pair.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "claims/sameness/twin_headlines.h"

namespace figured::claims {
namespace {

constexpr double kDaysOfYear = 365;

// In names, that nearly all names of the shorter article are shared: a brief of one sentence
// names its town and little else.  Unlike articles of any length hardly share three in five.
float worth_of_brief(float share) {
  constexpr float kMostOfUnlike = 0.6F, kWorth = 4;
  return kWorth * std::max(0.0F, share - kMostOfUnlike);
}

ArticlePair pair_two(const SharedNames& shared, std::size_t least,
                     std::optional<std::chrono::sys_seconds> a,
                     std::optional<std::chrono::sys_seconds> b) {
  ArticlePair pair;
  const auto count = static_cast<double>(shared.count);
  if (least > 0) pair.names = static_cast<float>(count / static_cast<double>(least));
  pair.telling_names = std::min(1.0F, (shared.weight + worth_of_brief(pair.names)) / kManyNames);
  pair.undated = !a || !b;
  if (pair.undated) return pair;
  const double days =
      std::chrono::duration<double, std::ratio<86400>>(std::chrono::abs(*a - *b)).count();
  static const double kYear = std::log1p(kDaysOfYear);
  pair.days = static_cast<float>(std::min(1.0, std::log1p(days) / kYear));
  return pair;
}

HeadlineSketch headline_of(const SourcedClaim& claim) {
  return claim.profile != nullptr ? claim.profile->headline : sketch_headline(claim.title);
}

}  // namespace

ArticlePair pair_articles(const SourcedClaim& a, const ProfiledClaim& b, const NameTable& names) {
  if (article_key(a) == article_key(b.claim)) return {.one = true};
  SharedNames shared = names.shared(a.names);
  if (shared.count > 0 && may_be_twins(headline_of(a), b.profile.headline) &&
      have_twin_headlines(a, b.claim))
    shared = {};
  return pair_two(shared, std::min(a.names.size(), names.size()), a.published, b.claim.published);
}

ArticlePair pair_articles(const ArticleSketch& a, std::optional<std::chrono::sys_seconds> published,
                          const SketchTable& names) {
  const std::size_t least = std::min(a.names.size(), names.size());
  SharedNames shared = names.shared(a.names);
  shared.count = std::min(shared.count, least);
  return pair_two(shared, least, a.published, published);
}

}  // namespace figured::claims
