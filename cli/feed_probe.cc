#include "cli/feed_probe.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>

#include "feeds/poll_request.h"
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

}  // namespace

feeds::FeedProbe probe_feed(const std::string& url, const config::Config& config) {
  const auto request = feeds::probe_request(url, config.feeds, config.poll.options);
  return feeds::read_probe(url, fetch(request, config));
}

}  // namespace figured::cli
