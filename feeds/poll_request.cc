#include "feeds/poll_request.h"

#include "feeds/feed_access.h"
#include "feeds/poll_conclusion.h"
#include "net/content_decoder.h"

namespace figured::feeds {
namespace {

void make_conditional(net::HttpRequest& request, const Validators& validators) {
  if (!validators.etag.empty()) request.headers.push_back({"If-None-Match", validators.etag});
  if (!validators.last_modified.empty())
    request.headers.push_back({"If-Modified-Since", validators.last_modified});
}

}  // namespace

std::string poll_url(const Feed& feed) {
  const FeedMemory& memory = feed.memory;
  if (!memory.older_page.empty()) return memory.older_page;
  return memory.address.empty() ? feed.source.url : memory.address;
}

net::HttpRequest poll_request(const Feed& feed, const PollOptions& options) {
  net::HttpRequest request;
  request.url = poll_url(feed);
  request.timeout = options.timeout;
  request.max_body = options.max_body;
  request.max_redirects = options.max_redirects;
  request.headers = {
      {"Accept",
       "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
       "application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"},
      {"Accept-Encoding", std::string(net::kAcceptEncoding)},
  };
  const bool own_document = feed.memory.older_page.empty();
  if (own_document && !distrusts_validators(feed.memory.conditional))
    make_conditional(request, feed.validators);
  if (feed.source.access) apply_access(*feed.source.access, feed.source.url, request);
  return request;
}

net::HttpRequest probe_request(const std::string& url, std::span<const FeedSource> configured,
                               const PollOptions& options) {
  Feed feed;
  feed.source.url = url;
  for (const FeedSource& source : configured)
    if (source.url == url) feed.source.access = source.access;
  return poll_request(feed, options);
}

}  // namespace figured::feeds
