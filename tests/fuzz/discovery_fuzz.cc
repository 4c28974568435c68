// Any bytes as a web page that came in place of a feed: no crash, no hang, and every
// feed that it is said to name is a web address.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/feed_discovery.h"
#include "feeds/html_page.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::feeds;
  const std::string_view page(reinterpret_cast<const char*>(data), size);
  for (const LinkedFeed& feed : discover_feeds(page, "https://a.example/news/")) {
    const std::string_view scheme = std::string_view(feed.url).substr(0, feed.url.find(':'));
    check(scheme.size() == 4 || scheme.size() == 5);
  }
  check(!explain_html_page(page, "https://a.example/").message.empty());
  return 0;
}
