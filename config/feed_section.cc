#include <map>

#include "config/feed_access_keys.h"
#include "config/keys.h"
#include "config/sections.h"

namespace figured::config {
namespace {

using namespace std::chrono_literals;

constexpr Key<FeedDraft> kKeys[] = {
    {"url", [](const Field& field, FeedDraft& into) { field.url(into.source.url); }},
    {"outlet", [](const Field& field, FeedDraft& into) { field.text(into.source.outlet); }},
    {"group", [](const Field& field, FeedDraft& into) { field.text(into.source.group); }},
    {"interval", [](const Field& field,
                    FeedDraft& into) { field.duration(1s, 30 * 24h, into.source.interval); }},
    {"fulltext",
     [](const Field& field, FeedDraft& into) {
       using enum feeds::FullText;
       field.choice({{"auto", kAuto}, {"always", kAlways}, {"never", kNever}},
                    into.source.full_text);
     }},
};

std::vector<Key<FeedDraft>> all_keys() {
  std::vector<Key<FeedDraft>> keys(std::begin(kKeys), std::end(kKeys));
  const auto access = feed_access_keys();
  keys.insert(keys.end(), access.begin(), access.end());
  return keys;
}

// The store knows a feed by its URL.
void refuse_twice(const Table& table, std::map<std::string, unsigned>& lines, Source& source) {
  const Entry* url = find(table, "url");
  const auto* text = url ? std::get_if<std::string>(&url->value.held) : nullptr;
  if (!text) return;
  const auto [first, is_new] = lines.emplace(*text, url->at.line);
  if (!is_new)
    source.problems.add(
        url->value.at, "feed.url",
        "\"" + *text + "\" stands in line " + std::to_string(first->second) + " already",
        "each feed once");
}

feeds::FeedSource finish(FeedDraft draft) {
  if (draft.access != feeds::FeedAccess())
    draft.source.access = std::make_shared<const feeds::FeedAccess>(std::move(draft.access));
  return std::move(draft.source);
}

}  // namespace

std::vector<feeds::FeedSource> read_feeds(const Value& value, std::chrono::seconds interval,
                                          Source& source) {
  std::vector<feeds::FeedSource> feeds;
  std::map<std::string, unsigned> lines;
  const auto keys = all_keys();
  for (const Value* element : tables(value, "feed", source)) {
    const Table& table = std::get<Table>(element->held);
    FeedDraft draft;
    draft.source.interval = interval;
    read_keys<FeedDraft>(table, "feed", keys, draft, source);
    require(table, element->at, "feed", "url", "where the feed is polled", source);
    require(table, element->at, "feed", "outlet", "who publishes it", source);
    refuse_half_access(table, source);
    refuse_twice(table, lines, source);
    feeds.push_back(finish(std::move(draft)));
  }
  return feeds;
}

std::vector<std::string> feed_keys() { return names_of<FeedDraft>(all_keys()); }

}  // namespace figured::config
