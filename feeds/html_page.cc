#include "feeds/html_page.h"

#include <algorithm>
#include <vector>

#include "feeds/feed_discovery.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kHead = 64 * 1024;

std::string title_of(std::string_view page) {
  const auto open = find_ignoring_case(page, "<title");
  const auto start = open == page.npos ? open : page.find('>', open);
  if (start == page.npos) return {};
  const auto end = std::min(page.find('<', start), page.size());
  return plain_line(page.substr(start + 1, std::min<std::size_t>(end - start - 1, 120)));
}

// "https://a.example/rss (World), https://a.example/atom and 3 more"
std::string list_words(const std::vector<LinkedFeed>& feeds) {
  constexpr std::size_t kNamed = 3;
  std::string words;
  for (std::size_t i = 0; i < std::min(feeds.size(), kNamed); ++i) {
    words += (i == 0 ? "" : ", ") + feeds[i].url;
    if (!feeds[i].title.empty()) words += " (" + feeds[i].title + ")";
  }
  if (feeds.size() > kNamed) words += " and " + std::to_string(feeds.size() - kNamed) + " more";
  return words;
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
    return {FeedErrorKind::kLogin, "The server asks for a log-in (" + named +
                                       "); use a feed address that carries access, give the feed "
                                       "a log-in in the configuration, or use a public feed"};
  auto feeds = discover_feeds(text, url);
  if (feeds.empty())
    return {FeedErrorKind::kHtmlPage,
            "The address answers with " + named +
                ", not with a feed; look up the feed's address on the site"};
  const bool one = feeds.size() == 1;
  return {FeedErrorKind::kHtmlPage,
          "The address answers with " + named + ", which names " +
              (one ? "this feed: " : "these feeds: ") + list_words(feeds) +
              (one ? "; use that one" : "; use one of them"),
          std::move(feeds)};
}

}  // namespace figured::feeds
