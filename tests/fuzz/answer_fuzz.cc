// Any bytes as the answer to a poll, headers and body: no crash, no hang, and what is
// promised of its reading holds.  The input is the first byte, which chooses the status,
// lines of headers, an empty line, and the body.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feeds/feed_reader.h"
#include "feeds/page/robots.h"
#include "feeds/server_wish.h"
#include "feeds/websub/hub_link.h"
#include "net/content_decoder.h"

namespace {

using namespace figured;

void check(bool holds) {
  if (!holds) std::abort();
}

int status_of(std::uint8_t choice) {
  static constexpr int kStatuses[] = {200, 206, 304, 301, 401, 403, 404, 410, 429, 500, 503, 204};
  return kStatuses[choice % std::size(kStatuses)];
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

net::HttpResponse answer_of(std::uint8_t choice, std::string_view rest) {
  net::HttpResponse answer;
  answer.status = status_of(choice);
  answer.url = "https://news.example/feeds/world.xml";
  for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
    const auto colon = std::min(line.find(':'), line.size());
    answer.headers.push_back({std::string(line.substr(0, colon)),
                              std::string(line.substr(std::min(colon + 1, line.size())))});
  }
  answer.body = rest;
  return answer;
}

void check_reading(const feeds::FeedReading& reading) {
  const bool failed = reading.outcome == feeds::PollOutcome::kFailed;
  check(!reading.code.empty() && reading.error.empty() != failed);
  check(reading.retry_after >= std::chrono::seconds(0) &&
        reading.retry_after <= feeds::kLongestWait);
  check(reading.fresh >= std::chrono::seconds(0) && reading.fresh <= feeds::kLongestWait);
  check(reading.outcome == feeds::PollOutcome::kChanged || reading.articles.empty());
  if (reading.hub && !reading.hub->hub.empty())
    check(reading.hub->hub.find("://") != std::string::npos && !reading.hub->topic.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  feeds::Fetch fetch{{}, answer_of(data[0], bytes), std::chrono::sys_seconds{}};
  const net::HttpResponse& answer = *fetch.answer;
  for (const net::HttpHeader& header : answer.headers) {
    for (const feeds::HeaderLink& link : feeds::parse_link_header(header.value))
      check(link.target.find('>') == std::string::npos);
    check(!feeds::product_token(header.value).starts_with(' '));
  }
  feeds::Robots::parse(answer.body, "figured").allows(answer.url);
  check_reading(feeds::read_fetch(fetch));
  return 0;
}
