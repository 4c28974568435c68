#include <map>

#include "config/feed_access_keys.h"
#include "config/keys.h"
#include "config/sections.h"
#include "feeds/time_zone.h"

namespace figured::config {
namespace {

using namespace std::chrono_literals;

void read_zone(const Field& field, FeedDraft& into) {
  const std::string allowed = "a name of the IANA time zone database, \"Asia/Kolkata\"";
  const std::string* name = field.as_text(allowed);
  if (!name) return;
  const auto zone = feeds::TimeZone::find(*name);
  if (!zone) return field.wrong_value("is no time zone", allowed);
  into.source.zone = *zone;
}

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
    {"zone", read_zone},
};

std::vector<Key<FeedDraft>> all_keys() {
  std::vector<Key<FeedDraft>> keys(std::begin(kKeys), std::end(kKeys));
  const auto access = feed_access_keys();
  keys.insert(keys.end(), access.begin(), access.end());
  return keys;
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
  std::map<std::string, Position> places;
  const auto keys = all_keys();
  for (const Value* element : tables(value, "feed", source)) {
    const Table& table = std::get<Table>(element->held);
    FeedDraft draft;
    draft.source.interval = interval;
    read_keys<FeedDraft>(table, "feed", keys, draft, source);
    require(table, element->at, "feed", "url", "where the feed is polled", source);
    require(table, element->at, "feed", "outlet", "who publishes it", source);
    refuse_half_access(table, source);
    // The store knows a feed by its URL.
    refuse_twice(table, "feed", "url", places, "each feed once", source);
    feeds.push_back(finish(std::move(draft)));
  }
  return feeds;
}

std::vector<std::string> feed_keys() { return names_of<FeedDraft>(all_keys()); }

}  // namespace figured::config
