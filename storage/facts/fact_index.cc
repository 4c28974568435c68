#include "storage/facts/fact_index.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <stdexcept>

namespace figured::storage {
namespace {

std::uint32_t number(std::int64_t id) {
  if (id < 0 || id >= KeyTable::kNoFact)
    throw std::length_error("more facts or claims than the index has numbers for");
  return static_cast<std::uint32_t>(id);
}

template <class Known>
Known& at(std::vector<Known>& known, std::uint32_t number) {
  if (number >= known.size()) known.resize(number + std::size_t{1});
  return known[number];
}

// A fact that was found, by how many keys.
struct FoundFact {
  std::uint32_t fact;
  std::uint32_t claim;  // the newest that spoke of it
  std::uint32_t keys;
};

bool is_likelier(const FoundFact& a, const FoundFact& b) {
  return a.keys != b.keys ? a.keys > b.keys : a.claim > b.claim;
}

// Each fact once, in no order.
std::vector<FoundFact> each_fact(const std::vector<SpokenFact>& spoken) {
  std::vector<FoundFact> facts;
  facts.reserve(spoken.size());
  std::vector<std::uint32_t> places(std::bit_ceil(2 * spoken.size() + 1));  // and one; 0 = free
  const std::size_t mask = places.size() - 1;
  for (const SpokenFact& one : spoken) {
    std::size_t at = (one.fact * 0x9e3779b9U >> 8) & mask;
    while (places[at] != 0 && facts[places[at] - 1].fact != one.fact) at = (at + 1) & mask;
    if (places[at] == 0) {
      facts.push_back({one.fact, one.claim, 1});
      places[at] = static_cast<std::uint32_t>(facts.size());
    } else {
      FoundFact& known = facts[places[at] - 1];
      known.claim = std::max(known.claim, one.claim);
      ++known.keys;
    }
  }
  return facts;
}

// The likeliest first.
std::vector<std::uint32_t> likeliest(const std::vector<SpokenFact>& spoken, std::size_t most) {
  std::vector<FoundFact> facts = each_fact(spoken);
  if (facts.size() > most) {
    const auto end = facts.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(facts.begin(), end, facts.end(), is_likelier);
    facts.erase(end, facts.end());
  }
  std::sort(facts.begin(), facts.end(), is_likelier);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(facts.size());
  for (const FoundFact& one : facts) numbers.push_back(one.fact);
  return numbers;
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
  call_back(keys);
  const std::uint32_t claim = number(id);
  std::uint32_t& last = at(facts_, number(fact_id));
  const auto spoken = last == 0 ? KeyTable::Spoken::kFirst : KeyTable::Spoken::kAgain;
  at(claims_, claim) = {number(article_id), last};
  last = claim;
  for (const claims::FactKey key : keys) keys_.put(key, {claim, number(fact_id)}, spoken);
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
  call_back(keys);
  std::vector<SpokenFact> spoken;
  for (const claims::FactKey key : keys) keys_.find(key, spoken);
  const std::vector<std::uint32_t> facts = likeliest(spoken, filter ? kMostTried : limit);
  if (filter) call_back(facts);
  std::vector<std::int64_t> found;
  for (const std::uint32_t fact : facts) {
    if (found.size() == limit) break;
    if (is_worth_reading(fact, filter)) found.push_back(fact);
  }
  return found;
}

// Each key lies anywhere in memory, and so does the list of its facts.
void FactIndex::call_back(std::span<const claims::FactKey> keys) const {
  for (const claims::FactKey key : keys) keys_.prefetch(key);
  for (const claims::FactKey key : keys) keys_.prefetch_facts(key);
}

// What is looked at of each fact first lies anywhere in memory: the processor brings that
// of all of them at once, each step when the one before tells where it is.
void FactIndex::call_back(std::span<const std::uint32_t> facts) const {
  for (const std::uint32_t fact : facts) __builtin_prefetch(&facts_[fact]);
  for (const std::uint32_t fact : facts) __builtin_prefetch(&claims_[facts_[fact]]);
  const auto article = [&](std::uint32_t fact) { return claims_[facts_[fact]].article; };
  for (const std::uint32_t fact : facts)
    if (article(fact) < articles_.size()) __builtin_prefetch(&articles_[article(fact)]);
  for (const std::uint32_t fact : facts) {
    if (article(fact) < articles_.size())
      __builtin_prefetch(names_.data() + articles_[article(fact)].names);
  }
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
