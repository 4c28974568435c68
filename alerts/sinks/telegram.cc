// Telegram: core.telegram.org/bots/api#sendmessage.
//
// The token stands in the path.  In parse mode HTML only "<", ">" and "&" must be
// escaped, and '"' within attributes; a text holds 4,096 characters.
#include <boost/json.hpp>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxText = 3'900;

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
    if (c == '@') escaped += "\u200b";  // "@name" pings who has that name
  }
  return escaped;
}

std::string bold(const std::string& text) { return "<b>" + text + "</b>"; }
std::string link(const std::string& url, const std::string& text) {
  std::string address;  // safe_url() left no other sign that HTML reads
  for (const char c : url) address += c == '&' ? "&amp;" : std::string(1, c);
  return "<a href=\"" + address + "\">" + text + "</a>";
}

constexpr Markup kHtml{escape, bold, link, "\u2022 "};

}  // namespace

net::HttpRequest telegram_request(const Endpoint& endpoint, const Message& message) {
  const bool quiet = severity_word(severity_of(message)) == "low";
  const json::object body = {{"chat_id", endpoint.channel},
                             {"text", told(message, kHtml, kMaxText)},
                             {"parse_mode", "HTML"},
                             {"disable_web_page_preview", true},
                             {"disable_notification", quiet}};
  return post(endpoint, endpoint.url + "/bot" + endpoint.token + "/sendMessage", "application/json",
              json::serialize(body));
}

}  // namespace figured::alerts
