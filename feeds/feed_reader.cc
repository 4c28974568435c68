#include "feeds/feed_reader.h"

#include <algorithm>

#include "feeds/article_identity.h"
#include "feeds/parser.h"
#include "feeds/server_wish.h"
#include "net/content_decoder.h"

namespace figured::feeds {
namespace {

Validators validators_of(const net::HttpResponse& answer) {
  return {std::string(answer.header("ETag")), std::string(answer.header("Last-Modified"))};
}

// What the status says, for people; "" = the answer can be read.
std::string explain_status(int status) {
  const std::string said = "The server answers " + std::to_string(status);
  if (status >= 200 && status < 300) return {};
  switch (status) {
    case 401:
    case 407:
      return said + " (log-in wanted); use a feed address that carries access";
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

HttpMeta meta_of(const net::HttpResponse& answer) {
  return {std::string(answer.header("Content-Type")),
          std::string(answer.header("Content-Location")),
          std::string(answer.header("Content-Language")), answer.url};
}

void fail(FeedReading& reading, std::string why) {
  reading.outcome = PollOutcome::kFailed;
  reading.error = std::move(why);
}

void read_body(FeedReading& reading, const net::HttpResponse& answer, const FeedSource& source) {
  auto body = net::decode_content(answer.body, answer.header("Content-Encoding"),
                                  {.max_size = kMaxDocument});
  if (!body) return fail(reading, body.error().message);
  const auto document = parse_feed(*body, meta_of(answer));
  if (!document) return fail(reading, document.error().message);
  reading.outcome = PollOutcome::kChanged;
  reading.articles = make_articles(document->items, source);
  reading.validators = validators_of(answer);
  reading.feed_title = document->title;
  reading.repairs = document->repairs;
}

// A 304 may bring new validators; where it brings none the old ones stand.
void read_unchanged(FeedReading& reading, const net::HttpResponse& answer, const Feed& feed) {
  reading.outcome = PollOutcome::kUnchanged;
  Validators fresh = validators_of(answer);
  if (fresh.etag.empty()) fresh.etag = feed.validators.etag;
  if (fresh.last_modified.empty()) fresh.last_modified = feed.validators.last_modified;
  if (fresh != feed.validators) reading.validators = std::move(fresh);
}

std::chrono::seconds wish_of(const net::HttpResponse& answer, std::chrono::sys_seconds now) {
  return std::max(asked_wait(answer.header("Retry-After"), now),
                  freshness_left(answer.header("Cache-Control"), answer.header("Age")));
}

void read_answer(FeedReading& reading, const net::HttpResponse& answer, const Feed& feed) {
  reading.status = answer.status;
  if (answer.status == 304) return read_unchanged(reading, answer, feed);
  if (auto why = explain_status(answer.status); !why.empty()) return fail(reading, std::move(why));
  read_body(reading, answer, feed.source);
}

}  // namespace

FeedReading read_fetch(const Fetch& fetch, const PollSchedule& schedule) {
  FeedReading reading;
  std::chrono::seconds wish{0};
  if (fetch.answer) {
    wish = wish_of(*fetch.answer, fetch.at);
    read_answer(reading, *fetch.answer, fetch.feed);
  } else {
    fail(reading, fetch.answer.error().message);
  }
  const bool failed = reading.outcome == PollOutcome::kFailed;
  reading.failures = failed ? fetch.feed.failures + 1 : 0;
  const auto seed = static_cast<std::uint64_t>(fetch.feed.id) << 32 ^
                    static_cast<std::uint64_t>(fetch.at.time_since_epoch().count());
  reading.next_poll =
      fetch.at + schedule.rest_after(fetch.feed.source.interval, reading.failures, wish, seed);
  return reading;
}

Feed apply_reading(Feed feed, const FeedReading& reading, std::chrono::sys_seconds at,
                   std::int64_t stored) {
  feed.last_poll = at;
  feed.next_poll = reading.next_poll;
  feed.failures = reading.failures;
  feed.last_error = reading.error;
  feed.last_status = reading.status;
  feed.polls += 1;
  feed.unchanged += reading.outcome == PollOutcome::kUnchanged;
  feed.articles += stored;
  if (reading.outcome != PollOutcome::kFailed) feed.last_success = at;
  if (reading.validators) feed.validators = *reading.validators;
  if (!reading.feed_title.empty()) feed.title = reading.feed_title;
  return feed;
}

}  // namespace figured::feeds
