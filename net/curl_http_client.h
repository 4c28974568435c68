// CurlHttpClient is HttpClient over libcurl's multi interface, driven by Asio.
//
// All of it runs on the one thread of the executor, and nothing in it blocks
// that thread.  Redirects are followed here, hop by hop, and every address is
// put to the guard just before it is connected to.  http and https only; no
// proxy is taken from the environment, since the guard could not see behind it;
// only a request may name one.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "net/http_client.h"

namespace figured::net {

struct HttpClientOptions {
  std::string user_agent = "figured";
  std::string ca_bundle = "/etc/ssl/certs/ca-certificates.crt";
  long max_connections = 512;         // kept open between requests
  long max_connections_per_host = 0;  // at a time; the others wait; 0 = any number
  std::chrono::seconds dns_lifetime{300};
  // Look-up, connection and TLS; a host that hangs costs no more.
  std::chrono::milliseconds connect_timeout{10'000};
  // Hosts that may lead to private addresses; see AddressGuard.
  std::vector<std::string> allowed_private_hosts;
};

class CurlHttpClient : public HttpClient {
 public:
  // Throws std::runtime_error where libcurl cannot start or lacks TLS.
  CurlHttpClient(boost::asio::any_io_executor executor, HttpClientOptions options);
  ~CurlHttpClient() override;

  // Requires that the client outlives the coroutine.
  boost::asio::awaitable<HttpResult> send(HttpRequest request) override;

 private:
  class Engine;     // the multi handle, its sockets and its timer
  struct Transfer;  // one exchange with one server
  struct Hop;       // what came of it
  boost::asio::awaitable<Hop> send_hop(const HttpRequest& request, std::chrono::milliseconds left);

  std::shared_ptr<Engine> engine_;
};

}  // namespace figured::net
