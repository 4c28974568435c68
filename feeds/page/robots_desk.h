// RobotsDesk knows of each site what its robots.txt asks, and fetches that once a day.
//
// A site that has none (any 4xx but 429) may be asked for everything; one whose
// robots.txt is not to be had (429, 5xx, no answer) for nothing, until it is looked at
// again an hour later, or five minutes where there was no answer (RFC 9309, 2.3.1).  Nothing is
// kept over a restart.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <unordered_map>

#include "feeds/page/robots.h"
#include "net/http_client.h"

namespace figured::feeds {

class RobotsDesk {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;
  using Now = std::function<Time()>;

  // `name` is our product token.  The client must outlive the desk.
  RobotsDesk(net::HttpClient& client, std::string name, Now now)
      : client_(client), name_(std::move(name)), now_(std::move(now)) {}

  // Whether the address may be asked for.  Waits for the robots.txt of a site that was not
  // looked at for a day; where several wait for one site, each asks.
  boost::asio::awaitable<bool> allows(std::string url);

 private:
  struct Known {
    Robots robots;
    Time until;
  };
  boost::asio::awaitable<Known> look(std::string url) const;
  Known read(const net::HttpResult& answer) const;
  void make_room(Time now);

  net::HttpClient& client_;
  const std::string name_;
  const Now now_;
  std::unordered_map<std::string, Known> sites_;  // by the robots.txt's address
};

}  // namespace figured::feeds
