#include "tests/support/fake_http_client.h"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

namespace figured::tests {

namespace asio = boost::asio;

struct FakeHttpClient::Waiting {
  std::string url;
  asio::steady_timer released;  // never expires; cancelled to let go
};

FakeHttpClient::FakeHttpClient() = default;
FakeHttpClient::~FakeHttpClient() = default;

FakeHttpClient& FakeHttpClient::answer(const std::string& url, net::HttpResult result) {
  answers_[url].push_back(std::move(result));
  return *this;
}

void FakeHttpClient::hold(const std::string& url) { held_.insert(url); }

void FakeHttpClient::release(const std::string& url) {
  held_.erase(url);
  for (Waiting& waiting : waiting_)
    if (waiting.url == url) waiting.released.cancel();
}

net::HttpResult FakeHttpClient::next_answer(const std::string& url) {
  const auto found = answers_.find(url);
  if (found == answers_.end() || found->second.empty())
    return net::HttpError{net::HttpErrorKind::kConnect, "nothing listens at " + url};
  auto& queue = found->second;
  net::HttpResult result = queue.front();
  if (queue.size() > 1) queue.pop_front();
  if (result && result->url.empty()) result->url = url;
  return result;
}

asio::awaitable<net::HttpResult> FakeHttpClient::send(net::HttpRequest request) {
  requests_.push_back(request);
  most_in_flight_ = std::max(most_in_flight_, ++in_flight_);
  struct Leave {
    std::size_t& count;
    ~Leave() { --count; }
  } leave{in_flight_};
  if (held_.contains(request.url)) {
    const auto executor = co_await asio::this_coro::executor;
    const auto waiting = waiting_.insert(
        waiting_.end(),
        Waiting{request.url, asio::steady_timer(executor, asio::steady_timer::time_point::max())});
    boost::system::error_code error;
    co_await waiting->released.async_wait(asio::redirect_error(asio::use_awaitable, error));
    waiting_.erase(waiting);
    if (held_.contains(request.url))
      throw boost::system::system_error(asio::error::operation_aborted);
  }
  co_return next_answer(request.url);
}

net::HttpResponse ok(std::string body, std::vector<net::HttpHeader> headers) {
  return {200, std::move(headers), std::move(body), ""};
}

net::HttpResponse status(int status, std::vector<net::HttpHeader> headers) {
  return {status, std::move(headers), "", ""};
}

std::string header_of(const net::HttpRequest& request, std::string_view name) {
  const net::HttpResponse headers{0, request.headers, "", ""};
  return std::string(headers.header(name));
}

}  // namespace figured::tests
