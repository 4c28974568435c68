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
  return read_fetch({std::move(feed), std::move(answer), kNow});
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
}

TEST(ReadFetch, AServerThatStopsGivingValidators) {
  EXPECT_EQ(read(ok(kRss)).validators, Validators{});
}

TEST(ReadFetch, AnUnchangedFeedKeepsItsValidators) {
  const auto reading = read(status(304));
  EXPECT_EQ(reading.outcome, PollOutcome::kUnchanged);
  EXPECT_EQ(reading.validators, std::nullopt);
  EXPECT_THAT(reading.articles, IsEmpty());
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
  EXPECT_EQ(reading.code, "html-page");
  EXPECT_GT(reading.bytes, 0u);
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

TEST(ReadFetch, DatesWithoutAZoneAreSaidToBeAssumed) {
  const auto rss = [](const std::string& zone) {
    return "<rss version='2.0'><channel><item><guid>1</guid><title>Seven boats</title>"
           "<pubDate>Sat, 14 Mar 2026 08:00:00" +
           zone + "</pubDate></item></channel></rss>";
  };
  EXPECT_THAT(read(ok(rss(""))).repairs,
              ElementsAre("dates without a zone taken for UTC, of 1 article"));
  EXPECT_THAT(read(ok(rss(" GMT"))).repairs, IsEmpty());
  Fetch fetch{.feed = {}, .answer = ok(rss("")), .at = {}};
  fetch.feed.source.zone = *TimeZone::find("Asia/Kolkata");
  EXPECT_THAT(read_fetch(fetch).repairs,
              ElementsAre("dates without a zone taken for Asia/Kolkata, of 1 article"));
}

TEST(ReadFetch, NoAnswer) {
  const auto reading = read(net::HttpError{net::HttpErrorKind::kTimeout, "timed out"});
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_EQ(reading.error, "timed out");
  EXPECT_EQ(reading.code, "timeout");
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
  std::string code;
  std::string says;
  std::chrono::seconds retry_after;
};

class FailedPollTest : public ::testing::TestWithParam<StatusCase> {};

TEST_P(FailedPollTest, SaysWhyAndWhatTheServerAsks) {
  const auto reading = read(status(GetParam().status, GetParam().headers));
  EXPECT_EQ(reading.outcome, PollOutcome::kFailed);
  EXPECT_EQ(reading.status, GetParam().status);
  EXPECT_EQ(reading.code, GetParam().code);
  EXPECT_THAT(reading.error, HasSubstr(GetParam().says));
  EXPECT_EQ(reading.retry_after, GetParam().retry_after);
  EXPECT_EQ(reading.validators, std::nullopt);
  EXPECT_EQ(reading.hints, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FailedPollTest,
    ::testing::Values(
        StatusCase{"NotFound", 404, {}, "http-404", "look up", 0s},
        StatusCase{"TooMany", 429, {{"Retry-After", "3600"}}, "http-429", "less often", 3600s},
        StatusCase{"Unavailable", 503, {{"Retry-After", "1200"}}, "http-503", "503", 1200s},
        StatusCase{"RetryAfterAYear", 503, {{"Retry-After", "31536000"}}, "http-503", "503", 24h},
        StatusCase{"MovedNowhere", 301, {}, "http-301", "moved", 0s}),
    [](const auto& test) { return test.param.name; });

TEST(ReadFetch, FreshnessIsReadOfEveryAnswer) {
  EXPECT_EQ(read(ok(kRss, {{"Cache-Control", "max-age=900"}, {"Age", "100"}})).fresh, 800s);
  EXPECT_EQ(read(status(304, {{"Cache-Control", "max-age=900"}})).fresh, 900s);
  EXPECT_EQ(read(status(500, {{"Cache-Control", "max-age=900"}})).fresh, 900s);
}

TEST(ReadFetch, TheSameBodyIsNotReadAgain) {
  Feed feed = known_feed();
  const auto first = read(ok(kRss), feed);
  feed.memory.conditional.body_hash = first.body_hash;
  const auto second = read(ok(kRss, {{"ETag", "\"new\""}}), feed);
  EXPECT_EQ(second.outcome, PollOutcome::kUnchanged);
  EXPECT_EQ(second.code, "same-body");
  EXPECT_EQ(second.validators, (Validators{"\"new\"", ""}));
  EXPECT_THAT(second.articles, IsEmpty());
  EXPECT_EQ(read(ok(kRss + " "), feed).outcome, PollOutcome::kChanged);
}

TEST(ReadFetch, HintsAreTheDocuments) {
  const auto reading = read(ok("<rss><channel><ttl>30</ttl></channel></rss>"));
  ASSERT_TRUE(reading.hints);
  EXPECT_EQ(reading.hints->ttl, 30min);
}

TEST(PollRequest, IsConditionalWhereItCanBe) {
  const auto request = poll_request(known_feed(), {});
  EXPECT_EQ(request.url, "https://a.example/rss");
  EXPECT_EQ(header_of(request, "If-None-Match"), "\"old\"");
  EXPECT_EQ(header_of(request, "If-Modified-Since"), "Sat, 14 Mar 2026 08:00:00 GMT");
  EXPECT_EQ(header_of(request, "Accept-Encoding"), "gzip, br, zstd");
  EXPECT_THAT(header_of(request, "Accept"), HasSubstr("application/rss+xml"));
}

TEST(PollRequest, GoesWhereTheFeedNowIs) {
  Feed feed = known_feed();
  feed.memory.address = "https://b.example/rss";
  EXPECT_EQ(poll_request(feed, {}).url, "https://b.example/rss");
  EXPECT_EQ(header_of(poll_request(feed, {}), "If-None-Match"), "\"old\"");
}

TEST(PollRequest, AnOlderPageIsAskedForAsAWhole) {
  Feed feed = known_feed();
  feed.memory.older_page = "https://a.example/rss?page=2";
  EXPECT_EQ(poll_request(feed, {}).url, "https://a.example/rss?page=2");
  EXPECT_EQ(header_of(poll_request(feed, {}), "If-None-Match"), "");
}

TEST(PollRequest, SendsNoValidatorsThatCannotBeTrusted) {
  Feed feed = known_feed();
  feed.memory.conditional.unchanged = 200;
  EXPECT_EQ(header_of(poll_request(feed, {}), "If-None-Match"), "");
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
