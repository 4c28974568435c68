// ntfy: docs.ntfy.sh/publish/#publish-as-json.
//
// JSON is published to the server's root, the topic stands in it.  A message of more
// than 4,096 bytes would become an attachment.  Without "markdown" it is plain text.
#include <boost/json.hpp>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxText = 3'800;

// An emoji's short code.
std::string_view tag_of(AlertType type) {
  return type == AlertType::kDisputeSettled ? "white_check_mark" : "warning";
}

}  // namespace

net::HttpRequest ntfy_request(const Endpoint& endpoint, const Message& message) {
  const std::string text = message.is_group() ? told(message, kPlainText, kMaxText)
                                              : told(message.newest(), kPlainText, kMaxText);
  const std::string_view word = severity_word(severity_of(message));
  json::object body = {{"topic", endpoint.channel},
                       {"title", headline(message, kMaxTitle)},
                       {"message", text},
                       {"tags", json::array{tag_of(message.newest().alert.type)}},
                       {"priority", word == "high"     ? 4
                                    : word == "medium" ? 3
                                                       : 2}};
  if (const std::string link = safe_link(message.newest()); !link.empty()) body["click"] = link;
  return post_json(endpoint, body);
}

}  // namespace figured::alerts
