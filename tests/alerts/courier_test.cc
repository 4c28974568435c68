#include "alerts/courier.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "tests/alerts/sample_alert.h"
#include "tests/alerts/scripted_endpoint.h"
#include "tests/support/fake_mail_client.h"

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

struct AnswerCase {
  std::string name;
  int status;
  std::vector<net::HttpHeader> headers;
  std::string body;
  std::string error;
  std::optional<std::chrono::seconds> retry_after;
};

class AnswerTest : public testing::TestWithParam<AnswerCase> {};

TEST_P(AnswerTest, IsRead) {
  net::HttpResponse response;
  response.status = GetParam().status;
  response.headers = GetParam().headers;
  response.body = GetParam().body;
  const Answer answer = read_answer(response, kRaised);
  EXPECT_EQ(answer.status, GetParam().status);
  EXPECT_EQ(answer.error, GetParam().error);
  EXPECT_EQ(answer.retry_after, GetParam().retry_after);
}

INSTANTIATE_TEST_SUITE_P(
    All, AnswerTest,
    testing::Values(
        AnswerCase{"Taken", 200, {}, "ok", "", std::nullopt},
        AnswerCase{
            "SaysWhy", 400, {}, "invalid_payload\nmore", "invalid_payload more", std::nullopt},
        AnswerCase{"APageSaysNothing", 502, {}, " <html>oops", "", std::nullopt},
        AnswerCase{"RetryAfter", 429, {{"Retry-After", "30"}}, "", "", 30s},
        AnswerCase{"Discord", 429, {}, R"({"retry_after": 0.35})", R"({"retry_after": 0.35})", 1s},
        AnswerCase{"Telegram",
                   429,
                   {},
                   R"({"ok":false,"parameters":{"retry_after":35}})",
                   R"({"ok":false,"parameters":{"retry_after":35}})",
                   35s},
        AnswerCase{"NonsenseInBody",
                   429,
                   {},
                   R"({"retry_after":-1e300})",
                   R"({"retry_after":-1e300})",
                   std::nullopt}),
    [](const auto& test) { return test.param.name; });

class CourierTest : public testing::Test {
 protected:
  Answer bring(const Endpoint& endpoint) {
    Answer answer;
    const Message message = message_of(sample_alert());
    io_.restart();
    boost::asio::co_spawn(io_, courier_.bring(endpoint, message, kRaised),
                          [&](std::exception_ptr, Answer found) { answer = std::move(found); });
    io_.run();
    return answer;
  }

  boost::asio::io_context io_;
  ScriptedEndpoint http_;
  tests::FakeMailClient mail_;
  Courier courier_{io_.get_executor(), http_, mail_};
};

TEST_F(CourierTest, NoAnswerIsReadWithItsReason) {
  http_.fail("timed out after 7 s");
  const Answer answer = bring(sample_endpoint(SinkKind::kSlack));
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.error, "timed out after 7 s");
  EXPECT_FALSE(answer.retry_after);
}

TEST_F(CourierTest, EveryKindGoesItsWay) {
  bring(sample_endpoint(SinkKind::kDiscord));
  EXPECT_EQ(http_.requests().size(), 1u);
  EXPECT_EQ(bring(sample_endpoint(SinkKind::kEmail)).status, 200);
  EXPECT_EQ(mail_.sent().size(), 1u);
  Endpoint program = sample_endpoint(SinkKind::kCommand);
  program.command = {"/bin/true"};
  EXPECT_EQ(bring(program).status, 200);
  EXPECT_EQ(http_.requests().size(), 1u);
}

TEST_F(CourierTest, AServerThatTakesNoMailSaysWhy) {
  mail_.fail("550 no such mailbox");
  const Answer answer = bring(sample_endpoint(SinkKind::kEmail));
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.error, "550 no such mailbox");
}

}  // namespace
}  // namespace figured::alerts
