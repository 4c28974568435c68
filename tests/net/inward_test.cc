// Nothing inward is ever connected to: names, redirects and proxies against the real
// client, with the resolver and connect() of the process scripted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>

#include "net/curl_http_client.h"
#include "tests/net/scripted_network.h"
#include "tests/support/loopback_server.h"

namespace figured::net {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::ScriptedAnswer;

constexpr char kPublic[] = "9.9.9.9";

class InwardTest : public testing::Test {
 protected:
  InwardTest() { network_.name("public.example", {{kPublic}}); }

  void allow(const std::string& host) {
    options_.allowed_private_hosts.push_back(host);
    client_ = std::make_unique<CurlHttpClient>(context_.get_executor(), options_);
  }

  HttpResult send(HttpRequest request) {
    std::optional<HttpResult> result;
    boost::asio::co_spawn(context_, client_->send(std::move(request)),
                          [&](std::exception_ptr failure, HttpResult answer) {
                            if (failure) std::rethrow_exception(failure);
                            result = std::move(answer);
                          });
    context_.restart();
    while (!result) context_.run_one();
    return *std::move(result);
  }
  HttpResult get(const std::string& host, const std::string& path = "/") {
    return send({.url = url(host, path)});
  }
  std::string url(const std::string& host, const std::string& path = "/") const {
    return "http://" + host + ":" + std::to_string(server_.port()) + path;
  }
  // The connection is not kept, so the next request looks the name up again.
  void answer(const std::string& path, ScriptedAnswer answer) {
    answer.headers.push_back({"Connection", "close"});
    server_.on(path, std::move(answer));
  }
  void expect_refused(const HttpResult& result) {
    ASSERT_FALSE(result) << "status " << result->status;
    EXPECT_EQ(result.error().kind, HttpErrorKind::kForbiddenAddress) << result.error().message;
    EXPECT_THAT(network_.inward(), IsEmpty());
  }

  tests::ScriptedNetwork network_;
  tests::LoopbackServer server_;
  boost::asio::io_context context_;
  static HttpClientOptions forgetful() {
    HttpClientOptions options;
    options.dns_lifetime = std::chrono::seconds(0);
    return options;
  }
  HttpClientOptions options_ = forgetful();
  std::unique_ptr<CurlHttpClient> client_ =
      std::make_unique<CurlHttpClient>(context_.get_executor(), options_);
};

TEST_F(InwardTest, ThePublicWorldIsReached) {
  answer("/", {.body = "news"});
  const auto result = get("public.example");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->body, "news");
  EXPECT_THAT(network_.connected(), ElementsAre(kPublic));
}

// --- names

class InwardNameTest : public InwardTest, public testing::WithParamInterface<const char*> {};

TEST_P(InwardNameTest, IsNotConnectedTo) {
  network_.name("feeds.example", {{GetParam()}});
  const auto result = get("feeds.example");
  EXPECT_FALSE(result);
  EXPECT_THAT(network_.connected(), IsEmpty());
  EXPECT_EQ(server_.connections(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Addresses, InwardNameTest,
                         testing::Values("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1",
                                         "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                                         "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
                                         "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
                                         "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"));

TEST_F(InwardTest, OfSeveralAddressesOnlyThePublicOnesAreTried) {
  answer("/", {.body = "news"});
  network_.name("both.example", {{"10.0.0.1", "127.0.0.1", kPublic}});
  get("both.example");
  EXPECT_THAT(network_.connected(), Each(std::string(kPublic)));
  EXPECT_THAT(network_.inward(), IsEmpty());
}

TEST_F(InwardTest, ANameThatChangesBetweenLookUps) {
  answer("/", {.body = "news"});
  network_.name("rebind.example", {{kPublic}, {"127.0.0.1"}});
  ASSERT_TRUE(get("rebind.example"));
  expect_refused(get("rebind.example"));
  EXPECT_THAT(network_.connected(), ElementsAre(kPublic));
}

TEST_F(InwardTest, ANameThatChangesBetweenHops) {
  answer("/", {.status = 302, .headers = {{"Location", url("rebind.example", "/inside")}}});
  network_.name("rebind.example", {{kPublic}, {"192.168.0.1"}});
  expect_refused(get("rebind.example"));
}

// --- redirects

class InwardRedirectTest : public InwardTest, public testing::WithParamInterface<const char*> {};

TEST_P(InwardRedirectTest, IsNotFollowed) {
  network_.name("inside.example", {{"10.0.0.7"}});
  for (const int status : {301, 302, 303, 307, 308}) {
    const std::string path = "/" + std::to_string(status);
    answer(path, {.status = status, .headers = {{"Location", url(GetParam(), "/inside")}}});
    const auto result = get("public.example", path);
    EXPECT_FALSE(result) << status;
  }
  EXPECT_THAT(network_.connected(), Each(std::string(kPublic)));
  EXPECT_THAT(network_.inward(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Hosts, InwardRedirectTest,
                         testing::Values("inside.example", "127.0.0.1", "[::1]", "localhost",
                                         "2130706433", "0x7f.1", "017700000001", "127.1",
                                         "[::ffff:127.0.0.1]", "public.example@127.0.0.1"));

// --- hosts that are named

TEST_F(InwardTest, ANamedHostIsAskedAndOnlyUnderItsName) {
  allow("intern.example");
  network_.let_in();
  server_.on("/", {.body = "inside"});  // the connection is kept
  network_.name("intern.example", {{"127.0.0.1"}});
  network_.name("other.example", {{"127.0.0.1"}});
  ASSERT_TRUE(get("intern.example"));
  EXPECT_THAT(network_.inward(), SizeIs(1));
  const auto result = get("other.example");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, HttpErrorKind::kForbiddenAddress);
  EXPECT_THAT(network_.inward(), SizeIs(1)) << "nor over the connection that was there";
}

TEST_F(InwardTest, ANamedHostMayNotSendElsewhere) {
  allow("intern.example");
  network_.let_in();
  network_.name("intern.example", {{"127.0.0.1"}});
  answer("/", {.status = 302, .headers = {{"Location", url("127.0.0.1", "/inside")}}});
  const auto result = get("intern.example");
  ASSERT_FALSE(result);
  EXPECT_EQ(server_.requests().size(), 1u);
}

// --- proxies

TEST_F(InwardTest, AProxyIsNotAskedForInwardAddresses) {
  network_.let_in();
  const std::string proxy = "http://127.0.0.1:" + std::to_string(server_.port());
  server_.on("http://public.example/", {.body = "news"});
  const auto outward = send({.url = "http://public.example/", .proxy = proxy});
  EXPECT_THAT(network_.inward(), SizeIs(1)) << "the proxy itself, which the operator has named";
  const auto inward = send({.url = "http://127.0.0.1:1/", .proxy = proxy});
  ASSERT_FALSE(inward);
  EXPECT_EQ(inward.error().kind, HttpErrorKind::kForbiddenAddress);
  EXPECT_EQ(server_.requests().size(), 1u);
}

TEST_F(InwardTest, NoProxyOfTheEnvironmentTurnsNothingInward) {
  network_.name("inside.example", {{"10.0.0.7"}});
  ::setenv("no_proxy", "*", 1);
  const std::string proxy = "http://public.example:" + std::to_string(server_.port());
  send({.url = "http://inside.example/", .proxy = proxy});
  ::unsetenv("no_proxy");
  EXPECT_THAT(network_.connected(), ElementsAre(kPublic));
  EXPECT_THAT(network_.inward(), IsEmpty());
}

}  // namespace
}  // namespace figured::net
