// Every route that writes, as the page itself lists them, against those who may not: so a
// new one cannot be forgotten.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {
namespace json = boost::json;

class WriteAccessTest : public PageRun {
 protected:
  struct Write {
    std::string method;
    std::string path;
  };

  // But for the sign-in, which is how the right is had.
  std::vector<Write> writes() const {
    std::vector<Write> all;
    for (const auto& [method, pattern, need] : page_->routes()) {
      if (method == "GET" || (method == "POST" && pattern == "/api/v1/session")) continue;
      std::string path = pattern;
      for (std::size_t at; (at = path.find('{')) != std::string::npos;)
        path.replace(at, path.find('}') - at + 1, "1");
      all.push_back({method, path});
    }
    return all;
  }

  void expect_refused(int status, const Headers& headers) {
    serve_once();
    ASSERT_GE(writes().size(), 14u);
    for (const auto& [method, path] : writes()) {
      Headers all = headers;
      all["Content-Type"] = "application/json";
      EXPECT_EQ(ask(method, path, all, "{}").status, status) << method << ' ' << path;
    }
  }

  void serve_once() {
    if (!page_) serve();
  }

  // Cookie and CSRF token of a session.
  std::pair<std::string, std::string> session() {
    serve_once();
    const Reply reply = ask("POST", "/api/v1/session", {{"Content-Type", "application/json"}},
                            json::serialize(json::object{{"token", kToken}}));
    const std::string cookie = reply.headers.at("set-cookie");
    return {cookie.substr(0, cookie.find(';')), std::string(reply.json().at("csrf").as_string())};
  }

  const std::string bearer_ = std::string("Bearer ") + kToken;
};

TEST_F(WriteAccessTest, WithoutATokenIsRefused) { expect_refused(401, {}); }

TEST_F(WriteAccessTest, WithAPasswordIsRefusedForABrowserSendsItUnasked) {
  // "reader:correct-horse-battery-staple"
  expect_refused(401,
                 {{"Authorization", "Basic cmVhZGVyOmNvcnJlY3QtaG9yc2UtYmF0dGVyeS1zdGFwbGU="}});
}

TEST_F(WriteAccessTest, WithTheTokenFromAForeignOriginIsRefused) {
  expect_refused(403, {{"Authorization", bearer_}, {"Origin", "https://evil.example"}});
  expect_refused(403, {{"Authorization", bearer_}, {"Origin", "null"}});
  expect_refused(403, {{"Authorization", bearer_}, {"Sec-Fetch-Site", "cross-site"}});
}

TEST_F(WriteAccessTest, WithTheTokenUnderAForeignNameIsRefused) {
  expect_refused(421, {{"Authorization", bearer_}, {"Host", "evil.example"}});
}

TEST_F(WriteAccessTest, ASessionWithoutItsTokenAgainstForgeryIsRefused) {
  const auto [cookie, csrf] = session();
  expect_refused(403, {{"Cookie", cookie}});
  expect_refused(403, {{"Cookie", cookie}, {"X-Figured-CSRF", std::string(csrf.size(), '0')}});
  expect_refused(403, {{"Cookie", cookie}, {"X-Figured-CSRF", csrf.substr(1)}});
  expect_refused(401, {{"Cookie", cookie + "0"}, {"X-Figured-CSRF", csrf}});
}

TEST_F(WriteAccessTest, TheTokenOfAnotherSessionAgainstForgeryIsRefused) {
  const auto [cookie, csrf] = session();
  const auto [other_cookie, other_csrf] = session();
  expect_refused(403, {{"Cookie", cookie}, {"X-Figured-CSRF", other_csrf}});
}

// After ten even the right one waits, wherever it is tried.
TEST_F(WriteAccessTest, WrongTokensAreSlowedDownOnEveryRoute) {
  serve();
  int refused = 0;
  for (const auto& [method, path] : writes()) {
    const int status =
        ask(method, path, {{"Authorization", "Bearer wrong"}, {"Content-Type", "application/json"}},
            "{}")
            .status;
    EXPECT_EQ(status, ++refused <= 10 ? 401 : 429) << method << ' ' << path;
  }
  ASSERT_GT(refused, 10);
  for (const auto& [method, path] : writes()) {
    const Reply reply = ask(method, path, {{"Authorization", bearer_}});
    EXPECT_EQ(reply.status, 429) << method << ' ' << path;
    EXPECT_GT(std::stoi(reply.headers.at("retry-after")), 0);
  }
  EXPECT_EQ(get("/api/v1/disputes").status, 200);  // who only reads is not in their way
}

TEST_F(WriteAccessTest, EachRefusalIsWrittenDown) {
  expect_refused(401, {});
  EXPECT_EQ(written_.size(), writes().size());
}

}  // namespace
}  // namespace figured::web
