#include "tests/alerts/scripted_endpoint.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::alerts {
namespace asio = boost::asio;

void ScriptedEndpoint::answer(int status, std::vector<net::HttpHeader> headers) {
  net::HttpResponse response;
  response.status = status;
  response.headers = std::move(headers);
  script_.push_back({false, std::move(response)});
}

void ScriptedEndpoint::fail(const std::string& message) {
  script_.push_back({false, net::HttpError{net::HttpErrorKind::kConnect, message}});
}

void ScriptedEndpoint::hang() { script_.push_back({true, net::HttpResponse{}}); }

asio::awaitable<net::HttpResult> ScriptedEndpoint::send(net::HttpRequest request) {
  struct InFlight {
    int& count;
    ~InFlight() { --count; }
  } flight{++in_flight_};
  max_in_flight_ = std::max(max_in_flight_, in_flight_);
  requests_.push_back(std::move(request));
  if (script_.empty()) answer(200);
  const Answer next = script_.front();
  script_.pop_front();
  const auto executor = co_await asio::this_coro::executor;
  co_await asio::post(executor, asio::use_awaitable);  // as a network: not at once
  if (next.hangs) {
    asio::steady_timer never(executor, asio::steady_timer::time_point::max());
    co_await never.async_wait(asio::use_awaitable);
  }
  co_return next.result;
}

}  // namespace figured::alerts
