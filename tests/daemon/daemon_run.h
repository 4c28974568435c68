// The daemon in this process, over a real store and a network that is faked.
//
//   TEST_F(DaemonRun, ...) {
//     config_.feeds = {...};
//     network_.answer(url, ok("<rss/>"));
//     start();
//     run_until(asked(url));
//     stop();
//   }
//
// Everything but the ledger and the workers runs on the test's thread, while it waits
// for a condition; a condition that does not come within 20 s fails the test.
#pragma once
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "config/config.h"
#include "daemon/daemon.h"
#include "daemon/log/event_log.h"
#include "daemon/log/log.h"
#include "daemon/service/sd_notify.h"
#include "feeds/feed_poller.h"
#include "storage/store.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {

class DaemonRun : public testing::Test {
 protected:
  DaemonRun();

  // Anew after stop() too.
  void start(std::chrono::milliseconds drain_patience = std::chrono::seconds(60));
  void run_until(const std::function<bool()>& done);
  // Throws what ended the daemon.
  void run_to_the_end();
  void stop();

  // Only with fakes_clock_.
  void let_pass(std::chrono::seconds time);
  // Returns when the daemon has seen it and goes on.
  void set_clock(std::chrono::seconds by);

  std::size_t requests_to(const std::string& url) const;
  std::function<bool()> asked(const std::string& url, std::size_t times = 1) const;
  // The store must have been made.
  std::unique_ptr<storage::StoreReader> store() const;
  // Nothing before the daemon has opened it.
  storage::StoreStatus status_of_store() const;

  const tests::TempFolder folder_;
  config::Config config_;
  std::function<config::Config()> reloaded_;  // what a reload reads
  tests::FakeHttpClient network_;
  boost::asio::io_context io_;
  bool ended_ = false;
  int sessions_ = 0;
  int push_socket_ = -1;  // where hubs push; listens already
  // What polls and deliveries go by.  The ledger dates by the system's clock all the same.
  bool fakes_clock_ = false;
  std::chrono::sys_seconds wall_ = feeds::FeedPoller::read_clock();

 private:
  const ServiceNotifier notifier_;
  const EventLog log_{open_log(LogFormat::kConsole, LogLevel::kError)};
  std::optional<Daemon> daemon_;
  std::exception_ptr failure_;
  std::chrono::steady_clock::time_point steady_;
};

}  // namespace figured::daemon
