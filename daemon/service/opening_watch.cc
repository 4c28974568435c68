#include "daemon/service/opening_watch.h"

#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fstream>
#include <string>

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

// What the thread has read and written so far, in bytes and calls; 0 where the kernel
// does not tell.
std::uint64_t transferred(pid_t thread) {
  std::ifstream io("/proc/self/task/" + std::to_string(thread) + "/io");
  std::uint64_t sum = 0;
  std::string name;
  for (std::uint64_t value = 0; io >> name >> value;) sum += value;
  return sum;
}

}  // namespace

void OpeningWatch::begin() noexcept { thread_ = ::gettid(); }

bool OpeningWatch::step() noexcept {
  steps_.fetch_add(1, std::memory_order_relaxed);
  return !given_up_.load(std::memory_order_relaxed);
}

std::uint64_t OpeningWatch::moved() const {
  const pid_t thread = thread_;
  return steps_.load(std::memory_order_relaxed) + (thread == 0 ? 0 : transferred(thread));
}

asio::awaitable<void> OpeningWatch::run(std::chrono::milliseconds rest) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (std::uint64_t before = moved();;) {
    timer.expires_after(rest);
    const auto [ended] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    if (ended) {
      given_up_ = true;
      co_return;
    }
    const std::uint64_t now = moved();
    if (now == before) continue;
    before = now;
    notifier_.extend_timeout(kExtension);
    notifier_.status("opening the store: it is verified or brought up to date");
  }
}

}  // namespace figured::daemon
