#include "storage/facts/fact_index.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace figured::storage {
namespace {

std::uint32_t number(std::int64_t id) {
  if (id < 0 || id > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("more facts or claims than the index has numbers for");
  return static_cast<std::uint32_t>(id);
}

template <class Known>
Known& at(std::vector<Known>& known, std::uint32_t number) {
  if (number >= known.size()) known.resize(number + std::size_t{1});
  return known[number];
}

// Newest claim first, each fact once.
std::vector<std::uint32_t> newest_facts(std::vector<SpokenFact>& spoken, std::size_t limit) {
  std::sort(spoken.begin(), spoken.end(),
            [](const SpokenFact& a, const SpokenFact& b) { return a.claim > b.claim; });
  std::vector<std::uint32_t> facts;
  facts.reserve(std::min(limit, spoken.size()));
  for (const SpokenFact& one : spoken) {
    if (facts.size() == limit) break;
    if (std::find(facts.begin(), facts.end(), one.fact) == facts.end()) facts.push_back(one.fact);
  }
  return facts;
}

}  // namespace

void FactIndex::put_article(std::int64_t id, std::optional<std::chrono::sys_seconds> published,
                            std::span<const claims::NameSketch> names) {
  KnownArticle& article = at(articles_, number(id));
  // A revision seldom has more names; where it has, the old place is given up.
  if (!article.known || names.size() > article.count) {
    article.names = names_.size();
    names_.insert(names_.end(), names.begin(), names.end());
  } else {
    std::copy(names.begin(), names.end(),
              names_.begin() + static_cast<std::ptrdiff_t>(article.names));
  }
  article.count = static_cast<std::uint16_t>(names.size());
  article.known = true;
  article.dated = published.has_value();
  if (published) article.published = published->time_since_epoch().count();
}

void FactIndex::put_claim(std::int64_t id, std::int64_t fact_id, std::int64_t article_id,
                          std::span<const claims::FactKey> keys) {
  for (const claims::FactKey key : keys) keys_.prefetch(key);
  const std::uint32_t claim = number(id);
  std::uint32_t& last = at(facts_, number(fact_id));
  at(claims_, claim) = {number(article_id), last};
  last = claim;
  for (const claims::FactKey key : keys) keys_.put(key, {claim, number(fact_id)});
}

void FactIndex::retire(std::int64_t claim_id) { at(claims_, number(claim_id)).article = 0; }

void FactIndex::revive(std::int64_t claim_id, std::int64_t article_id) {
  at(claims_, number(claim_id)).article = number(article_id);
}

void FactIndex::forget_from(std::int64_t claim_id) {
  for (std::size_t id = number(claim_id); id < claims_.size(); ++id) claims_[id].article = 0;
}

std::vector<std::int64_t> FactIndex::find(std::span<const claims::FactKey> keys, std::size_t limit,
                                          const claims::ArticleFilter& filter) const {
  for (const claims::FactKey key : keys) keys_.prefetch(key);
  std::vector<SpokenFact> spoken;
  for (const claims::FactKey key : keys) keys_.find(key, spoken);
  std::vector<std::int64_t> found;
  for (const std::uint32_t fact : newest_facts(spoken, limit)) {
    if (is_worth_reading(fact, filter)) found.push_back(fact);
  }
  return found;
}

bool FactIndex::is_worth_reading(std::uint32_t fact, const claims::ArticleFilter& filter) const {
  if (!filter) return true;
  std::size_t live = 0;
  for (std::uint32_t claim = facts_[fact]; claim != 0 && live < claims::kMaxLiveClaims;
       claim = claims_[claim].previous) {
    const std::uint32_t article = claims_[claim].article;
    if (article == 0) continue;
    ++live;
    if (article >= articles_.size() || !articles_[article].known ||
        filter(article, sketch(articles_[article])))
      return true;
  }
  return false;
}

claims::ArticleSketch FactIndex::sketch(const KnownArticle& article) const {
  claims::ArticleSketch sketch;
  if (article.dated)
    sketch.published = std::chrono::sys_seconds(std::chrono::seconds(article.published));
  sketch.names = std::span(names_).subspan(article.names, article.count);
  return sketch;
}

}  // namespace figured::storage
