#include "daemon/intake/budgeted_http_client.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

// Until what is short is looked at again: that is stored in milliseconds, mostly.
constexpr std::chrono::milliseconds kRest{50};

// Ends with the fetch, however that ends.
struct Fetching {
  explicit Fetching(IntakeBudget& of) : budget(of) { budget.begin_fetch(); }
  ~Fetching() { budget.end_fetch(bytes); }
  Fetching(const Fetching&) = delete;
  Fetching& operator=(const Fetching&) = delete;

  IntakeBudget& budget;
  std::size_t bytes = 0;
};

}  // namespace

asio::awaitable<void> BudgetedHttpClient::wait() {
  const auto place = budget_.reserve(steady_clock::now());
  std::string_view told;
  for (;;) {
    const auto now = steady_clock::now();
    const std::string_view why = place > now ? "rate" : budget_.shortage(now);
    if (why.empty()) co_return;
    if (told != why) put_off_(std::string(why));
    told = why;
    asio::steady_timer timer(co_await asio::this_coro::executor);
    timer.expires_at(place > now ? place : now + kRest);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

asio::awaitable<net::HttpResult> BudgetedHttpClient::send(net::HttpRequest request) {
  co_await wait();
  Fetching fetching(budget_);
  net::HttpResult result = co_await client_.send(std::move(request));
  if (result) fetching.bytes = result->body.size();
  co_return result;
}

}  // namespace figured::daemon
