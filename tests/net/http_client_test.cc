#include "net/http_client.h"

#include <gtest/gtest.h>

#include <set>

namespace figured::net {
namespace {

TEST(HttpResponse, FindsAHeaderInAnyCase) {
  const HttpResponse response{200, {{"ETag", "\"1\""}, {"etag", "\"2\""}, {"Empty", ""}}, "", ""};
  EXPECT_EQ(response.header("etag"), "\"1\"");
  EXPECT_EQ(response.header("EMPTY"), "");
  EXPECT_EQ(response.header("absent"), "");
}

struct RedactCase {
  std::string name;
  std::string url;
  std::string redacted;
};

class RedactUrlTest : public testing::TestWithParam<RedactCase> {};

TEST_P(RedactUrlTest, TakesSecretsOut) {
  EXPECT_EQ(redact_url(GetParam().url), GetParam().redacted);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RedactUrlTest,
    testing::Values(
        RedactCase{"Plain", "https://a.example/feed", "https://a.example/feed"},
        RedactCase{"UserAndPassword", "https://ann:pw@a.example:8443/f",
                   "https://a.example:8443/f"},
        RedactCase{"AtInPassword", "https://ann:p@w@a.example/f", "https://a.example/f"},
        RedactCase{"AtInPath", "https://a.example/@ann/f", "https://a.example/@ann/f"},
        RedactCase{"Query", "https://a.example/f?key=s3&n=5", "https://a.example/f?key=*&n=*"},
        RedactCase{"BareToken", "https://a.example/f?s3cret", "https://a.example/f?*"},
        RedactCase{"Fragment", "https://a.example/f#s3cret", "https://a.example/f"},
        RedactCase{"NoUrl", "s3cret", "s3cret"}, RedactCase{"Empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(HttpErrorKind, EveryKindHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(HttpErrorKind::kProtocol); ++kind)
    names.insert(format_http_error_kind(static_cast<HttpErrorKind>(kind)));
  EXPECT_EQ(names.size(), 9u);
  EXPECT_FALSE(names.contains("unknown"));
}

}  // namespace
}  // namespace figured::net
