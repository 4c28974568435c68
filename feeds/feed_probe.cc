#include "feeds/feed_probe.h"

#include "feeds/fetch_status.h"
#include "feeds/parser.h"
#include "net/content_decoder.h"

namespace figured::feeds {

FeedProbe read_probe(const std::string& url, const net::HttpResult& answer) {
  if (!answer) return {url, {}, answer.error().message, {}};
  FeedProbe probe{answer->moved_to.empty() ? url : answer->moved_to, {}, {}, {}};
  probe.error = fetch_status(*answer).error;
  if (!probe.error.empty()) return probe;
  const auto body = net::decode_content(answer->body, answer->header("Content-Encoding"),
                                        {.max_size = kMaxDocument});
  if (!body) {
    probe.error = body.error().message;
    return probe;
  }
  const auto document =
      parse_feed(*body, {std::string(answer->header("Content-Type")),
                         std::string(answer->header("Content-Location")), "", answer->url});
  if (document) {
    probe.title = document->title;
  } else {
    probe.error = document.error().message;
    probe.feeds = document.error().feeds;
  }
  return probe;
}

}  // namespace figured::feeds
