#include "feeds/fetch_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fake_http_client.h"

namespace figured::feeds {
namespace {

using ::testing::HasSubstr;

struct AnswerCase {
  std::string name;
  int status;
  std::vector<net::HttpHeader> headers;
  std::string body;
  std::string code;
  std::string says;
};

class FetchStatusTest : public testing::TestWithParam<AnswerCase> {};

TEST_P(FetchStatusTest, TellsWhatCame) {
  net::HttpResponse answer = tests::status(GetParam().status, GetParam().headers);
  answer.body = GetParam().body;
  const FetchStatus status = fetch_status(answer);
  EXPECT_EQ(status.code, GetParam().code);
  EXPECT_THAT(status.error, HasSubstr(GetParam().says));
  EXPECT_EQ(status.error.empty(), GetParam().code == "ok");
}

constexpr char kProof[] = "<html><title>Just a moment...</title><body>cf_chl_opt</body></html>";
constexpr char kDoor[] = "<html><title>Sign in</title><input type='password'></html>";
constexpr char kBlocked[] = "<html><title>No</title><body>Not for you</body></html>";

INSTANTIATE_TEST_SUITE_P(
    Cases, FetchStatusTest,
    testing::Values(
        AnswerCase{"Ok", 200, {}, "", "ok", ""},
        AnswerCase{"NotFound", 404, {}, kDoor, "http-404", "look up"},
        AnswerCase{"Gone", 410, {}, "", "gone", "remove it"},
        AnswerCase{"LogIn", 401, {}, "", "login", "in the configuration"},
        AnswerCase{"LogInPage", 403, {}, kDoor, "login", "Sign in"},
        AnswerCase{"Forbidden", 403, {}, kBlocked, "http-403", "ask them"},
        AnswerCase{"ChallengePage", 503, {}, kProof, "challenge", "human"},
        AnswerCase{
            "ChallengeHeader", 403, {{"cf-mitigated", "challenge"}}, "", "challenge", "Cloudflare"},
        AnswerCase{"TooMany", 429, {}, "", "http-429", "less often"},
        AnswerCase{"TheirTrouble", 502, {}, "", "http-502", "its own trouble"},
        AnswerCase{"DamagedRefusal",
                   403,
                   {{"Content-Encoding", "gzip"}},
                   "\x1f\x8b",
                   "http-403",
                   "forbidden"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
