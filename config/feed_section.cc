#include <map>

#include "config/keys.h"
#include "config/sections.h"

namespace figured::config {
namespace {

using namespace std::chrono_literals;

constexpr Key<feeds::FeedSource> kKeys[] = {
    {"url", [](const Field& field, feeds::FeedSource& into) { field.url(into.url); }},
    {"outlet", [](const Field& field, feeds::FeedSource& into) { field.text(into.outlet); }},
    {"group", [](const Field& field, feeds::FeedSource& into) { field.text(into.group); }},
    {"interval", [](const Field& field,
                    feeds::FeedSource& into) { field.duration(1s, 30 * 24h, into.interval); }},
};

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

}  // namespace

std::vector<feeds::FeedSource> read_feeds(const Value& value, std::chrono::seconds interval,
                                          Source& source) {
  std::vector<feeds::FeedSource> feeds;
  std::map<std::string, unsigned> lines;
  for (const Value* element : tables(value, "feed", source)) {
    const Table& table = std::get<Table>(element->held);
    feeds::FeedSource& feed = feeds.emplace_back();
    feed.interval = interval;
    read_keys<feeds::FeedSource>(table, "feed", kKeys, feed, source);
    require(table, element->at, "feed", "url", "where the feed is polled", source);
    require(table, element->at, "feed", "outlet", "who publishes it", source);
    refuse_twice(table, lines, source);
  }
  return feeds;
}

std::vector<std::string> feed_keys() { return names_of<feeds::FeedSource>(kKeys); }

}  // namespace figured::config
