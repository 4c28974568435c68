// The way of one poll through a worker: bytes in, articles and their claims out.
//
// Pure: no clock, no store, no socket.
#pragma once
#include <vector>

#include "claims/extractor.h"
#include "feeds/feed_reader.h"

namespace figured::daemon {

// What the ledger takes in.
struct PollBatch {
  feeds::Feed feed;                     // as it was when it was polled
  std::chrono::sys_seconds at;          // when the answer came
  feeds::FeedReading reading;           // what came of the poll
  std::vector<claims::Reading> claims;  // one an article of the reading
};

PollBatch read_poll(const feeds::Fetch& fetch, const claims::Extractor& extractor);

// The claims of one article.
claims::Reading read_article(const feeds::Article& article, const claims::Extractor& extractor);

}  // namespace figured::daemon
