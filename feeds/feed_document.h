// FeedDocument: what one fetched document says, whatever its format.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/article.h"

namespace figured::feeds {

enum class FeedFormat : std::uint8_t { kRss09, kRss10, kRss20, kAtom03, kAtom10, kJson, kOther };

struct FeedDocument {
  FeedFormat format = FeedFormat::kOther;
  bool bozo = false;     // it was not well-formed, and has been repaired
  std::string title;     // plain text
  std::string subtitle;  // plain text
  std::string link;      // of the site, absolute
  std::string language;  // "en-gb", as written
  std::optional<std::chrono::minutes> ttl;
  std::string self;               // where the feed says it lives
  std::vector<std::string> hubs;  // WebSub
  std::string update_period;      // sy:updatePeriod and sy:updateFrequency
  std::string update_frequency;
  std::uint32_t skip_hours = 0;  // bit h = hour h of UTC
  std::uint8_t skip_days = 0;    // bit 0 = Sunday
  // Where older items are: RFC 5005 prev-archive, else next; JSON Feed next_url.
  std::string older_page;
  std::vector<Item> items;           // in the order of the document
  std::vector<std::string> repairs;  // what had to be mended, a phrase each
};

// "rss0.9x", "rss1.0", "rss2.0", "atom0.3", "atom1.0", "json", "other"
std::string_view format_feed_format(FeedFormat format);

}  // namespace figured::feeds
