#include "feeds/poll_request.h"

#include "net/content_decoder.h"

namespace figured::feeds {

net::HttpRequest poll_request(const Feed& feed, const PollOptions& options) {
  net::HttpRequest request;
  request.url = feed.source.url;
  request.timeout = options.timeout;
  request.max_body = options.max_body;
  request.max_redirects = options.max_redirects;
  request.headers = {
      {"Accept",
       "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
       "application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"},
      {"Accept-Encoding", std::string(net::kAcceptEncoding)},
  };
  const Validators& validators = feed.validators;
  if (!validators.etag.empty()) request.headers.push_back({"If-None-Match", validators.etag});
  if (!validators.last_modified.empty())
    request.headers.push_back({"If-Modified-Since", validators.last_modified});
  return request;
}

}  // namespace figured::feeds
