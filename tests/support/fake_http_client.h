// FakeHttpClient stands in for the network: scripted answers, requests recorded.
//
//   FakeHttpClient client;
//   client.answer("http://a.example/feed", ok("<rss/>", {{"ETag", "\"1\""}}));
//   client.hold("http://a.example/feed");   // answers wait ...
//   client.release("http://a.example/feed");  // ... until here
//
// Runs on the executor of whoever sends; nothing in it waits for time to pass.
#pragma once
#include <deque>
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "net/http_client.h"

namespace figured::tests {

class FakeHttpClient : public net::HttpClient {
 public:
  FakeHttpClient();
  ~FakeHttpClient() override;

  // Appends an answer for the URL.  Requests take them in order; the last one
  // is given again and again.
  FakeHttpClient& answer(const std::string& url, net::HttpResult result);

  // Requests to the URL wait, from now on, until it is released.  Cancelling
  // the one who waits throws operation_aborted, as with the real one.
  void hold(const std::string& url);
  void release(const std::string& url);

  // A URL without an answer is HttpErrorKind::kConnect.
  boost::asio::awaitable<net::HttpResult> send(net::HttpRequest request) override;

  const std::vector<net::HttpRequest>& requests() const { return requests_; }
  std::size_t in_flight() const { return in_flight_; }
  std::size_t most_in_flight() const { return most_in_flight_; }

 private:
  struct Waiting;
  net::HttpResult next_answer(const std::string& url);

  std::map<std::string, std::deque<net::HttpResult>> answers_;
  std::set<std::string> held_;
  std::list<Waiting> waiting_;
  std::vector<net::HttpRequest> requests_;
  std::size_t in_flight_ = 0;
  std::size_t most_in_flight_ = 0;
};

// An answer with a status of 200, or another.
net::HttpResponse ok(std::string body, std::vector<net::HttpHeader> headers = {});
net::HttpResponse status(int status, std::vector<net::HttpHeader> headers = {});

// The first header of that name in a recorded request, case ignored; "" = none.
std::string header_of(const net::HttpRequest& request, std::string_view name);

}  // namespace figured::tests
