// /api/v1/facts
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iterator>
#include <set>

#include "web/api.h"
#include "web/claim_shapes.h"
#include "web/dispute_shapes.h"
#include "web/parameters.h"

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostClaims = 500;
constexpr std::size_t kMostArticles = 200;
constexpr std::size_t kMostLookedAt = 2'000;  // articles, of a list of the newest facts
constexpr std::size_t kMostFound = 1'000;     // facts, of a search

json::object format_fact(const claims::Fact& fact, const storage::StoreReader& store) {
  json::value dispute;
  if (const auto known = store.listings().dispute_of_fact(fact.id))
    dispute = json::object{{"id", known->id},
                           {"state", claims::format_dispute_state(known->state)},
                           {"severity", known->severity}};
  return {{"id", fact.id},           {"label", fact.label}, {"measure", fact.measure},
          {"subject", fact.subject}, {"place", fact.place}, {"dispute", dispute}};
}

struct FactFilter {
  std::string measure;
  std::string place;  // lower case

  bool passes(const claims::Fact& fact) const {
    return (measure.empty() || is_of_measure(fact.measure, measure)) &&
           (place.empty() || lower(fact.place) == place);
  }
};

// The facts that the newest articles speak of.
Answer newest(const Call& call, const storage::StoreReader& store, const FactFilter& filter) {
  const auto cursor = cursor_of(call.query, 1);
  const std::size_t limit = limit_of(call.query);
  const std::size_t patience =
      filter.measure.empty() && filter.place.empty() ? limit : kMostLookedAt;
  json::array items;
  std::set<std::int64_t> known;
  std::int64_t last = cursor ? cursor->front() : 0;
  const auto articles = store.listings().articles_behind(last, patience);
  for (std::size_t at = 0; at < articles.size() && items.size() < limit; ++at) {
    last = articles[at];
    const auto history = store.article_history(last);
    if (!history || history->revisions.empty()) continue;
    for (const auto& [claim, is_live] : history->revisions.back().claims) {
      if (!known.insert(claim.fact_id).second) continue;
      const auto fact = store.fact(claim.fact_id);
      if (fact && filter.passes(*fact)) items.push_back(format_fact(*fact, store));
    }
  }
  const bool at_end = articles.size() < patience && (articles.empty() || last == articles.back());
  return json_answer(
      json::object{{"items", std::move(items)},
                   {"next", at_end ? json::value(nullptr) : json::value(make_cursor({last}))}});
}

Answer search(const Call& call, const storage::StoreReader& store, const FactFilter& filter,
              const std::vector<std::string>& words) {
  const auto cursor = cursor_of(call.query, 1);
  const std::size_t skipped =
      cursor ? static_cast<std::size_t>(std::max<std::int64_t>(0, cursor->front())) : 0;
  const std::size_t limit = limit_of(call.query);
  json::array items;
  std::size_t at = 0;
  bool more = false;
  const auto found = store.search_facts(words, kMostFound);
  for (const claims::Fact& fact : found.facts) {
    if (!filter.passes(fact) || at++ < skipped) continue;
    more = items.size() == limit;
    if (more) break;
    items.push_back(format_fact(fact, store));
  }
  json::value next;
  if (more) next = json::value(make_cursor({static_cast<std::int64_t>(skipped + limit)}));
  return json_answer(json::object{{"items", std::move(items)}, {"next", next}});
}

Answer list(const Call& call, const storage::StoreReader& store) {
  const FactFilter filter{call.query.get("measure").value_or(""),
                          lower(call.query.get("place").value_or(""))};
  const auto words = words_of(call.query.get("text").value_or(""));
  return words.empty() ? newest(call, store, filter) : search(call, store, filter, words);
}

// The newest of a fact that many speak of.
std::vector<storage::ClaimView> newest_claims(const storage::StoreReader& store, std::int64_t fact,
                                              std::size_t& left_out) {
  std::vector<storage::ClaimView> claims;
  for (std::int64_t after = 0;;) {
    auto more = store.claims_of_fact(fact, after, kMostClaims);
    if (more.empty()) break;
    after = more.back().claim.id;
    const bool last = more.size() < kMostClaims;
    std::move(more.begin(), more.end(), std::back_inserter(claims));
    if (last) break;
  }
  left_out = claims.size() - std::min(claims.size(), kMostClaims);
  claims.erase(claims.begin(), claims.begin() + static_cast<std::ptrdiff_t>(left_out));
  std::stable_sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) {
    return told_at(a.claim) < told_at(b.claim);
  });
  return claims;
}

Answer show(const Call& call, const storage::StoreReader& store) {
  const std::int64_t id = id_of(call);
  const auto fact = store.fact(id);
  if (!fact) throw BadRequest(404, "There is no fact " + std::to_string(id) + ".");
  std::size_t left_out = 0;
  const auto claims = newest_claims(store, id, left_out);
  ArticleShelf shelf(store, kMostArticles);
  json::array cards, verdicts;
  for (const auto& [claim, is_live] : claims)
    cards.push_back(format_claim_card(claim, is_live, shelf.find(claim).revision));
  json::object shape = format_fact(*fact, store);
  if (const json::object* dispute = shape["dispute"].if_object())
    if (const auto view = store.dispute(dispute->at("id").as_int64()))
      for (const auto& record : view->verdicts) verdicts.push_back(format_verdict_card(record));
  shape["unit"] = claims.empty() ? "" : claims.back().claim.claim.figure.unit;
  shape["claims"] = std::move(cards);
  shape["left_out"] = left_out;
  shape["verdicts"] = std::move(verdicts);
  return json_answer(std::move(shape));
}

}  // namespace

void add_fact_routes(Page& page) {
  page.add("GET", "/api/v1/facts", {Need::kRead, list, Keep::kUntilChange});
  page.add("GET", "/api/v1/facts/{id}", {Need::kRead, show, Keep::kUntilChange});
}

}  // namespace figured::web
