// BudgetedHttpClient sends requests when the budget has room for their answers, and
// waits until then.
//
// The time it waits is not the request's.  It runs on the I/O thread.
#pragma once
#include <functional>
#include <string>

#include "daemon/intake/intake_budget.h"
#include "net/http_client.h"

namespace figured::daemon {

class BudgetedHttpClient : public net::HttpClient {
 public:
  // Told of each request that has to wait: for what.
  using PutOff = std::function<void(const std::string& why)>;

  // The client and the budget must outlive this.
  BudgetedHttpClient(net::HttpClient& client, IntakeBudget& budget, PutOff put_off)
      : client_(client), budget_(budget), put_off_(std::move(put_off)) {}

  boost::asio::awaitable<net::HttpResult> send(net::HttpRequest request) override;

 private:
  boost::asio::awaitable<void> wait();

  net::HttpClient& client_;
  IntakeBudget& budget_;
  const PutOff put_off_;
};

// Holds what was fetched against the budget until it is stored.
class HeldIntake {
 public:
  HeldIntake(IntakeBudget& budget, std::size_t bytes) : budget_(budget), bytes_(bytes) {
    budget_.hold(bytes_);
  }
  ~HeldIntake() { budget_.release(bytes_); }
  HeldIntake(const HeldIntake&) = delete;
  HeldIntake& operator=(const HeldIntake&) = delete;

 private:
  IntakeBudget& budget_;
  const std::size_t bytes_;
};

}  // namespace figured::daemon
