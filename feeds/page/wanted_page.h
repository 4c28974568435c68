// WantedPage: the web page of an article of which the feed carries a summary.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace figured::feeds {

struct WantedPage {
  std::int64_t article_id = 0;
  std::int64_t revision = 0;  // of the article, that is the summary
  std::string url;
  // Until then its text is waited for; after it the summary has to do.
  std::chrono::sys_seconds deadline;
};

}  // namespace figured::feeds
