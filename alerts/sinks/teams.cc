// Microsoft Teams by a workflow ("When a Teams webhook request is received"): an adaptive
// card 1.2, adaptivecards.io/explorer.
//
// A TextRun is never read as Markdown, unlike a TextBlock, so what strangers wrote
// stands in runs only, and mentions need an entity that we do not send.  A card holds
// 28 KB.
#include <boost/json.hpp>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxText = 1'500;
constexpr std::size_t kMaxNotices = 10;
constexpr std::size_t kMaxLinks = 4;

json::object paragraph(const std::string& text, bool heading, std::string_view color) {
  json::object run = {{"type", "TextRun"}, {"text", text}};
  if (heading) run["weight"] = "bolder";
  if (heading) run["size"] = "medium";
  if (!color.empty()) run["color"] = color;
  return {{"type", "RichTextBlock"}, {"inlines", json::array{std::move(run)}}};
}

json::array links_of(const Message& message) {
  json::array actions;
  if (const std::string url = safe_url(message.newest().link); !url.empty())
    actions.push_back(
        json::object{{"type", "Action.OpenUrl"}, {"title", "The whole dispute"}, {"url", url}});
  for (const NoticeClaim& claim : message.newest().claims) {
    const std::string url = safe_url(claim.url);
    if (url.empty() || actions.size() == kMaxLinks) continue;
    actions.push_back(
        json::object{{"type", "Action.OpenUrl"}, {"title", claim.outlet}, {"url", url}});
  }
  return actions;
}

// Links stand below as buttons.
std::string as_it_is(std::string_view text) { return std::string(text); }
std::string not_bold(const std::string& text) { return text; }
std::string without_url(const std::string&, const std::string& text) { return text; }

constexpr Markup kRuns{as_it_is, not_bold, without_url, "\u2022 "};

void add_lines(json::array& body, const std::string& text) {
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    body.push_back(paragraph(text.substr(from, end - from), false, ""));
    from = end + 1;
  }
}

}  // namespace

net::HttpRequest teams_request(const Endpoint& endpoint, const Message& message) {
  const std::string_view word = severity_word(severity_of(message));
  json::array body;
  body.push_back(paragraph(headline(message, kMaxTitle), true,
                           word == "high"     ? "attention"
                           : word == "medium" ? "warning"
                                              : "default"));
  std::size_t told_of = 0;
  for (const Notice& notice : message.notices) {
    if (told_of++ == kMaxNotices) break;
    if (message.is_group()) body.push_back(paragraph(headline(notice, kMaxTitle), true, ""));
    add_lines(body, told(notice, kRuns, kMaxText));
  }
  json::object card = {{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
                       {"type", "AdaptiveCard"},
                       {"version", "1.2"},
                       {"body", std::move(body)},
                       {"actions", links_of(message)},
                       {"msteams", {{"width", "full"}}}};
  json::object attachment = {{"contentType", "application/vnd.microsoft.card.adaptive"},
                             {"contentUrl", nullptr},
                             {"content", std::move(card)}};
  return post_json(endpoint, json::object{{"type", "message"},
                                          {"attachments", json::array{std::move(attachment)}}});
}

}  // namespace figured::alerts
