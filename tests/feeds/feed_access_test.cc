#include "feeds/feed_access.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "feeds/poll_request.h"
#include "tests/support/fake_http_client.h"

namespace figured::feeds {
namespace {

using tests::header_of;

net::HttpRequest request_with(FeedAccess access, const std::string& adopted = "") {
  Feed feed;
  feed.source.url = "https://a.example/rss";
  feed.source.access = std::make_shared<const FeedAccess>(std::move(access));
  feed.memory.address = adopted;
  return poll_request(feed, {});
}

TEST(FeedAccess, BasicLogIn) {
  // RFC 7617, 2: its own example.
  EXPECT_EQ(
      header_of(request_with({.username = "Aladdin", .password = "open sesame"}), "Authorization"),
      "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  EXPECT_EQ(header_of(request_with({.username = "a", .password = "b"}), "Authorization"),
            "Basic YTpi");
  EXPECT_EQ(header_of(request_with({.username = "a", .password = "bc"}), "Authorization"),
            "Basic YTpiYw==");
}

// Before it is added; of other feeds that are named in the configuration it gets nothing.
TEST(FeedAccess, OfAProbeIsThatOfTheConfiguredUrl) {
  const auto access = [](const char* token) {
    return std::make_shared<const FeedAccess>(FeedAccess{.bearer = token});
  };
  const std::vector<FeedSource> configured{
      {"https://a.example/rss", "A", "", std::chrono::seconds(300), access("a")},
      {"https://a.example/sport", "A", "", std::chrono::seconds(300), access("sport")}};
  const auto token_for = [&](const char* url) {
    return header_of(probe_request(url, configured, {}), "Authorization");
  };
  EXPECT_EQ(token_for("https://a.example/sport"), "Bearer sport");
  EXPECT_EQ(token_for("https://a.example/rss"), "Bearer a");
  EXPECT_EQ(token_for("https://a.example/"), "");
  EXPECT_EQ(token_for("https://b.example/rss"), "");
}

TEST(FeedAccess, TokenCookieAndHeaders) {
  const auto request =
      request_with({.bearer = "t0ken", .cookie = "sid=1", .headers = {{"X-Key", "k"}}});
  EXPECT_EQ(header_of(request, "Authorization"), "Bearer t0ken");
  EXPECT_EQ(header_of(request, "Cookie"), "sid=1");
  EXPECT_EQ(header_of(request, "X-Key"), "k");
  for (const net::HttpHeader& header : request.headers)
    EXPECT_EQ(header.secret,
              header.name == "Authorization" || header.name == "Cookie" || header.name == "X-Key")
        << header.name;
}

TEST(FeedAccess, UserAgentAndProxy) {
  const auto request = request_with({.user_agent = "desk/1", .proxy = "http://proxy:3128"});
  EXPECT_EQ(request.user_agent, "desk/1");
  EXPECT_EQ(request.proxy, "http://proxy:3128");
  EXPECT_EQ(header_of(request, "Authorization"), "");
}

TEST(FeedAccess, SecretsDoNotMoveWithTheFeed) {
  const FeedAccess access{.user_agent = "desk/1", .bearer = "t0ken"};
  EXPECT_EQ(header_of(request_with(access, "https://b.example/rss"), "Authorization"), "");
  EXPECT_EQ(request_with(access, "https://b.example/rss").user_agent, "desk/1");
  EXPECT_EQ(header_of(request_with(access, "https://a.example/new"), "Authorization"),
            "Bearer t0ken");
}

}  // namespace
}  // namespace figured::feeds
