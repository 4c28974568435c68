// IntakeGate pauses what needs the store while the store can take nothing, for lack of room,
// because another process holds it or while its facts are read, and lets it go on by itself.
//
// Whoever meets the obstacle closes the gate and waits before it with all others;
// nothing that waits is lost.  After a rest one at a time tries again, and the first
// to succeed opens it for all.  It knows neither the store's owner nor the log; all
// of it runs on one thread.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "storage/store_error.h"

namespace figured::daemon {

class IntakeGate {
 public:
  // Told why intake pauses, and "" when it goes on; nothing of what the start takes anyway.
  using Tell = std::function<void(const std::string& why)>;

  IntakeGate(std::chrono::milliseconds rest, Tell tell) : rest_(rest), tell_(std::move(tell)) {}

  // Calls `attempt`, which gives an awaitable, until it meets no obstacle that
  // passes, and ends with its result.  Throws what else it throws.  May be cancelled
  // while it waits.
  template <class Attempt>
  auto pass(Attempt attempt) -> decltype(attempt()) {
    for (;;) {
      co_await wait();
      const Try trying(*this);
      try {
        auto result = co_await attempt();
        open();
        co_return result;
      } catch (const storage::StoreError& obstacle) {
        if (!obstacle.passes()) throw;
        close(obstacle);
      }
    }
  }

  // Why it is closed; "" = it is open.
  const std::string& obstacle() const { return obstacle_; }

 private:
  // One that was let in, until it has ended in whatever way.
  class Try {
   public:
    explicit Try(IntakeGate& gate) : gate_(gate) { ++gate_.trying_; }
    Try(const Try&) = delete;
    Try& operator=(const Try&) = delete;
    ~Try() { --gate_.trying_; }

   private:
    IntakeGate& gate_;
  };

  boost::asio::awaitable<void> wait();
  void open();
  void close(const storage::StoreError& obstacle);

  const std::chrono::milliseconds rest_;
  const Tell tell_;
  std::string obstacle_;
  bool is_told_ = false;
  std::chrono::steady_clock::time_point next_try_;
  int trying_ = 0;
};

}  // namespace figured::daemon
