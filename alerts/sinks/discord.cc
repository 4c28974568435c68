// Discord webhooks: discord.com/developers/docs/resources/webhook#execute-webhook.
//
// An embed's title holds 256 characters, its description 4,096, all embeds together
// 6,000, a message 10 embeds.  "allowed_mentions" without any kind keeps "@everyone" in
// a headline from pinging a server.
#include <boost/json.hpp>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxTitle = 256;
constexpr std::size_t kMaxText = 4'000;

std::string escape(std::string_view text) { return with_backslashes(text, "\\*_~`|>#-[]()<@:"); }
std::string bold(const std::string& text) { return "**" + text + "**"; }
std::string link(const std::string& url, const std::string& text) {
  return "[" + text + "](" + url + ")";
}

constexpr Markup kMarkdown{escape, bold, link, "\u2022 "};

}  // namespace

net::HttpRequest discord_request(const Endpoint& endpoint, const Message& message) {
  const std::string text = message.is_group() ? told(message, kMarkdown, kMaxText)
                                              : told(message.newest(), kMarkdown, kMaxText);
  json::object embed = {{"title", escape(headline(message, kMaxTitle / 2))},
                        {"description", text},
                        {"color", color_of(message)},
                        {"timestamp", claims::format_time(message.newest().alert.created_at)}};
  return post_json(endpoint, json::object{{"username", "figured"},
                                          {"embeds", json::array{std::move(embed)}},
                                          {"allowed_mentions", {{"parse", json::array()}}}});
}

}  // namespace figured::alerts
