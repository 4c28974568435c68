// Any bytes as an article's web page: no crash, no hang, and what is promised of the
// text holds.  The first byte chooses what HTTP says of the rest.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/charset.h"
#include "feeds/page/page_reader.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::feeds;
  if (size == 0) return 0;
  static constexpr const char* kTypes[] = {"", "text/html; charset=utf-8",
                                           "text/html; charset=iso-8859-1",
                                           "text/html; charset=shift_jis"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto page = read_page(bytes, kTypes[data[0] % 4], "https://a.example/b/c", {});
  if (!page) {
    check(!page.error().message.empty());
    return 0;
  }
  check(!page->text.empty() && is_valid_utf8(page->text) && is_valid_utf8(page->title));
  check(page->text.find("\n\n") == page->text.npos && page->text.front() != '\n');
  check(is_valid_utf8(page->byline) && page->title.find('\n') == page->title.npos);
  return 0;
}
