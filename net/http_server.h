// HttpServer answers HTTP/1.1 requests on the I/O thread.
//
// Requests are read whole before the handler sees them and their size and time
// are limited, so a slow or greedy client costs a connection, never the thread.
// A handler may wait (for a reader of the store, for news to tell); the thread does
// not.  It knows no routes and no TLS; that is the handler's business and a proxy's.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http_client.h"

namespace figured::net {

struct ServerRequest {
  std::string method;
  std::string target;  // as sent: path and query
  std::vector<HttpHeader> headers;
  std::string body;
  std::string peer{};          // address it comes from, without a port
  bool from_loopback = false;  // it comes from this machine, or a proxy on it

  // The first header of that name, case ignored; "" when there is none.
  std::string_view header(std::string_view name) const;
  // The target without its query.
  std::string_view path() const;
};

// Gives the next piece of a body whose length nobody knows; empty = it has ended.
// It is cancelled when the client is gone or the server ends.
using BodyStream = std::function<boost::asio::awaitable<std::optional<std::string>>()>;

struct ServerResponse {
  int status = 200;
  std::vector<HttpHeader> headers;  // Content-Length, Date and Connection are the server's
  std::string body;                 // not sent to HEAD, nor with 204 and 304
  BodyStream stream{};              // in place of the body, where there is one
};

struct HttpServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: one that is free
  // Of a TCP socket that listens already (systemd's socket activation), which the
  // server takes over; address and port are then those of the socket.  -1: none.
  int listening = -1;
  std::uint32_t max_header = 16 * 1024;
  std::uint64_t max_body = 1024 * 1024;
  std::size_t max_connections = 256;  // more of them wait to be accepted
  std::chrono::milliseconds request_timeout{
      10'000};                                     // from first byte to last; again for the answer
  std::chrono::milliseconds idle_timeout{60'000};  // before the first byte of a request
};

// Runs on the I/O thread; it may await, not block.  What it throws ends run().  It is
// not cancelled when its client goes, so what it has begun is finished.
using ServerHandler = std::function<boost::asio::awaitable<ServerResponse>(ServerRequest)>;

// A handler that has its answer at once.
ServerHandler answer_at_once(std::function<ServerResponse(const ServerRequest&)> answer);

class HttpServer {
 public:
  // Binds and listens.  Throws boost::system::system_error when it cannot.
  HttpServer(boost::asio::any_io_executor executor, HttpServerOptions options,
             ServerHandler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  // "http://127.0.0.1:8080"
  std::string origin() const;

  // Serves for ever.  When cancelled it closes every connection, waits until
  // none is left and throws operation_aborted.  The server outlives it.
  boost::asio::awaitable<void> run();

 private:
  class Connections;
  std::unique_ptr<Connections> connections_;
};

}  // namespace figured::net
