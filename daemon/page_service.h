// PageService keeps the page served while figured runs: under each configuration in
// turn, and again where its address was taken.
//
// It outlives sessions: a reload that leaves [page] as it was does not touch it.  That
// the page cannot be served stops nothing else.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "config/config.h"
#include "daemon/event_log.h"
#include "web/page.h"

namespace figured::daemon {

class PageService {
 public:
  // Told of the address under which the page is now served; "" = it is not.
  using OnAddress = std::function<void(const std::string&)>;

  // `log` must outlive it.  `listening` is a socket that listens already, -1 none.
  PageService(boost::asio::any_io_executor executor, std::string store_path, const EventLog& log,
              OnAddress on_address, int listening = -1);

  // The configuration that holds from now on.
  void adopt(const config::Config& config);

  // Serves for ever; ended by cancellation.  The store must be there.
  boost::asio::awaitable<void> run();

 private:
  boost::asio::awaitable<void> serve();
  boost::asio::awaitable<void> await_change();

  const boost::asio::any_io_executor executor_;
  const std::string store_path_;
  const EventLog& log_;
  const OnAddress on_address_;
  int listening_;
  config::Config config_;
  bool changed_ = false;
  boost::asio::steady_timer changes_;  // rings at each
};

}  // namespace figured::daemon
