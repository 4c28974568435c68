#include "feeds/feed_reader.h"

#include <xxhash.h>

#include <algorithm>

#include "feeds/article_identity.h"
#include "feeds/fetch_status.h"
#include "feeds/parser.h"
#include "feeds/poll_hints.h"
#include "feeds/server_wish.h"
#include "net/content_decoder.h"

namespace figured::feeds {
namespace {

Validators validators_of(const net::HttpResponse& answer) {
  return {std::string(answer.header("ETag")), std::string(answer.header("Last-Modified"))};
}

HttpMeta meta_of(const net::HttpResponse& answer) {
  return {std::string(answer.header("Content-Type")),
          std::string(answer.header("Content-Location")),
          std::string(answer.header("Content-Language")), answer.url};
}

void fail(FeedReading& reading, std::string code, std::string why) {
  reading.outcome = PollOutcome::kFailed;
  reading.code = std::move(code);
  reading.error = std::move(why);
}

// Such dates are off by as much as the feed's zone is, where nobody has named it.
void note_zones(FeedReading& reading, const FeedSource& source) {
  for (const DateZone zone : {DateZone::kFeed, DateZone::kAssumed}) {
    const auto count = std::ranges::count(reading.articles, zone, &Article::published_zone);
    if (count > 0)
      reading.repairs.push_back("dates without a zone taken for " +
                                (zone == DateZone::kFeed ? source.zone.name() : "UTC") + ", of " +
                                std::to_string(count) + (count == 1 ? " article" : " articles"));
  }
}

void read_document(FeedReading& reading, const FeedDocument& document, const FeedSource& source) {
  reading.outcome = PollOutcome::kChanged;
  reading.articles = make_articles(document.items, source);
  reading.feed_title = document.title;
  reading.repairs = document.repairs;
  note_zones(reading, source);
  reading.hints = poll_hints(document);
  reading.older_page = document.older_page;
}

void read_body(FeedReading& reading, const net::HttpResponse& answer, const FeedSource& source) {
  auto body = net::decode_content(answer.body, answer.header("Content-Encoding"),
                                  {.max_size = kMaxDocument});
  if (!body) return fail(reading, "bad-encoding", body.error().message);
  const auto document = parse_feed(*body, meta_of(answer));
  if (!document)
    return fail(reading, std::string(format_feed_error_kind(document.error().kind)),
                document.error().message);
  read_document(reading, *document, source);
  reading.hub = find_hub(answer, *document);
  reading.validators = validators_of(answer);
}

// A 304 may bring new validators; where it brings none the old ones stand.
void read_unchanged(FeedReading& reading, const net::HttpResponse& answer, const Feed& feed) {
  reading.outcome = PollOutcome::kUnchanged;
  reading.code = "unchanged";
  Validators fresh = validators_of(answer);
  if (fresh.etag.empty()) fresh.etag = feed.validators.etag;
  if (fresh.last_modified.empty()) fresh.last_modified = feed.validators.last_modified;
  if (fresh != feed.validators) reading.validators = std::move(fresh);
}

// The very bytes that were read the last time.
void read_same_body(FeedReading& reading, const net::HttpResponse& answer) {
  reading.outcome = PollOutcome::kUnchanged;
  reading.code = "same-body";
  reading.validators = validators_of(answer);
}

void read_wishes(FeedReading& reading, const net::HttpResponse& answer,
                 std::chrono::sys_seconds now) {
  reading.retry_after = asked_wait(answer.header("Retry-After"), now);
  reading.fresh = freshness_left({.cache_control = answer.header("Cache-Control"),
                                  .age = answer.header("Age"),
                                  .expires = answer.header("Expires"),
                                  .date = answer.header("Date")},
                                 now);
}

void read_answer(FeedReading& reading, const net::HttpResponse& answer, const Feed& feed) {
  reading.status = answer.status;
  reading.bytes = answer.body.size();
  reading.moved_to = answer.moved_to;
  if (answer.status == 304) return read_unchanged(reading, answer, feed);
  FetchStatus status = fetch_status(answer);
  if (!status.error.empty()) return fail(reading, std::move(status.code), std::move(status.error));
  reading.code = std::move(status.code);
  reading.body_hash = XXH3_64bits(answer.body.data(), answer.body.size());
  const bool same = reading.body_hash == feed.memory.conditional.body_hash;
  same ? read_same_body(reading, answer) : read_body(reading, answer, feed.source);
}

}  // namespace

FeedReading read_fetch(const Fetch& fetch) {
  FeedReading reading;
  reading.lateness = fetch.lateness;
  reading.took = fetch.took;
  reading.pushed = fetch.pushed;
  reading.pushing = fetch.pushing;
  if (fetch.answer) {
    read_wishes(reading, *fetch.answer, fetch.at);
    read_answer(reading, *fetch.answer, fetch.feed);
  } else {
    const net::HttpError& error = fetch.answer.error();
    fail(reading, std::string(net::format_http_error_kind(error.kind)), error.message);
  }
  if (reading.pushed && reading.outcome != PollOutcome::kFailed) reading.code = "pushed";
  return reading;
}

}  // namespace figured::feeds
