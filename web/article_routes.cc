// /api/v1/articles
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "alerts/excerpt.h"
#include "claims/claim_json.h"
#include "web/api.h"
#include "web/claim_shapes.h"
#include "web/json_shapes.h"
#include "web/parameters.h"

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::size_t kExcerpt = 300;
constexpr std::size_t kCarriers = 20;
constexpr std::size_t kMostLookedAt = 2'000;  // articles, where an outlet is asked for

json::object format_card(const storage::ArticleView& article) {
  json::object shape = format_article(article);
  if (!is_web_link(article.url)) shape["url"] = nullptr;
  shape["excerpt"] = alerts::one_line(article.text, kExcerpt);
  return shape;
}

bool is_of(const storage::ArticleView& article, const std::string& outlet) {
  return outlet.empty() || lower(article.outlet) == outlet;
}

Answer newest(const Call& call, const storage::StoreReader& store, const std::string& outlet) {
  const auto cursor = cursor_of(call.query, 1);
  const std::size_t limit = limit_of(call.query);
  const std::size_t patience = outlet.empty() ? limit : kMostLookedAt;
  std::int64_t last = cursor ? cursor->front() : 0;
  const auto ids = store.listings().articles_behind(last, patience);
  json::array items;
  for (std::size_t at = 0; at < ids.size() && items.size() < limit; ++at) {
    last = ids[at];
    const auto article = store.article_view(last);
    if (article && is_of(*article, outlet)) items.push_back(format_card(*article));
  }
  const bool at_end = ids.size() < patience && (ids.empty() || last == ids.back());
  return json_answer(
      json::object{{"items", std::move(items)},
                   {"next", at_end ? json::value(nullptr) : json::value(make_cursor({last}))},
                   {"not_searched", 0}});
}

// Of an article with several revisions that hold the words the newest is shown.
Answer search(const Call& call, const storage::StoreReader& store, const std::string& outlet,
              const std::vector<std::string>& words) {
  const auto cursor = cursor_of(call.query, 1);
  const std::size_t limit = limit_of(call.query);
  const std::size_t patience = outlet.empty() ? limit : kMostLookedAt;
  std::int64_t last = cursor ? cursor->front() : 0;
  const auto found = store.search(words, patience, last);
  json::array items;
  std::vector<std::int64_t> known;
  std::size_t at = 0;
  for (; at < found.articles.size() && items.size() < limit; ++at) {
    const storage::ArticleView& article = found.articles[at];
    last = article.revision_id;
    if (!is_of(article, outlet) || std::find(known.begin(), known.end(), article.id) != known.end())
      continue;
    known.push_back(article.id);
    items.push_back(format_card(article));
  }
  const bool at_end = found.articles.size() < patience && at == found.articles.size();
  return json_answer(
      json::object{{"items", std::move(items)},
                   {"next", at_end ? json::value(nullptr) : json::value(make_cursor({last}))},
                   {"not_searched", found.not_searched}});
}

Answer list(const Call& call, const storage::StoreReader& store) {
  const std::string outlet = lower(call.query.get("outlet").value_or(""));
  const auto words = words_of(call.query.get("text").value_or(""));
  return words.empty() ? newest(call, store, outlet) : search(call, store, outlet, words);
}

json::object format_revision(const storage::ArticleView& revision) {
  return {{"number", revision.revision},
          {"seen", claims::format_time(revision.seen)},
          {"published", revision.published ? json::value(claims::format_time(*revision.published))
                                           : json::value(nullptr)},
          {"published_zone", name_or_null(feeds::format_date_zone(revision.published_zone))},
          {"language", name_or_null(revision.language)},
          {"url", is_web_link(revision.url) ? json::value(revision.url) : json::value(nullptr)},
          {"title", revision.title},
          {"content_sha256", format_content(revision.title, revision.text)},
          {"text", revision.text.empty() ? json::value(nullptr) : json::value(revision.text)}};
}

Answer show(const Call& call, const storage::StoreReader& store) {
  const std::int64_t id = id_of(call);
  const auto history = store.article_history(id);
  if (!history || history->revisions.empty())
    throw BadRequest(404, "There is no article " + std::to_string(id) + ".");
  json::object shape = format_article(history->revisions.back().article);
  if (!is_web_link(history->revisions.back().article.url)) shape["url"] = nullptr;
  json::array revisions, cards, carriers;
  for (const auto& [article, claims] : history->revisions) {
    revisions.push_back(format_revision(article));
    for (const auto& [claim, is_live] : claims) {
      json::object card = format_article_claim(claim, is_live, article);
      const auto dispute = store.listings().dispute_of_claim(claim.id);
      card["dispute"] = dispute ? json::value(*dispute) : json::value(nullptr);
      cards.push_back(std::move(card));
    }
  }
  const auto found = store.carriers(id, kCarriers);
  for (const storage::ArticleView& carrier : found.articles)
    carriers.push_back(format_card(carrier));
  shape["feed"] = history->feed_id;
  shape["revisions"] = std::move(revisions);
  shape["claims"] = std::move(cards);
  shape["carriers"] = std::move(carriers);
  return json_answer(std::move(shape));
}

}  // namespace

void add_article_routes(Page& page) {
  page.add("GET", "/api/v1/articles", {Need::kRead, list, Keep::kUntilChange});
  page.add("GET", "/api/v1/articles/{id}", {Need::kRead, show, Keep::kUntilChange});
}

}  // namespace figured::web
