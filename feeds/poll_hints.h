// What a feed document asks of those who poll it, as PollHints.
#pragma once
#include "feeds/feed_document.h"
#include "feeds/feed_memory.h"

namespace figured::feeds {

// Of sy:updatePeriod (hourly, daily, weekly, monthly, yearly; RSS 1.0 module
// Syndication) a share by sy:updateFrequency, 1 where that is missing; a
// frequency without a period is a day's.  What cannot be read asks for nothing.
PollHints poll_hints(const FeedDocument& document);

}  // namespace figured::feeds
