#include "web/access.h"

#include <gtest/gtest.h>

namespace figured::web {
namespace {
using namespace std::chrono_literals;

constexpr char kToken[] = "correct-horse-battery-staple";

net::ServerRequest request(const std::string& host = "127.0.0.1:8420",
                           std::vector<net::HttpHeader> headers = {},
                           const std::string& method = "GET") {
  headers.push_back({"Host", host});
  net::ServerRequest request{method, "/", std::move(headers), "", "127.0.0.1", true};
  return request;
}

PageOptions options(const std::string& url = "") {
  PageOptions options;
  options.token = hash_token(kToken);
  options.url = url;
  return options;
}

const Access::Time kNow{};

struct HostCase {
  std::string name;
  std::string url;
  std::string host;
  std::string origin;
  int refused;  // 0 = let in
};

class HostTest : public testing::TestWithParam<HostCase> {};

TEST_P(HostTest, OnlyOwnNamesAndOriginsAreLetIn) {
  const Access access(options(GetParam().url));
  std::vector<net::HttpHeader> headers;
  if (!GetParam().origin.empty()) headers.push_back({"Origin", GetParam().origin});
  const auto refusal = access.admit(request(GetParam().host, headers));
  EXPECT_EQ(refusal ? refusal->status : 0, GetParam().refused);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HostTest,
    testing::Values(HostCase{"Loopback", "", "127.0.0.1:8420", "", 0},
                    HostCase{"Localhost", "", "localhost:8420", "", 0},
                    HostCase{"LoopbackSix", "", "[::1]:8420", "", 0},
                    HostCase{"ReboundName", "", "evil.example:8420", "", 421},
                    HostCase{"NameThatBeginsAsLocalhost", "", "localhost.evil.example", "", 421},
                    HostCase{"NoHost", "", "", "", 400},
                    HostCase{"OwnName", "https://figures.example", "figures.example", "", 0},
                    HostCase{"OtherNameBesideAnOwn", "https://figures.example", "evil.example", "",
                             421},
                    HostCase{"OwnOrigin", "", "127.0.0.1:8420", "http://127.0.0.1:8420", 0},
                    HostCase{"OtherPort", "", "127.0.0.1:8420", "http://127.0.0.1:9000", 403},
                    HostCase{"ForeignOrigin", "", "127.0.0.1:8420", "https://evil.example", 403},
                    HostCase{"NullOrigin", "", "127.0.0.1:8420", "null", 403},
                    HostCase{"PublicOrigin", "https://figures.example", "127.0.0.1:8420",
                             "https://figures.example", 0},
                    HostCase{"PublicOriginInClear", "https://figures.example", "127.0.0.1:8420",
                             "http://figures.example", 403}),
    [](const auto& test) { return test.param.name; });

Visitor visit(Access& access, const net::ServerRequest& asked) {
  std::optional<Refusal> refusal;
  return access.visitor(asked, kNow, refusal);
}

TEST(AccessTest, WhoIsAtHomeMayRead) {
  Access access(options());
  EXPECT_TRUE(visit(access, request()).may_read);
  EXPECT_FALSE(visit(access, request()).may_write);
}

TEST(AccessTest, BehindAProxyNobodyIsAtHome) {
  Access published(options("https://figures.example"));
  EXPECT_FALSE(visit(published, request()).may_read);
  Access access(options());
  EXPECT_FALSE(visit(access, request("127.0.0.1", {{"X-Forwarded-For", "192.0.2.7"}})).may_read);
  net::ServerRequest stranger = request();
  stranger.from_loopback = false;
  EXPECT_FALSE(visit(access, stranger).may_read);
}

TEST(AccessTest, OpenReadingLetsStrangersRead) {
  PageOptions open = options("https://figures.example");
  open.open_reading = true;
  Access access(open);
  EXPECT_TRUE(visit(access, request("figures.example")).may_read);
  EXPECT_FALSE(visit(access, request("figures.example")).may_write);
}

TEST(AccessTest, TheTokenWritesAsABearerAndOnlyReadsAsAPassword) {
  Access access(options());
  EXPECT_TRUE(
      visit(access, request("localhost", {{"Authorization", std::string("Bearer ") + kToken}}))
          .may_write);
  // "reader:correct-horse-battery-staple"
  const Visitor basic =
      visit(access,
            request("localhost",
                    {{"Authorization", "Basic cmVhZGVyOmNvcnJlY3QtaG9yc2UtYmF0dGVyeS1zdGFwbGU="}}));
  EXPECT_TRUE(basic.may_read);
  EXPECT_FALSE(basic.may_write);
}

TEST(AccessTest, WithoutATokenNobodyWrites) {
  Access access(PageOptions{});
  EXPECT_EQ(access.check(request(), {true, true}, Need::kWrite)->status, 403);
  EXPECT_TRUE(std::holds_alternative<Refusal>(access.sign_in(request(), kToken, kNow)));
}

TEST(AccessTest, ASessionWritesWithItsTokenAgainstForgeryUntilItEnds) {
  Access access(options("https://figures.example"));
  const auto signed_in = std::get<Access::SignedIn>(access.sign_in(request(), kToken, kNow));
  for (const char* word : {"HttpOnly", "SameSite=Strict", "Secure", "Path=/"})
    EXPECT_NE(signed_in.cookie.find(word), std::string::npos) << word;
  const std::string cookie = signed_in.cookie.substr(0, signed_in.cookie.find(';'));
  const auto asked = [&](const std::string& csrf) {
    return request("figures.example", {{"Cookie", "a=b; " + cookie}, {"X-Figured-CSRF", csrf}},
                   "POST");
  };
  const auto check = [&](const std::string& csrf) {
    return access.check(asked(csrf), visit(access, asked(csrf)), Need::kWrite);
  };
  EXPECT_FALSE(check(signed_in.visitor.csrf));
  EXPECT_EQ(check("")->status, 403);
  EXPECT_EQ(check(std::string(64, '0'))->status, 403);
  std::optional<Refusal> refusal;
  EXPECT_FALSE(access.visitor(asked(""), kNow + Access::kSessionLasts, refusal).signed_in);
}

TEST(AccessTest, ASessionEndsWhenSignedOut) {
  Access access(options("https://figures.example"));
  const auto signed_in = std::get<Access::SignedIn>(access.sign_in(request(), kToken, kNow));
  const auto asked = request("figures.example",
                             {{"Cookie", signed_in.cookie.substr(0, signed_in.cookie.find(';'))}});
  EXPECT_TRUE(visit(access, asked).signed_in);
  EXPECT_NE(access.sign_out(asked).find("Max-Age=0"), std::string::npos);
  EXPECT_FALSE(visit(access, asked).signed_in);
}

TEST(AccessTest, WhoGuessesIsSlowedDownEvenWhenRight) {
  Access access(options());
  for (int guess = 0; guess < 10; ++guess)
    EXPECT_EQ(std::get<Refusal>(access.sign_in(request(), "wrong", kNow)).status, 401);
  const auto refusal = std::get<Refusal>(access.sign_in(request(), kToken, kNow + 1s));
  EXPECT_EQ(refusal.status, 429);
  EXPECT_EQ(refusal.retry_after, 59s);
  EXPECT_TRUE(
      std::holds_alternative<Access::SignedIn>(access.sign_in(request(), kToken, kNow + 60s)));
}

TEST(AccessTest, AnotherAddressIsNotSlowedDown) {
  Access access(options());
  for (int guess = 0; guess < 10; ++guess) access.sign_in(request(), "wrong", kNow);
  net::ServerRequest other = request();
  other.peer = "192.0.2.7";
  EXPECT_TRUE(std::holds_alternative<Access::SignedIn>(access.sign_in(other, kToken, kNow)));
}

}  // namespace
}  // namespace figured::web
