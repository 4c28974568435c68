// Slack incoming webhooks: api.slack.com/messaging/webhooks and
// api.slack.com/reference/block-kit/blocks.
//
// A header holds 150 characters of plain text, a section 3,000 of mrkdwn, a message 50
// blocks.  "&", "<" and ">" are the only control characters of mrkdwn's mentions and
// links (api.slack.com/reference/surfaces/formatting#escaping); the signs of bold, italics
// and code only style, and a zero-width space keeps them from meeting words.
#include <boost/json.hpp>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxHeader = 150;
constexpr std::size_t kMaxSection = 2'900;
constexpr std::size_t kMaxSections = 40;

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '*':
      case '_':
      case '~':
      case '`':
        escaped += c;
        escaped += "\u200b";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string bold(const std::string& text) { return "*" + text + "*"; }

std::string link(const std::string& url, const std::string& text) {
  return "<" + escape(url) + "|" + text + ">";
}

constexpr Markup kMrkdwn{escape, bold, link, "\u2022 "};

json::object section(const std::string& text) {
  return {{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", text}}}};
}

}  // namespace

net::HttpRequest slack_request(const Endpoint& endpoint, const Message& message) {
  const std::string head = headline(message, kMaxHeader);
  json::array blocks;
  blocks.push_back(json::object{
      {"type", "header"}, {"text", {{"type", "plain_text"}, {"text", head}, {"emoji", false}}}});
  for (const Notice& notice : message.notices) {
    if (blocks.size() > kMaxSections) break;
    const std::string before = message.is_group() ? bold(escape(headline(notice, 200))) + "\n" : "";
    blocks.push_back(section(before + told(notice, kMrkdwn, kMaxSection - before.size())));
  }
  return post_json(endpoint, json::object{{"text", escape(head)}, {"blocks", std::move(blocks)}});
}

}  // namespace figured::alerts
