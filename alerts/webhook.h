// Webhook: one alert posted to one endpoint, once.
//
// Whether and when to try again is RetrySchedule's business.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "alerts/alert.h"
#include "alerts/endpoint.h"
#include "alerts/retry_schedule.h"
#include "net/http_client.h"

namespace figured::alerts {

// The request as it is sent: the alert's body byte for byte, its id, the time of
// this attempt and the signatures in the headers of Standard Webhooks.
net::HttpRequest webhook_request(const Endpoint& endpoint, const Alert& alert,
                                 std::chrono::sys_seconds at);

// What the endpoint made of it, as of `at`.
Answer read_answer(const net::HttpResult& result, std::chrono::sys_seconds at);

// The references must outlive the coroutine.  Cancelling it ends the transfer
// with system_error(operation_aborted).
boost::asio::awaitable<Answer> post_webhook(net::HttpClient& http, const Endpoint& endpoint,
                                            const Alert& alert, std::chrono::sys_seconds at);

}  // namespace figured::alerts
