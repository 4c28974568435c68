// Mattermost incoming webhooks: developers.mattermost.com/integrate/webhooks/incoming.
//
// It takes Slack's attachments, with Markdown in them, and Slack's mentions too; "@all",
// "@channel" and "@here" ping wherever they stand, so an "@" never meets its word.
// A post holds 16,383 characters.
#include <boost/json.hpp>
#include <cstdio>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxText = 7'000;

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : with_backslashes(text, "\\*_~`|>#-[]()!:")) {
    if (c == '<')
      escaped += "\uff1c";  // full width: "<!channel>" is read before any escape
    else
      escaped += c;
    if (c == '@') escaped += "\u200b";
  }
  return escaped;
}

std::string bold(const std::string& text) { return "**" + text + "**"; }
std::string link(const std::string& url, const std::string& text) {
  return "[" + text + "](" + url + ")";
}

constexpr Markup kMarkdown{escape, bold, link, "- "};

}  // namespace

net::HttpRequest mattermost_request(const Endpoint& endpoint, const Message& message) {
  const std::string text = message.is_group() ? told(message, kMarkdown, kMaxText)
                                              : told(message.newest(), kMarkdown, kMaxText);
  const std::string head = escape(headline(message, kMaxTitle));
  char color[8];
  std::snprintf(color, sizeof color, "#%06x", static_cast<unsigned>(color_of(message)));
  json::object attachment = {{"fallback", head}, {"color", color}, {"title", head}, {"text", text}};
  return post_json(endpoint, json::object{{"username", "figured"},
                                          {"attachments", json::array{std::move(attachment)}}});
}

}  // namespace figured::alerts
