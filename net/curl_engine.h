// CurlEngine drives one curl multi handle from an Asio executor: it waits on
// curl's sockets and its timer, and says of each easy handle when it is done.
//
// It knows nothing of requests; curl_http_client.cc and curl_mail_client.cc are its only
// users, and with it the only places that see curl.h.
#pragma once
#include <curl/curl.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace figured::net {

// Before libcurl is used; harmless when called again.  Throws std::runtime_error where
// it cannot start or lacks TLS.
void start_libcurl();

class CurlEngine : public std::enable_shared_from_this<CurlEngine> {
 public:
  using Done = std::function<void(CURLcode)>;
  using NameCache = std::shared_ptr<CURLSH>;

  CurlEngine(boost::asio::any_io_executor executor, long max_connections,
             long max_connections_per_host, std::chrono::seconds dns_lifetime);
  ~CurlEngine();

  const boost::asio::any_io_executor& executor() const { return executor_; }

  // An easy handle with nothing set.  At most as many as ever ran at once are
  // kept, for an easy handle is 5 KB.
  CURL* take_easy();
  void give_back(CURL* easy);

  // The transfer begins; `done` is called once, from the executor and never
  // from within start(), unless stop() comes before it.
  void start(CURL* easy, Done done);
  // Harmless where the transfer has ended.
  void stop(CURL* easy) noexcept;

  // The names resolved lately.  curl's own cache is walked after every transfer
  // when its entries may expire (7x slower at 20,000 names), so entries here
  // live as long as their cache, and the cache is renewed as a whole.
  NameCache name_cache();

 private:
  using Time = std::chrono::steady_clock::time_point;

  struct Socket;
  static int on_socket(CURL*, curl_socket_t fd, int what, void* engine, void* known);
  static int on_timer(CURLM*, long milliseconds, void* engine);
  void act(curl_socket_t fd, int events);
  void act_at(Time due);
  void act_soon();

  const boost::asio::any_io_executor executor_;
  // curl changes its mind about its timer several times a transfer, and each change costs
  // a call of the kernel.  So one that is put off is left to ring, and set anew then; one
  // that is due at once does not ring at all.
  boost::asio::steady_timer timer_;
  Time due_ = Time::max();    // as curl has it
  Time rings_ = Time::max();  // the timer
  bool soon_ = false;         // curl is called once what is at hand is done
  CURLM* const multi_;
  std::unordered_map<curl_socket_t, std::shared_ptr<Socket>> sockets_;
  std::unordered_map<CURL*, Done> running_;
  std::vector<CURL*> idle_;
  const std::chrono::seconds dns_lifetime_;
  NameCache name_cache_;
  std::chrono::steady_clock::time_point name_cache_born_;
};

}  // namespace figured::net
