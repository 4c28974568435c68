#include "feeds/fetch_status.h"

#include "feeds/html_page.h"
#include "feeds/text_scan.h"
#include "net/content_decoder.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kMaxRefusal = 1024 * 1024;

// What the page behind a refusal is: a proof of being human, a log-in; else nothing.
FetchStatus read_refusal(const net::HttpResponse& answer) {
  auto page = net::decode_content(answer.body, answer.header("Content-Encoding"),
                                  {.max_size = kMaxRefusal});
  if (!page || !is_html_page(*page)) return {};
  FeedError error = explain_html_page(*page, answer.url);
  const bool telling =
      error.kind == FeedErrorKind::kChallenge || error.kind == FeedErrorKind::kLogin;
  if (!telling) return {};
  return {std::string(format_feed_error_kind(error.kind)), std::move(error.message)};
}

std::string words_of(int status) {
  const std::string said = "The server answers " + std::to_string(status);
  switch (status) {
    case 401:
    case 407:
      return said +
             " (log-in wanted); give the feed a log-in in the configuration, or use a feed "
             "address that carries access";
    case 403:
      return said + " (forbidden); the publisher may refuse feed readers, ask them";
    case 404:
      return said + " (not found); look up the feed's address on the publisher's site";
    case 410:
      return said + " (gone); the feed has been given up, remove it";
    case 429:
      return said + " (too many requests); it will be asked less often";
    default:
      break;
  }
  if (status >= 500) return said + " (its own trouble); it will be asked again";
  if (status >= 300 && status < 400) return said + " (moved, without saying where)";
  return said + "; it will be asked again";
}

std::string code_of(int status) {
  if (status == 401 || status == 407) return "login";
  if (status == 410) return "gone";
  return "http-" + std::to_string(status);
}

}  // namespace

FetchStatus fetch_status(const net::HttpResponse& answer) {
  if (answer.status >= 200 && answer.status < 300) return {};
  if (equal_ignoring_case(trim(answer.header("cf-mitigated")), "challenge"))
    return {"challenge",
            "The server asks for a proof of being human (Cloudflare); ask the publisher to let "
            "feed readers in"};
  if (answer.status == 401 || answer.status == 403 || answer.status == 503)
    if (auto refusal = read_refusal(answer); !refusal.error.empty()) return refusal;
  return {code_of(answer.status), words_of(answer.status)};
}

}  // namespace figured::feeds
