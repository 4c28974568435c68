// WebhookIntake is the receiving end of figured's webhooks.
//
// It verifies the Standard Webhooks signature, remembers every id and how often
// it came, and hands each alert on once.
#pragma once
#include <boost/json/fwd.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "alerts/standard_webhooks.h"
#include "net/http_server.h"

namespace figured::wire {

class WebhookIntake {
 public:
  using OnAlert = std::function<void(const boost::json::object& alert)>;

  // `secret` is "whsec_" and base64.  Throws std::invalid_argument if it is not.
  WebhookIntake(const std::string& secret, OnAlert on_alert);

  // 200 to an alert, 401 to a signature that is wrong or too old at `now`, 400
  // to a body that is no JSON object.
  net::ServerResponse take(const net::ServerRequest& request, std::chrono::sys_seconds now);

  // How often each id was accepted.
  const std::map<std::string, int>& deliveries() const { return deliveries_; }
  // Distinct alerts of a type: "figure.contradiction".
  int count(const std::string& type) const;
  int rejected() const { return rejected_; }

 private:
  bool is_signed(const net::ServerRequest& request, std::chrono::sys_seconds now) const;

  const alerts::WebhookSecret secret_;
  const OnAlert on_alert_;
  std::map<std::string, int> deliveries_;
  std::map<std::string, int> types_;
  int rejected_ = 0;
};

// A new random secret.
std::string make_secret();

}  // namespace figured::wire
