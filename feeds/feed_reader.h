// Reads what a poll brought: from the HTTP answer to articles.
//
// Pure, for use on a worker: classify, decode, charset, repair, parse, identify,
// plain text, and what the answer says of the next poll.  One feed's trouble stays
// that feed's: it is part of the reading, never an exception.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/article.h"
#include "feeds/feed.h"
#include "feeds/websub/hub_link.h"
#include "feeds/websub/push_standing.h"
#include "net/http_client.h"

namespace figured::feeds {

enum class PollOutcome : std::uint8_t { kChanged, kUnchanged, kFailed };

// What a lane of the poller brings home.
struct Fetch {
  Feed feed;  // as it was before the poll
  net::HttpResult answer;
  std::chrono::sys_seconds at;            // when the answer came
  std::chrono::milliseconds lateness{0};  // from when it was due to when it began
  std::chrono::milliseconds took{0};      // from then to the answer
  bool pushed = false;                    // by its hub: it was not asked for
  PushStanding pushing{};                 // of its hub
};

struct FeedReading {
  PollOutcome outcome = PollOutcome::kFailed;
  std::string code;               // see FetchStatus
  std::string error;              // a sentence with the next step; "" unless kFailed
  int status = 0;                 // HTTP status; 0 when there was no answer
  std::size_t bytes = 0;          // of the body, as sent
  std::vector<Article> articles;  // in the order of the document
  // Empty: the feed keeps those it has.
  std::optional<Validators> validators;
  std::string feed_title;            // "" = not known
  std::vector<std::string> repairs;  // what had to be mended, a phrase each

  // What the answer says of the next poll.
  std::chrono::seconds retry_after{0};
  std::chrono::seconds fresh{0};
  std::optional<PollHints> hints;  // of the document; empty = as before
  std::string moved_to;            // where a permanent redirect led; "" = none
  std::string older_page;          // "" = none
  std::optional<HubLink> hub;      // that the document names; empty = nothing was read
  std::uint64_t body_hash = 0;     // of the body as sent; 0 = there was none
  bool pushed = false;             // as in the fetch
  PushStanding pushing{};
  std::chrono::milliseconds lateness{0};
  std::chrono::milliseconds took{0};
};

FeedReading read_fetch(const Fetch& fetch);

}  // namespace figured::feeds
