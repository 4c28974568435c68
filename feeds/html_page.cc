#include "feeds/html_page.h"

#include "feeds/plain_text.h"
#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kHead = 64 * 1024;

// Value of an attribute in a tag's text; "" = none.
std::string value_of(std::string_view tag, std::string_view name) {
  const auto at = find_ignoring_case(tag, std::string(name) + "=");
  if (at == tag.npos) return {};
  std::string_view rest = tag.substr(at + name.size() + 1);
  if (rest.empty()) return {};
  const bool quoted = rest[0] == '"' || rest[0] == '\'';
  const char quote = rest[0];
  if (quoted) rest.remove_prefix(1);
  const auto end = quoted ? rest.find(quote) : rest.find_first_of(" \t\r\n>");
  return plain_text(rest.substr(0, end));
}

std::string title_of(std::string_view page) {
  const auto open = find_ignoring_case(page, "<title");
  const auto start = open == page.npos ? open : page.find('>', open);
  if (start == page.npos) return {};
  const auto end = std::min(page.find('<', start), page.size());
  return plain_line(page.substr(start + 1, std::min<std::size_t>(end - start - 1, 120)));
}

// The feed that the page names in a <link rel="alternate">; "" = none.
std::string named_feed(std::string_view page, std::string_view url) {
  for (auto at = find_ignoring_case(page, "<link"); at != page.npos;
       at = find_ignoring_case(page, "<link", at + 5)) {
    const std::string_view tag = page.substr(at, page.find('>', at) - at);
    const std::string type = to_lower(value_of(tag, "type"));
    const bool feed = type == "application/rss+xml" || type == "application/atom+xml" ||
                      type == "application/feed+json";
    if (feed && to_lower(value_of(tag, "rel")).find("alternate") != std::string::npos)
      return resolve_url(url, value_of(tag, "href"));
  }
  return {};
}

bool holds_any(std::string_view page, std::initializer_list<std::string_view> words) {
  for (const auto word : words)
    if (find_ignoring_case(page, word) != page.npos) return true;
  return false;
}

}  // namespace

bool is_html_page(std::string_view text) {
  const std::string_view head = trim(text.substr(0, kHead));
  return starts_ignoring_case(head, "<!doctype html") || starts_ignoring_case(head, "<html") ||
         find_ignoring_case(head, "<html") != head.npos ||
         find_ignoring_case(head, "<body") != head.npos;
}

FeedError explain_html_page(std::string_view text, std::string_view url) {
  const std::string_view page = text.substr(0, kHead);
  const std::string title = title_of(page);
  const std::string named = title.empty() ? "a web page" : "the web page \"" + title + "\"";
  if (holds_any(page, {"cf-challenge", "cf_chl_", "challenge-platform", "captcha",
                       "just a moment...", "attention required!"}))
    return {FeedErrorKind::kChallenge, "The server asks for a proof of being human (" + named +
                                           "); ask the publisher to let feed readers in"};
  if (holds_any(page, {"type=\"password\"", "type='password'", "type=password"}))
    return {FeedErrorKind::kChallenge,
            "The server asks for a log-in (" + named +
                "); use a feed address that carries access, or a public feed"};
  const std::string feed = named_feed(page, url);
  if (!feed.empty())
    return {FeedErrorKind::kHtmlPage, "The address answers with " + named +
                                          ", which names this feed: " + feed + "; use that one"};
  return {FeedErrorKind::kHtmlPage,
          "The address answers with " + named +
              ", not with a feed; look up the feed's address on the site"};
}

}  // namespace figured::feeds
