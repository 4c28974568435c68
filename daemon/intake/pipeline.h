// The way of one poll through a worker: bytes in, articles and their claims out.
//
// Pure: no clock, no store, no socket.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "claims/extractor.h"
#include "daemon/intake/known_articles.h"
#include "feeds/feed_reader.h"
#include "storage/ready_article.h"

namespace figured::daemon {

// What the ledger takes in.
struct PollBatch {
  feeds::Feed feed;             // as it was when it was polled
  std::chrono::sys_seconds at;  // when the answer came
  feeds::FeedReading reading;   // what came of the poll
  // One an article of the reading; empty where the article is held for known, and has not
  // been read for that.
  std::vector<std::optional<claims::Reading>> claims;
  // What was made ready of them, in place of the claims: as many, or none.
  std::vector<std::shared_ptr<storage::ReadyArticle>> ready{};
};

PollBatch read_poll(const feeds::Fetch& fetch, const claims::Extractor& extractor,
                    const ArticleMarks& known);

// Makes ready what was read.
void make_ready(PollBatch& batch, const storage::Preparer& preparer);

// The claims of one article.
claims::Reading read_article(const feeds::Article& article, const claims::Extractor& extractor);

}  // namespace figured::daemon
