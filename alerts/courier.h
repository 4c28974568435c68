// Courier brings one message to one endpoint, once.
//
// Whether and when to try again is RetrySchedule's business.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "alerts/endpoint.h"
#include "alerts/message.h"
#include "alerts/retry_schedule.h"
#include "net/http_client.h"
#include "net/mail_client.h"

namespace figured::alerts {

class Courier {
 public:
  // The clients must outlive the courier.
  Courier(boost::asio::any_io_executor executor, net::HttpClient& http, net::MailClient& mail)
      : executor_(std::move(executor)), http_(http), mail_(mail) {}

  // What became of it; an answer's error names the endpoint's server, never what is
  // secret of it.  The references must outlive the coroutine.  Cancelling it ends the
  // exchange with system_error(operation_aborted).
  boost::asio::awaitable<Answer> bring(const Endpoint& endpoint, const Message& message,
                                       std::chrono::sys_seconds at);

 private:
  boost::asio::any_io_executor executor_;
  net::HttpClient& http_;
  net::MailClient& mail_;
};

// What a server made of a message, as of `at`.  Where it asks for a rest in its body
// only ("retry_after", as Discord and Telegram do), that counts as Retry-After.
Answer read_answer(const net::HttpResult& result, std::chrono::sys_seconds at);

}  // namespace figured::alerts
