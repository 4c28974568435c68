#include "alerts/webhook.h"

#include "net/retry_after.h"

namespace figured::alerts {
namespace {

// Nobody reads the answer's body; this much of it is let in to be polite.
constexpr std::size_t kMaxAnswer = 64 * 1024;

}  // namespace

net::HttpRequest webhook_request(const Endpoint& endpoint, const Alert& alert,
                                 std::chrono::sys_seconds at) {
  net::HttpRequest request;
  request.method = "POST";
  request.url = endpoint.url;
  request.headers = {{"content-type", "application/json"},
                     {"user-agent", endpoint.user_agent},
                     {"webhook-id", alert.id},
                     {"webhook-timestamp", std::to_string(at.time_since_epoch().count())}};
  if (!endpoint.secrets.empty())
    request.headers.push_back(
        {"webhook-signature", sign_webhook(endpoint.secrets, alert.id, at, alert.body)});
  request.body = alert.body;
  request.timeout = endpoint.timeout;
  request.max_body = kMaxAnswer;
  request.max_redirects = 0;
  return request;
}

Answer read_answer(const net::HttpResult& result, std::chrono::sys_seconds at) {
  if (!result) return {0, result.error().message, std::nullopt};
  return {result->status, "", net::parse_retry_after(result->header("retry-after"), at)};
}

boost::asio::awaitable<Answer> post_webhook(net::HttpClient& http, const Endpoint& endpoint,
                                            const Alert& alert, std::chrono::sys_seconds at) {
  const net::HttpResult result = co_await http.send(webhook_request(endpoint, alert, at));
  co_return read_answer(result, at);
}

}  // namespace figured::alerts
