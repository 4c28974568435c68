#include "net/curl_http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>
#include <optional>

#include "tests/support/loopback_server.h"

namespace figured::net {
namespace {

using figured::tests::LoopbackServer;
using figured::tests::ScriptedAnswer;
using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

class CurlHttpClientTest : public ::testing::Test {
 protected:
  HttpResult send(HttpRequest request) {
    std::optional<HttpResult> result;
    boost::asio::co_spawn(context_, client_->send(std::move(request)),
                          [&](std::exception_ptr failure, HttpResult answer) {
                            if (failure) std::rethrow_exception(failure);
                            result = std::move(answer);
                          });
    context_.restart();
    // The client's own work (an idle connection) may keep the context busy.
    while (!result) context_.run_one();
    return *std::move(result);
  }

  HttpResult get(const std::string& path) { return send({.url = server_.url(path)}); }

  void expect_error(const HttpResult& result, HttpErrorKind kind) {
    ASSERT_FALSE(result) << "status " << result->status;
    EXPECT_EQ(result.error().kind, kind) << result.error().message;
  }

  static HttpClientOptions trusting() {
    HttpClientOptions options;
    options.user_agent = "figured-test/1";
    options.allowed_private_hosts = {"127.0.0.1", "localhost"};
    return options;
  }

  void use(HttpClientOptions options) {
    client_ = std::make_unique<CurlHttpClient>(context_.get_executor(), std::move(options));
  }

  LoopbackServer server_;
  boost::asio::io_context context_;
  std::unique_ptr<CurlHttpClient> client_ =
      std::make_unique<CurlHttpClient>(context_.get_executor(), trusting());
};

TEST_F(CurlHttpClientTest, BringsStatusHeadersAndBody) {
  server_.on("/feed", {.headers = {{"ETag", "\"1\""}, {"X-Empty", ""}}, .body = "<rss/>"});
  const auto result = get("/feed");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->status, 200);
  EXPECT_EQ(result->body, "<rss/>");
  EXPECT_EQ(result->header("etag"), "\"1\"");
  EXPECT_EQ(result->url, server_.url("/feed"));
}

TEST_F(CurlHttpClientTest, SendsHeadersAndWhoItIs) {
  server_.on("/feed", {});
  HttpRequest request{.url = server_.url("/feed"),
                      .headers = {{"If-None-Match", "\"1\""}, {"Accept-Encoding", "gzip"}}};
  ASSERT_TRUE(send(request));
  ASSERT_THAT(server_.requests(), SizeIs(1));
  const auto headers = server_.requests()[0].headers;
  EXPECT_THAT(headers, Contains(Pair("if-none-match", "\"1\"")));
  EXPECT_THAT(headers, Contains(Pair("accept-encoding", "gzip")));
  EXPECT_THAT(headers, Contains(Pair("user-agent", "figured-test/1")));
}

TEST_F(CurlHttpClientTest, LeavesTheBodyEncoded) {
  server_.on("/feed", {.headers = {{"Content-Encoding", "gzip"}}, .body = "\x1f\x8b raw"});
  EXPECT_EQ(get("/feed")->body, "\x1f\x8b raw");
}

TEST_F(CurlHttpClientTest, AHeaderCannotAddLines) {
  server_.on("/feed", {});
  ASSERT_TRUE(send({.url = server_.url("/feed"), .headers = {{"X-A", "1\r\nX-Evil: 2"}}}));
  EXPECT_THAT(server_.requests()[0].headers, Not(Contains(Pair("x-evil", "2"))));
}

TEST_F(CurlHttpClientTest, PostsABody) {
  server_.on("/hook", {.status = 204});
  const auto result = send({.method = "POST",
                            .url = server_.url("/hook"),
                            .headers = {{"Content-Type", "application/json"}},
                            .body = R"({"id":"1"})"});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 204);
  EXPECT_EQ(server_.requests()[0].method, "POST");
  EXPECT_EQ(server_.requests()[0].body, R"({"id":"1"})");
  EXPECT_THAT(server_.requests()[0].headers, Not(Contains(Pair("expect", "100-continue"))));
}

TEST_F(CurlHttpClientTest, KeepsTheConnectionForTheNextRequest) {
  server_.on("/feed", {.body = "x"});
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(get("/feed"));
  EXPECT_EQ(server_.connections(), 1u);
}

TEST_F(CurlHttpClientTest, AnErrorStatusIsAnAnswer) {
  server_.on("/feed", {.status = 503, .headers = {{"Retry-After", "30"}}});
  EXPECT_EQ(get("/feed")->status, 503);
  EXPECT_EQ(get("/absent")->status, 404);
}

// --- redirects

ScriptedAnswer redirect(int status, const std::string& location) {
  return {.status = status, .headers = {{"Location", location}}};
}

TEST_F(CurlHttpClientTest, FollowsRedirectsHopByHop) {
  server_.on("/a", redirect(301, "/b"));
  server_.on("/b", redirect(302, server_.url("/c")));
  server_.on("/c", {.body = "there"});
  const auto result = get("/a");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->body, "there");
  EXPECT_EQ(result->url, server_.url("/c"));
}

TEST_F(CurlHttpClientTest, GivesUpAfterTooManyRedirects) {
  server_.on("/loop", redirect(302, "/loop"));
  expect_error(send({.url = server_.url("/loop"), .max_redirects = 3}),
               HttpErrorKind::kTooManyRedirects);
  EXPECT_THAT(server_.requests(), SizeIs(4));
}

TEST_F(CurlHttpClientTest, WithoutRedirectsA3xxIsTheAnswer) {
  server_.on("/a", redirect(302, "/b"));
  const auto result = send({.url = server_.url("/a"), .max_redirects = 0});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 302);
}

TEST_F(CurlHttpClientTest, ARedirectToAnotherSchemeIsNotFollowed) {
  server_.on("/a", redirect(302, "file:///etc/passwd"));
  expect_error(get("/a"), HttpErrorKind::kBadUrl);
}

TEST_F(CurlHttpClientTest, ARedirectToAPrivateAddressIsNotFollowed) {
  HttpClientOptions options = trusting();
  options.allowed_private_hosts = {"127.0.0.1"};
  use(options);
  // The same server under a name that is not on the list.
  server_.on("/a", redirect(302, "http://127.0.0.2:" + std::to_string(server_.port()) + "/b"));
  server_.on("/b", {.body = "inside"});
  expect_error(get("/a"), HttpErrorKind::kForbiddenAddress);
  EXPECT_THAT(server_.requests(), SizeIs(1));
}

TEST_F(CurlHttpClientTest, SeeOtherTurnsAPostIntoAGet) {
  server_.on("/hook", redirect(303, "/done"));
  server_.on("/done", {});
  ASSERT_TRUE(send({.method = "POST", .url = server_.url("/hook"), .body = "x"}));
  EXPECT_EQ(server_.requests()[1].method, "GET");
  EXPECT_EQ(server_.requests()[1].body, "");
}

TEST_F(CurlHttpClientTest, APermanentRedirectKeepsThePost) {
  server_.on("/hook", redirect(308, "/moved"));
  server_.on("/moved", {});
  ASSERT_TRUE(send({.method = "POST", .url = server_.url("/hook"), .body = "x"}));
  EXPECT_EQ(server_.requests()[1].method, "POST");
  EXPECT_EQ(server_.requests()[1].body, "x");
}

TEST_F(CurlHttpClientTest, SecretsStayWithTheServerTheyWereMeantFor) {
  LoopbackServer other;
  other.on("/b", {});
  server_.on("/a", redirect(302, other.url("/b")));
  ASSERT_TRUE(send({.url = server_.url("/a"), .headers = {{"authorization", "Bearer s3cret"}}}));
  EXPECT_THAT(server_.requests()[0].headers, Contains(Pair("authorization", "Bearer s3cret")));
  EXPECT_THAT(other.requests()[0].headers, Not(Contains(Pair("authorization", "Bearer s3cret"))));
}

// --- refusals and faults

TEST_F(CurlHttpClientTest, RefusesAPrivateAddressThatIsNotNamed) {
  use({});
  server_.on("/feed", {.body = "inside"});
  const auto result = get("/feed");
  expect_error(result, HttpErrorKind::kForbiddenAddress);
  EXPECT_THAT(result.error().message, HasSubstr("allowed private hosts"));
  EXPECT_EQ(server_.connections(), 0u);
}

TEST_F(CurlHttpClientTest, RefusesAnythingButHttp) {
  for (const auto* url : {"file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "::"})
    expect_error(send({.url = url}), HttpErrorKind::kBadUrl);
}

TEST_F(CurlHttpClientTest, NobodyListens) {
  std::string url;
  {
    LoopbackServer gone;
    url = gone.url("/feed?key=s3cret");
  }
  const auto result = send({.url = url});
  expect_error(result, HttpErrorKind::kConnect);
  EXPECT_THAT(result.error().message, Not(HasSubstr("s3cret")));
}

TEST_F(CurlHttpClientTest, ANameThatLeadsNowhere) {
  expect_error(send({.url = "http://nowhere.invalid/"}), HttpErrorKind::kResolve);
}

TEST_F(CurlHttpClientTest, ABodyCutShortIsAnError) {
  server_.on("/feed", {.body = "<rss>whole</rss>", .cut_after = 5});
  expect_error(get("/feed"), HttpErrorKind::kProtocol);
}

TEST_F(CurlHttpClientTest, WhatIsNoHttpIsAnError) {
  server_.on("/feed", {.raw = "SSH-2.0-OpenSSH_9.2\r\n\r\n"});
  expect_error(get("/feed"), HttpErrorKind::kProtocol);
}

TEST_F(CurlHttpClientTest, AServerThatFallsSilentTimesOut) {
  server_.on("/feed", {.body = "<rss>whole</rss>", .stall_after = 5});
  expect_error(send({.url = server_.url("/feed"), .timeout = 50ms}), HttpErrorKind::kTimeout);
}

TEST_F(CurlHttpClientTest, TheTimeoutIsForAllHopsTogether) {
  server_.on("/a", redirect(302, "/b"));
  server_.on("/b", {.body = "x", .stall_after = 0});
  expect_error(send({.url = server_.url("/a"), .timeout = 50ms}), HttpErrorKind::kTimeout);
}

TEST_F(CurlHttpClientTest, ABodyBeyondTheLimitIsBrokenOff) {
  const std::string body(1000, 'x');
  server_.on("/said", {.body = body});
  server_.on("/unsaid", {.raw = "HTTP/1.1 200 OK\r\n\r\n" + body});
  server_.on("/fits", {.body = body});
  for (const auto* path : {"/said", "/unsaid"})
    expect_error(send({.url = server_.url(path), .max_body = 999}), HttpErrorKind::kTooLarge);
  EXPECT_TRUE(send({.url = server_.url("/fits"), .max_body = 1000}));
}

// --- cancellation

TEST_F(CurlHttpClientTest, CancellingEndsTheTransfer) {
  server_.on("/feed", {.body = "<rss>whole</rss>", .stall_after = 5});
  boost::asio::cancellation_signal stop;
  std::exception_ptr failure;
  bool ended = false;
  boost::asio::co_spawn(context_, client_->send({.url = server_.url("/feed"), .timeout = 1h}),
                        boost::asio::bind_cancellation_slot(
                            stop.slot(), [&](std::exception_ptr thrown, const HttpResult&) {
                              failure = thrown;
                              ended = true;
                            }));
  while (server_.requests().empty()) context_.poll_one();
  stop.emit(boost::asio::cancellation_type::terminal);
  while (!ended) context_.run_one();
  try {
    ASSERT_TRUE(failure);
    std::rethrow_exception(failure);
  } catch (const boost::system::system_error& error) {
    EXPECT_EQ(error.code(), boost::asio::error::operation_aborted);
  }
  EXPECT_TRUE(server_.wait_until_idle());
}

TEST_F(CurlHttpClientTest, AClientMayGoWhileATransferIsUnderWay) {
  server_.on("/feed", {.body = "<rss>whole</rss>", .stall_after = 5});
  {
    boost::asio::io_context context;
    CurlHttpClient client(context.get_executor(), trusting());
    boost::asio::co_spawn(context, client.send({.url = server_.url("/feed"), .timeout = 1h}),
                          [](std::exception_ptr, const HttpResult&) {});
    while (server_.requests().empty()) context.poll_one();
  }
  EXPECT_TRUE(server_.wait_until_idle());
}

TEST_F(CurlHttpClientTest, ManyAtATime) {
  server_.on("/feed", {.body = "x"});
  constexpr int kMany = 100;
  int good = 0;
  int ended = 0;
  for (int i = 0; i < kMany; ++i)
    boost::asio::co_spawn(context_, client_->send({.url = server_.url("/feed")}),
                          [&](std::exception_ptr, const HttpResult& result) {
                            ++ended;
                            good += result && result->body == "x";
                          });
  while (ended < kMany) context_.run_one();
  EXPECT_EQ(good, kMany);
}

TEST_F(CurlHttpClientTest, AHostHasNoMoreConnectionsThanItMay) {
  HttpClientOptions options = trusting();
  options.max_connections_per_host = 2;
  use(options);
  server_.on("/feed", {.body = "x"});
  int ended = 0;
  for (int i = 0; i < 20; ++i)
    boost::asio::co_spawn(context_, client_->send({.url = server_.url("/feed")}),
                          [&](std::exception_ptr, const HttpResult&) { ++ended; });
  while (ended < 20) context_.run_one();
  EXPECT_LE(server_.connections(), 2u);
}

}  // namespace
}  // namespace figured::net
