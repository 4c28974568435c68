#include "feeds/feed_access.h"

#include <gtest/gtest.h>

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
