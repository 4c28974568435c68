#include "cli/feed_probe.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>

#include "feeds/fetch_status.h"
#include "feeds/parser.h"
#include "feeds/poll_request.h"
#include "net/content_decoder.h"
#include "net/curl_http_client.h"

namespace figured::cli {
namespace {

net::HttpResult fetch(const net::HttpRequest& request, const config::Config& config) {
  boost::asio::io_context io;
  net::CurlHttpClient client(io.get_executor(), config.http);
  std::optional<net::HttpResult> result;
  boost::asio::co_spawn(io, client.send(request),
                        [&](std::exception_ptr failure, net::HttpResult answer) {
                          if (failure) std::rethrow_exception(failure);
                          result = std::move(answer);
                        });
  while (!result) io.run_one();
  return *std::move(result);
}

net::HttpRequest request_of(const std::string& url, const config::Config& config) {
  feeds::Feed feed;
  feed.source.url = url;
  for (const feeds::FeedSource& source : config.feeds)
    if (source.url == url) feed.source.access = source.access;
  return feeds::poll_request(feed, config.poll.options);
}

FeedProbe read(const std::string& url, const net::HttpResponse& answer) {
  FeedProbe probe{answer.moved_to.empty() ? url : answer.moved_to, {}, {}, {}};
  probe.error = feeds::fetch_status(answer).error;
  if (!probe.error.empty()) return probe;
  auto body = net::decode_content(answer.body, answer.header("Content-Encoding"),
                                  {.max_size = feeds::kMaxDocument});
  if (!body) {
    probe.error = body.error().message;
    return probe;
  }
  const auto document =
      feeds::parse_feed(*body, {std::string(answer.header("Content-Type")),
                                std::string(answer.header("Content-Location")), "", answer.url});
  if (document) {
    probe.title = document->title;
  } else {
    probe.error = document.error().message;
    probe.feeds = document.error().feeds;
  }
  return probe;
}

}  // namespace

FeedProbe probe_feed(const std::string& url, const config::Config& config) {
  const net::HttpResult answer = fetch(request_of(url, config), config);
  if (!answer) return {url, {}, answer.error().message, {}};
  return read(url, *answer);
}

}  // namespace figured::cli
