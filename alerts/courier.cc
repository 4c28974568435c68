#include "alerts/courier.h"

#include <boost/json.hpp>
#include <cmath>

#include "alerts/excerpt.h"
#include "alerts/sinks/command.h"
#include "alerts/sinks/email.h"
#include "alerts/sinks/sinks.h"
#include "net/retry_after.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

// {"retry_after":0.35} of Discord, {"parameters":{"retry_after":35}} of Telegram.
std::optional<std::chrono::seconds> asked_in_body(const std::string& body) {
  json::error_code error;
  const json::value answer = json::parse(body, error);
  if (error || !answer.is_object()) return std::nullopt;
  const json::object* holder = &answer.get_object();
  if (const json::value* inner = holder->if_contains("parameters"); inner && inner->is_object())
    holder = &inner->get_object();
  const json::value* rest = holder->if_contains("retry_after");
  if (rest == nullptr || !rest->is_number()) return std::nullopt;
  const double seconds = rest->to_number<double>();
  if (!(seconds >= 0 && seconds < 1e9)) return std::nullopt;
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(seconds)));
}

// "invalid_payload": services say in a line what they do not like; a page is no line.
std::string words_of(const net::HttpResponse& response) {
  constexpr std::size_t kMaxWords = 120;
  const bool taken = response.status >= 200 && response.status < 300;
  const auto first = response.body.find_first_not_of(" \t\r\n");
  if (taken || first == std::string::npos || response.body[first] == '<') return "";
  const auto last = response.body.find_last_not_of(" \t\r\n");
  return one_line(std::string_view(response.body).substr(first, last - first + 1), kMaxWords);
}

Answer read_mail_answer(const net::MailResult& result) {
  if (!result) return {0, result.error().message, std::nullopt};
  // 250 of SMTP is what 200 is of HTTP.
  return {200, "", std::nullopt};
}

}  // namespace

Answer read_answer(const net::HttpResult& result, std::chrono::sys_seconds at) {
  if (!result) return {0, result.error().message, std::nullopt};
  Answer answer{result->status, words_of(*result),
                net::parse_retry_after(result->header("retry-after"), at)};
  if (!answer.retry_after && result->status == 429)
    answer.retry_after = asked_in_body(result->body);
  return answer;
}

boost::asio::awaitable<Answer> Courier::bring(const Endpoint& endpoint, const Message& message,
                                              std::chrono::sys_seconds at) {
  if (endpoint.kind == SinkKind::kCommand)
    co_return co_await run_command(executor_, endpoint, message);
  if (endpoint.kind == SinkKind::kEmail) {
    const net::MailResult sent = co_await mail_.send(email_of(endpoint, message, at));
    co_return read_mail_answer(sent);
  }
  const net::HttpResult result = co_await http_.send(sink_request(endpoint, message, at));
  co_return read_answer(result, at);
}

}  // namespace figured::alerts
