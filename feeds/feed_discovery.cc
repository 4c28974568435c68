#include "feeds/feed_discovery.h"

#include <algorithm>
#include <functional>
#include <string>

#include "feeds/html_tag.h"
#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kMaxFeeds = 16;

bool is_feed_type(std::string_view type) {
  type = trim(type.substr(0, type.find(';')));
  for (const std::string_view known : {"application/rss+xml", "application/atom+xml",
                                       "application/feed+json", "application/rdf+xml"})
    if (equal_ignoring_case(type, known)) return true;
  return false;
}

// The last part of the path, or the host's first label, says so.
bool looks_like_feed(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (const std::string_view end :
       {".rss", ".atom", ".rdf", "/rss", "/feed", "/feed/", "/atom", "/rss/", "rss.xml", "feed.xml",
        "atom.xml", "index.xml", "feed.json"})
    if (url.size() > end.size() && equal_ignoring_case(url.substr(url.size() - end.size()), end))
      return true;
  return find_ignoring_case(url, "://feeds.") != url.npos;
}

bool is_http(std::string_view url) {
  return starts_ignoring_case(url, "http://") || starts_ignoring_case(url, "https://");
}

void keep(std::vector<LinkedFeed>& feeds, LinkedFeed feed) {
  const bool known = std::ranges::any_of(feeds, [&](const auto& f) { return f.url == feed.url; });
  if (!known && is_http(feed.url) && feeds.size() < kMaxFeeds) feeds.push_back(std::move(feed));
}

// A page may say what its addresses are relative to.
std::string base_of(std::string_view page, std::string_view url) {
  const auto base = find_tag(page, "base", 0);
  const std::string href = base ? tag_value(base->text, "href") : std::string();
  return href.empty() ? std::string(url) : resolve_url(url, href);
}

using Wanted = std::function<bool(const HtmlTag& tag, const std::string& address)>;

std::vector<LinkedFeed> collect(std::string_view page, std::string_view url, std::string_view name,
                                const Wanted& wanted) {
  const std::string base = base_of(page, url);
  std::vector<LinkedFeed> feeds;
  for (auto tag = find_tag(page, name, 0); tag; tag = find_tag(page, name, tag->end)) {
    const std::string href = tag_value(tag->text, "href");
    if (href.empty()) continue;
    const std::string address = resolve_url(base, href);
    if (wanted(*tag, address)) keep(feeds, {address, tag_value(tag->text, "title")});
  }
  return feeds;
}

bool is_declared(const HtmlTag& tag, const std::string&) {
  return find_ignoring_case(tag_value(tag.text, "rel"), "alternate") != std::string::npos &&
         is_feed_type(tag_value(tag.text, "type"));
}

bool is_likely(const HtmlTag&, const std::string& address) { return looks_like_feed(address); }

}  // namespace

std::vector<LinkedFeed> discover_feeds(std::string_view page, std::string_view url) {
  auto feeds = collect(page, url, "link", is_declared);
  return feeds.empty() ? collect(page, url, "a", is_likely) : feeds;
}

}  // namespace figured::feeds
