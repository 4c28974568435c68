#include "alerts/sinks/post.h"

#include <boost/json/serialize.hpp>

#include "alerts/message.h"

namespace figured::alerts {
namespace {

// Nobody reads more of an answer's body; this much of it is let in to be polite.
constexpr std::size_t kMaxAnswer = 64 * 1024;

}  // namespace

net::HttpRequest post(const Endpoint& endpoint, std::string url, std::string_view type,
                      std::string body) {
  net::HttpRequest request;
  request.method = "POST";
  request.url = std::move(url);
  request.headers = {{"content-type", std::string(type)}, {"user-agent", endpoint.user_agent}};
  if (!endpoint.token.empty() && endpoint.kind != SinkKind::kTelegram)
    request.headers.push_back({"authorization", "Bearer " + endpoint.token});
  request.body = std::move(body);
  request.timeout = endpoint.timeout;
  request.max_body = kMaxAnswer;
  request.max_redirects = 0;
  request.secret_url = true;
  request.client_certificate = endpoint.client_certificate;
  request.client_key = endpoint.client_key;
  return request;
}

net::HttpRequest post_json(const Endpoint& endpoint, const boost::json::value& body) {
  return post(endpoint, endpoint.url, "application/json", boost::json::serialize(body));
}

int color_of(const Message& message) {
  constexpr int kRed = 0xd00000, kAmber = 0xe69100, kGrey = 0x6b7280, kGreen = 0x2e8540;
  const AlertType type = message.newest().alert.type;
  if (type == AlertType::kDisputeSettled || type == AlertType::kFeedRecovered) return kGreen;
  if (is_about_feed(type)) return kAmber;
  const std::string_view word = severity_word(severity_of(message));
  return word == "high" ? kRed : word == "medium" ? kAmber : kGrey;
}

}  // namespace figured::alerts
