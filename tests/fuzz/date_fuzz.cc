// Any bytes as the date of an item and as a Retry-After header: no crash; a date that is
// read is written so that it is read again as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/feed_date.h"
#include "net/retry_after.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

using namespace std::chrono;

// A zone may carry the first and the last day of these out of them.
bool has_four_digits(sys_seconds time) {
  const year_month_day date{floor<days>(time)};
  return date.year() >= year{1000} && date.year() <= year{9999};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto time = feeds::parse_feed_date(text); time && has_four_digits(*time))
    check(feeds::parse_feed_date(feeds::format_feed_date(*time)) == time);
  if (const auto wait = net::parse_retry_after(text, sys_seconds{})) check(*wait >= 0s);
  return 0;
}
