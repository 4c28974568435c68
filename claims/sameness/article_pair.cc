#include "claims/sameness/article_pair.h"

#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "claims/sameness/twin_headlines.h"

namespace figured::claims {
namespace {

constexpr double kManyNames = 12;
constexpr double kDaysOfYear = 365;

template <class Names>
std::size_t count_shared(const Names& a, const Names& b) {
  std::size_t shared = 0;
  auto i = a.begin(), j = b.begin();
  // Hashes come in no order that could be foretold: both steps without a branch.
  while (i != a.end() && j != b.end()) {
    const auto one = *i, other = *j;
    shared += one == other;
    i += one <= other;
    j += other <= one;
  }
  return shared;
}

// Of claims or sketches.
template <class Article>
ArticlePair pair_two(const Article& a, const Article& b) {
  ArticlePair pair;
  const double shared = static_cast<double>(count_shared(a.names, b.names));
  const std::size_t least = std::min(a.names.size(), b.names.size());
  if (least > 0) pair.names = static_cast<float>(shared / static_cast<double>(least));
  pair.shared_names = static_cast<float>(std::min(1.0, shared / kManyNames));
  pair.undated = !a.published || !b.published;
  if (pair.undated) return pair;
  const auto apart = std::chrono::abs(*a.published - *b.published);
  const double days = std::chrono::duration<double, std::ratio<86400>>(apart).count();
  pair.days = static_cast<float>(std::min(1.0, std::log1p(days) / std::log1p(kDaysOfYear)));
  return pair;
}

}  // namespace

std::uint64_t article_key(const SourcedClaim& claim) {
  if (claim.article_id != 0) return static_cast<std::uint64_t>(claim.article_id);
  return claim.article.empty() ? 0 : XXH3_64bits(claim.article.data(), claim.article.size());
}

ArticlePair pair_articles(const ProfiledClaim& a, const ProfiledClaim& b) {
  if (article_key(a.claim) == article_key(b.claim)) return {.one = true};
  ArticlePair pair = pair_two(a.claim, b.claim);
  if (pair.shared_names > 0 && may_be_twins(a.profile.headline, b.profile.headline) &&
      have_twin_headlines(a.claim, b.claim))
    pair.names = pair.shared_names = 0;
  return pair;
}

ArticlePair pair_articles(const ArticleSketch& a, const ArticleSketch& b) { return pair_two(a, b); }

}  // namespace figured::claims
