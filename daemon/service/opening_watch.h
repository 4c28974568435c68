// OpeningWatch asks the service manager for more time while a store is opened, as long as
// that moves on.
//
// A large store that is verified or brought up to date takes minutes; one whose disk hangs must not
// take for ever.  It moves on when SQLite makes steps, or when the thread that opens it reads or
// writes.  A stop does not wait for its end: the opening is given up.
#pragma once
#include <sys/types.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>

#include "daemon/service/sd_notify.h"

namespace figured::daemon {

class OpeningWatch {
 public:
  // How much longer it may take from then on.
  static constexpr std::chrono::seconds kExtension{60};

  // `notifier` must outlive the watch.
  explicit OpeningWatch(const ServiceNotifier& notifier) : notifier_(notifier) {}

  // On the thread that opens the store:
  void begin() noexcept;
  // False where it is to be given up.
  bool step() noexcept;

  // Looks after each rest, on the I/O thread; has no end of its own.  When it is cancelled,
  // the opening is to be given up.
  boost::asio::awaitable<void> run(std::chrono::milliseconds rest);

 private:
  std::uint64_t moved() const;

  const ServiceNotifier& notifier_;
  std::atomic<pid_t> thread_{0};
  std::atomic<std::uint64_t> steps_{0};
  std::atomic<bool> given_up_{false};
};

}  // namespace figured::daemon
