// Reads what a poll brought: from the HTTP answer to articles.
//
// Pure, for use on a worker: decode, charset, repair, parse, identify, plain
// text, and the feed's next poll.  One feed's trouble stays that feed's: it is
// part of the reading, never an exception.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "feeds/article.h"
#include "feeds/feed.h"
#include "feeds/poll_schedule.h"
#include "net/http_client.h"

namespace figured::feeds {

// What a lane of the poller brings home.
struct Fetch {
  Feed feed;  // as it was before the poll
  net::HttpResult answer;
  std::chrono::sys_seconds at;  // when the answer came
};

struct FeedReading {
  PollOutcome outcome = PollOutcome::kFailed;
  std::string error;              // a sentence with the next step; "" unless kFailed
  int status = 0;                 // HTTP status; 0 when there was no answer
  int failures = 0;               // in a row, this one included
  std::vector<Article> articles;  // in the order of the document
  // Empty: the feed keeps those it has.
  std::optional<Validators> validators;
  std::chrono::sys_seconds next_poll;
  std::string feed_title;            // "" = not known
  std::vector<std::string> repairs;  // what had to be mended, a phrase each
};

FeedReading read_fetch(const Fetch& fetch, const PollSchedule& schedule = PollSchedule());

// The feed after the poll, as the reading left it.  `stored` is how many
// articles of it were new.
Feed apply_reading(Feed feed, const FeedReading& reading, std::chrono::sys_seconds at,
                   std::int64_t stored);

}  // namespace figured::feeds
