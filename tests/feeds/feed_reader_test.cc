#include "feeds/feed_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/poll_request.h"
#include "tests/support/fake_http_client.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::header_of;
using tests::ok;
using tests::status;

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'770'000'000)};
const std::string kRss =
    "<rss version='2.0'><channel><title>Quay</title>"
    "<item><guid>2</guid><title>Nine boats</title></item>"
    "<item><guid>1</guid><title>Seven boats</title></item></channel></rss>";

Feed known_feed() {
  Feed feed;
  feed.id = 7;
  feed.source = {.url = "https://a.example/rss", .outlet = "Quay", .group = "", .interval = 300s};
  feed.validators = {.etag = "\"old\"", .last_modified = "Sat, 14 Mar 2026 08:00:00 GMT"};
  return feed;
}

FeedReading read(net::HttpResult answer, Feed feed = known_feed()) {
  return read_fetch({std::move(feed), std::move(answer), kNow}, PollSchedule(24h, 0));
}

TEST(ReadFetch, AChangedFeed) {
  const auto reading =
      read(ok(kRss, {{"ETag", "\"new\""}, {"Last-Modified", "Sun, 15 Mar 2026 08:00:00 GMT"}}));
  EXPECT_EQ(reading.outcome, PollOutcome::kChanged);
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.status, 200);
  EXPECT_EQ(reading.feed_title, "Quay");
  ASSERT_THAT(reading.articles, SizeIs(2));
  EXPECT_EQ(reading.articles[0].title, "Nine boats");
  EXPECT_EQ(reading.articles[0].outlet, "Quay");
  EXPECT_EQ(reading.validators, (Validators{"\"new\"", "Sun, 15 Mar 2026 08:00:00 GMT"}));
  EXPECT_EQ(reading.next_poll, kNow + 300s);
}

TEST(ReadFetch, AServerThatStopsGivingValidators) {
  EXPECT_EQ(read(ok(kRss)).validators, Validators{});
}

TEST(ReadFetch, AnUnchangedFeedKeepsItsValidators) {
  const auto reading = read(status(304));
  EXPECT_EQ(reading.outcome, PollOutcome::kUnchanged);
  EXPECT_EQ(reading.validators, std::nullopt);
  EXPECT_THAT(reading.articles, IsEmpty());
  EXPECT_EQ(reading.next_poll, kNow + 300s);
}

TEST(ReadFetch, A304MayRenewValidators) {
  const auto reading = read(status(304, {{"ETag", "\"new\""}}));
  EXPECT_EQ(reading.validators, (Validators{"\"new\"", known_feed().validators.last_modified}));
}

TEST(ReadFetch, AnUnreadableBodyIsAFailureAndItsValidatorsAreNotTaken) {
  const auto reading = read(ok("<html><title>Soon back</title></html>", {{"ETag", "\"page\""}}));
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_THAT(reading.error, HasSubstr("Soon back"));
  EXPECT_EQ(reading.validators, std::nullopt);
  EXPECT_EQ(reading.status, 200);
  EXPECT_EQ(reading.failures, 1);
  EXPECT_EQ(reading.next_poll, kNow + 600s);
}

TEST(ReadFetch, ADamagedBodyIsAFailure) {
  const auto reading = read(ok("\x1f\x8b\x08 cut", {{"Content-Encoding", "gzip"}}));
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_THAT(reading.error, HasSubstr("gzip"));
}

TEST(ReadFetch, ARepairedFeedIsAChangedOneThatSaysSo) {
  const auto reading = read(ok(kRss.substr(0, kRss.size() - 40)));
  EXPECT_EQ(reading.outcome, PollOutcome::kChanged);
  EXPECT_THAT(reading.articles, SizeIs(1));
  EXPECT_THAT(reading.repairs, ElementsAre(HasSubstr("cut off")));
}

TEST(ReadFetch, NoAnswer) {
  const auto reading = read(net::HttpError{net::HttpErrorKind::kTimeout, "timed out"});
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_EQ(reading.error, "timed out");
  EXPECT_EQ(reading.status, 0);
}

TEST(ReadFetch, TheUrlAfterRedirectsIsTheBase) {
  auto answer = ok("<rss><channel><item><link>/1</link></item></channel></rss>");
  answer.url = "https://b.example/rss";
  EXPECT_EQ(read(answer).articles.at(0).url, "https://b.example/1");
}

struct StatusCase {
  std::string name;
  int status;
  std::vector<net::HttpHeader> headers;
  int failures;  // before this poll
  std::string says;
  std::chrono::seconds rest;
};

class FailedPollTest : public ::testing::TestWithParam<StatusCase> {};

TEST_P(FailedPollTest, SaysWhyAndRests) {
  Feed feed = known_feed();
  feed.failures = GetParam().failures;
  const auto reading = read(status(GetParam().status, GetParam().headers), feed);
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_EQ(reading.status, GetParam().status);
  EXPECT_EQ(reading.failures, GetParam().failures + 1);
  EXPECT_THAT(reading.error, HasSubstr(GetParam().says));
  EXPECT_EQ(reading.next_poll - kNow, GetParam().rest);
  EXPECT_EQ(reading.validators, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FailedPollTest,
    ::testing::Values(
        StatusCase{"NotFound", 404, {}, 0, "look up", 600s},
        StatusCase{"Gone", 410, {}, 0, "remove it", 600s},
        StatusCase{"Forbidden", 403, {}, 1, "ask them", 1200s},
        StatusCase{"ServerError", 500, {}, 2, "500", 2400s},
        StatusCase{"TooManyRequests", 429, {{"Retry-After", "3600"}}, 0, "less often", 3600s},
        StatusCase{"UnavailableUntil", 503, {{"Retry-After", "1200"}}, 0, "503", 1200s},
        StatusCase{"RetryAfterAYear", 503, {{"Retry-After", "31536000"}}, 0, "503", 24h},
        StatusCase{"MovedNowhere", 301, {}, 0, "moved", 600s},
        StatusCase{"ManyFailures", 500, {}, 40, "500", 24h}),
    [](const auto& test) { return test.param.name; });

TEST(ReadFetch, FreshnessLengthensTheRest) {
  EXPECT_EQ(read(ok(kRss, {{"Cache-Control", "max-age=900"}, {"Age", "100"}})).next_poll,
            kNow + 800s);
  EXPECT_EQ(read(status(304, {{"Cache-Control", "max-age=900"}})).next_poll, kNow + 900s);
}

TEST(ApplyReading, KeepsTheFeedsBooks) {
  Feed feed = known_feed();
  feed = apply_reading(feed, read(status(500), feed), kNow, 0);
  EXPECT_EQ(feed.failures, 1);
  EXPECT_NE(feed.last_error, "");
  EXPECT_EQ(feed.last_success, std::nullopt);
  EXPECT_EQ(feed.validators.etag, "\"old\"");
  feed = apply_reading(feed, read(ok(kRss, {{"ETag", "\"new\""}}), feed), kNow, 2);
  feed = apply_reading(feed, read(status(304), feed), kNow, 0);
  EXPECT_EQ(feed.failures, 0);
  EXPECT_EQ(feed.last_error, "");
  EXPECT_EQ(feed.last_success, kNow);
  EXPECT_EQ(feed.validators.etag, "\"new\"");
  EXPECT_EQ(feed.title, "Quay");
  EXPECT_EQ(feed.polls, 3);
  EXPECT_EQ(feed.unchanged, 1);
  EXPECT_EQ(feed.articles, 2);
}

TEST(PollRequest, IsConditionalWhereItCanBe) {
  const auto request = poll_request(known_feed(), {});
  EXPECT_EQ(request.url, "https://a.example/rss");
  EXPECT_EQ(header_of(request, "If-None-Match"), "\"old\"");
  EXPECT_EQ(header_of(request, "If-Modified-Since"), "Sat, 14 Mar 2026 08:00:00 GMT");
  EXPECT_EQ(header_of(request, "Accept-Encoding"), "gzip, br, zstd");
  EXPECT_THAT(header_of(request, "Accept"), HasSubstr("application/rss+xml"));
}

TEST(PollRequest, IsPlainForANewFeed) {
  Feed feed = known_feed();
  feed.validators = {};
  const auto request = poll_request(feed, {.timeout = 5s, .max_body = 1000, .max_redirects = 2});
  EXPECT_EQ(header_of(request, "If-None-Match"), "");
  EXPECT_EQ(header_of(request, "If-Modified-Since"), "");
  EXPECT_EQ(request.timeout, 5s);
  EXPECT_EQ(request.max_body, 1000u);
  EXPECT_EQ(request.max_redirects, 2);
}

}  // namespace
}  // namespace figured::feeds
