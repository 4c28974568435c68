// openapi.json is held against what the page answers: every route, every shape, every
// example; and every write is refused to who has no token.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>

#include "tests/web/api/json_schema.h"
#include "tests/web/api/page_run.h"
#include "web/assets.h"

namespace figured::web {
namespace {
namespace json = boost::json;
using testing::IsEmpty;

const json::value& document() {
  static const json::value parsed = json::parse(find_asset("openapi.json")->bytes);
  return parsed;
}

std::string upper(std::string_view method) {
  std::string text(method);
  for (char& sign : text) sign = static_cast<char>(std::toupper(sign));
  return text;
}

class ApiDocumentTest : public PageRun {
 protected:
  // A path of the document with what the store holds.
  std::string filled(std::string_view pattern) const {
    std::string path = "/api/v1" + std::string(pattern);
    const auto put = [&](const std::string& what, const std::string& value) {
      const std::size_t at = path.find(what);
      if (at != std::string::npos) path.replace(at, what.size(), value);
    };
    const std::string id = pattern.starts_with("/alerts")     ? alert_
                           : pattern.starts_with("/facts")    ? std::to_string(fact_)
                           : pattern.starts_with("/articles") ? std::to_string(articles_[0])
                           : pattern.starts_with("/feeds")    ? std::to_string(feed_)
                           : pattern.starts_with("/silences") ? "1"
                                                              : std::to_string(dispute_);
    put("{id}", id);
    put("{name}", "desk");
    return path;
  }

  static const json::value* schema_of(const json::value& operation, int status) {
    boost::system::error_code error;
    const json::object& responses = operation.at("responses").as_object();
    const json::value* response = responses.if_contains(std::to_string(status));
    if (!response) return nullptr;
    if (const json::value* reference = response->as_object().if_contains("$ref"))
      response = document().find_pointer(std::string_view(reference->as_string()).substr(1), error);
    const json::value* content = response->as_object().if_contains("content");
    return content ? &content->as_object().begin()->value().at("schema") : nullptr;
  }
};

TEST_F(ApiDocumentTest, ItsExamplesFitItsSchemas) {
  std::size_t examples = 0;
  const auto& paths = document().at("paths").as_object();
  for (const auto& [path, item] : paths)
    for (const auto& [method, operation] : item.as_object())
      for (const auto& [status, response] : operation.at("responses").as_object()) {
        const json::value* content = response.as_object().if_contains("content");
        if (!content) continue;
        for (const auto& [type, body] : content->as_object()) {
          const json::value* example = body.as_object().if_contains("example");
          if (!example) continue;
          ++examples;
          EXPECT_THAT(misfits(*example, body.at("schema"), document()), IsEmpty()) << path;
        }
      }
  EXPECT_GT(examples, 20u);
}

TEST_F(ApiDocumentTest, EveryReadIsAnsweredAsItSays) {
  serve();
  const auto& paths = document().at("paths").as_object();
  for (const auto& [pattern, item] : paths) {
    const json::value* operation = item.as_object().if_contains("get");
    if (!operation || pattern == "/events") continue;
    const Reply reply = get(filled(pattern));
    EXPECT_EQ(reply.status, 200) << filled(pattern) << ' ' << reply.body;
    EXPECT_THAT(misfits(reply.json(), *schema_of(*operation, 200), document()), IsEmpty())
        << pattern;
  }
}

TEST_F(ApiDocumentTest, EveryWriteIsRefusedWithoutAToken) {
  serve();
  std::size_t writes = 0;
  const auto& paths = document().at("paths").as_object();
  for (const auto& [pattern, item] : paths)
    for (const auto& [method, operation] : item.as_object()) {
      if (method == "get" || (pattern == "/session" && method == "post")) continue;
      ++writes;
      const Reply reply =
          ask(upper(method), filled(pattern), {{"Content-Type", "application/json"}}, "{}");
      EXPECT_EQ(reply.status, 401) << method << ' ' << pattern;
      const Reply wrong =
          ask(upper(method), filled(pattern),
              {{"Authorization", "Basic cmVhZGVyOmNvcnJlY3QtaG9yc2UtYmF0dGVyeS1zdGFwbGU="}});
      EXPECT_EQ(wrong.status, 401) << method << ' ' << pattern;
    }
  EXPECT_GE(writes, 14u);
}

TEST_F(ApiDocumentTest, WithoutAConfiguredTokenEveryWriteIsForbidden) {
  serve(PageOptions{});
  const auto& paths = document().at("paths").as_object();
  for (const auto& [pattern, item] : paths)
    for (const auto& [method, operation] : item.as_object())
      if (method != "get") {
        EXPECT_EQ(ask(upper(method), filled(pattern), {{"Content-Type", "application/json"}},
                      R"({"token":"x"})")
                      .status,
                  403)
            << method << ' ' << pattern;
      }
}

TEST_F(ApiDocumentTest, EveryRouteUnderTheApiIsDocumentedAndEveryWriteNeedsTheToken) {
  serve();
  std::set<std::string> documented, routed;
  const auto& paths = document().at("paths").as_object();
  for (const auto& [pattern, item] : paths)
    for (const auto& [method, operation] : item.as_object())
      documented.insert(upper(method) + " /api/v1" + std::string(pattern));
  for (const auto& [method, pattern, need] : page_->routes()) {
    if (method != "GET" && pattern != "/api/v1/session") {
      EXPECT_EQ(need, Need::kWrite) << pattern;
    }
    if (pattern.starts_with("/api/")) routed.insert(method + " " + pattern);
  }
  EXPECT_EQ(documented, routed);
}

// What the document gives as an example of a body is taken.
TEST_F(ApiDocumentTest, EveryWriteDoesWhatItSays) {
  serve();
  // In an order in which each finds what it needs.
  const std::vector<std::pair<std::string, std::string>> writes{
      {"post", "/disputes/{id}/confirm"}, {"post", "/disputes/{id}/dismiss"},
      {"post", "/disputes/{id}/reopen"},  {"post", "/feeds"},
      {"post", "/feeds/{id}/poll"},       {"post", "/feeds/{id}/pause"},
      {"post", "/feeds/{id}/resume"},     {"post", "/alerts/{id}/replay"},
      {"post", "/endpoints/{name}/test"}, {"post", "/silences"},
      {"delete", "/silences/{id}"}};
  for (const auto& [method, pattern] : writes) {
    const json::value& operation = document().at("paths").at(pattern).at(method);
    std::string body;
    if (const json::value* wanted = operation.as_object().if_contains("requestBody"))
      body = json::serialize(wanted->at("content").at("application/json").at("example"));
    const Reply reply = post(filled(pattern), body, upper(method));
    const json::value* schema = schema_of(operation, reply.status);
    ASSERT_TRUE(schema) << pattern << ' ' << reply.status << ' ' << reply.body;
    EXPECT_LT(reply.status, 300) << pattern << ' ' << reply.body;
    EXPECT_THAT(misfits(reply.json(), *schema, document()), IsEmpty()) << pattern;
  }
  EXPECT_EQ(written_.size(), writes.size());
  EXPECT_THAT(failed_, IsEmpty());
}

}  // namespace
}  // namespace figured::web
