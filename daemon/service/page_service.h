// PageService keeps the page served while figured runs: under each configuration in
// turn, and again where its address was taken.
//
// It outlives sessions: a reload that leaves [page] as it was does not touch it.  That
// the page cannot be served stops nothing else.
#pragma once
#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/log/event_log.h"
#include "net/http_client.h"
#include "net/http_server.h"
#include "net/mail_client.h"
#include "web/page.h"

namespace figured::daemon {

class PageService {
 public:
  // Told of the address under which the page is now served; "" = it is not.
  using OnAddress = std::function<void(const std::string&)>;

  // By what endpoints are tried.
  struct Clients {
    std::function<std::unique_ptr<net::HttpClient>(const config::Config&)> http;
    std::function<std::unique_ptr<net::MailClient>(const config::Config&)> mail;
  };

  // Adds routes of others to a page before it is served.
  using AddRoutes = std::function<void(web::Page&)>;

  // `log` must outlive it.  `listening` is a socket that listens already, -1 none.
  PageService(
      boost::asio::any_io_executor executor, std::string store_path, const EventLog& log,
      Clients clients, OnAddress on_address, int listening = -1,
      AddRoutes add_routes = [](web::Page&) {});

  // The configuration that holds from now on.
  void adopt(const config::Config& config);

  // Serves for ever; ended by cancellation.  Before the store is there, or while it is
  // verified, what needs it is answered with 503.
  boost::asio::awaitable<void> run();

 private:
  boost::asio::awaitable<void> serve();
  std::unique_ptr<web::Page> open() const;
  web::Surroundings surroundings() const;
  boost::asio::awaitable<alerts::Answer> try_endpoint(alerts::Endpoint endpoint) const;
  boost::asio::awaitable<net::HttpResult> ask_feed(std::string url) const;
  boost::asio::awaitable<void> await_change();

  const boost::asio::any_io_executor executor_;
  const std::string store_path_;
  const EventLog& log_;
  const Clients clients_;
  const OnAddress on_address_;
  const AddRoutes add_routes_;
  int listening_;
  config::Config config_;
  std::atomic<std::shared_ptr<const std::vector<alerts::Endpoint>>> endpoints_;
  bool changed_ = false;
  boost::asio::steady_timer changes_;  // rings at each
};

}  // namespace figured::daemon
