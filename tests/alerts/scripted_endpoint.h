// ScriptedEndpoint stands in for the network: it answers posts as told and
// remembers them.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <deque>
#include <string>
#include <vector>

#include "net/http_client.h"

namespace figured::alerts {

class ScriptedEndpoint : public net::HttpClient {
 public:
  // Answers of this status follow, then those told later; when none is left,
  // 200 is answered.
  void answer(int status, std::vector<net::HttpHeader> headers = {});
  void fail(const std::string& message);
  // Takes the post and never answers.
  void hang();

  boost::asio::awaitable<net::HttpResult> send(net::HttpRequest request) override;

  const std::vector<net::HttpRequest>& requests() const { return requests_; }
  int in_flight() const { return in_flight_; }
  int max_in_flight() const { return max_in_flight_; }

 private:
  struct Answer {
    bool hangs = false;
    net::HttpResult result = net::HttpResponse{};
  };

  std::deque<Answer> script_;
  std::vector<net::HttpRequest> requests_;
  int in_flight_ = 0;
  int max_in_flight_ = 0;
};

}  // namespace figured::alerts
