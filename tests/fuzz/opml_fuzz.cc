// Any bytes as OPML: no crash, no hang; what is read is clean, and what is written of
// it is read again as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/charset.h"
#include "feeds/opml.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::feeds;
  const auto opml = parse_opml({reinterpret_cast<const char*>(data), size});
  if (!opml) {
    check(!opml.error().message.empty());
    return 0;
  }
  for (const OpmlFeed& feed : opml->feeds) {
    check(!feed.url.empty() && is_valid_utf8(feed.url) && is_valid_utf8(feed.title));
    check(!feed.interval || feed.interval->count() > 0);
  }
  const auto again = parse_opml(format_opml(opml->feeds, {}));
  check(again && again->feeds.size() <= opml->feeds.size());
  return 0;
}
