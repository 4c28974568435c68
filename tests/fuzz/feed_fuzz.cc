// Any bytes as a feed document: no crash, no hang, and what is promised of the
// result holds.  The first byte chooses what HTTP says of the rest.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/article_identity.h"
#include "feeds/charset.h"
#include "feeds/parser.h"
#include "feeds/plain_text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

figured::feeds::HttpMeta meta_of(std::uint8_t choice) {
  static constexpr const char* kTypes[] = {"",
                                           "text/xml; charset=iso-8859-1",
                                           "application/xml; charset=windows-1251",
                                           "text/html; charset=utf-8",
                                           "application/feed+json",
                                           "text/xml; charset=shift_jis",
                                           "text/xml; charset=iso-2022-jp",
                                           "text/xml; charset=no-such"};
  return {.content_type = kTypes[choice % 8],
          .content_location = choice & 8 ? "../x" : "",
          .url = choice & 16 ? "https://a.example/b/c" : ""};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::feeds;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto feed = parse_feed(bytes, meta_of(data[0]));
  if (!feed) {
    check(!feed.error().message.empty());
    return 0;
  }
  check(feed->items.size() <= kMaxItems);
  const auto articles = make_articles(feed->items, {});
  check(articles.size() <= feed->items.size());
  for (const Article& article : articles) {
    check(!article.identity.empty());
    check(is_valid_utf8(article.title) && is_valid_utf8(article.text));
    check(article.title.find('\n') == article.title.npos);
    check(article.text.find("\n\n") == article.text.npos);
  }
  return 0;
}
