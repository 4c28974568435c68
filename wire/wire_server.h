// WireServer puts a Wire on the network: the outlets' feeds, their article pages
// and an address for webhooks.
//
//   GET  /feeds/OUTLET.xml    with ETag and Last-Modified; 304 to who has it
//   GET  /articles/SLUG
//   POST /hook
//
// It lives on the I/O thread, and is asked there.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <string>
#include <vector>

#include "net/http_server.h"
#include "wire/poll_watch.h"
#include "wire/webhook_intake.h"
#include "wire/wire.h"

namespace figured::wire {

struct WireServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: one that is free
  std::string secret;      // of the webhooks: "whsec_" and base64
  WebhookIntake::OnAlert on_alert = [](const boost::json::object&) {};
  std::function<Wire::Time()> clock = {};  // empty: the system's
};

class WireServer {
 public:
  // Binds and listens.  Throws boost::system::system_error, std::invalid_argument.
  WireServer(boost::asio::any_io_executor executor, Wire wire, WireServerOptions options);

  // Serves until cancelled, as HttpServer::run().
  boost::asio::awaitable<void> run() { return server_.run(); }

  std::uint16_t port() const { return server_.port(); }
  std::string origin() const { return server_.origin(); }
  std::string feed_url(const Outlet& outlet) const;
  std::string hook_url() const;
  const std::string& secret() const { return secret_; }

  Wire::Time now() const { return clock_(); }
  const Wire& wire() const { return wire_; }
  const WebhookIntake& hooks() const { return hooks_; }
  // When the last webhook or question for a page came, or the last feed was kept,
  // whichever is latest.
  Wire::Time last_event() const { return last_event_; }
  // What is still to come before the reader has everything, a line each: articles
  // not out yet, feeds whose last document was not kept.  Empty: it has all.
  std::vector<std::string> missing() const;

 private:
  net::ServerResponse answer(const net::ServerRequest& request);
  net::ServerResponse feed(const net::ServerRequest& request, std::string_view outlet);
  net::ServerResponse page(std::string_view slug);
  net::ServerResponse hook(const net::ServerRequest& request);
  std::string version(const Outlet& outlet, Wire::Time now) const;

  const Wire wire_;
  const std::function<Wire::Time()> clock_;
  const std::string secret_;
  WebhookIntake hooks_;
  PollWatch polls_;
  Wire::Time last_event_{};
  net::HttpServer server_;
};

}  // namespace figured::wire
