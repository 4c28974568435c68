#include "alerts/webhook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

const std::chrono::sys_seconds kNow{1614265330s};

Alert alert() {
  Alert alert;
  alert.id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  alert.body = R"({"test": 2432232314})";
  return alert;
}

Endpoint endpoint() {
  Endpoint endpoint;
  endpoint.name = "desk";
  endpoint.url = "https://desk.example/hook?key=1";
  endpoint.secrets = {WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  endpoint.timeout = 7s;
  endpoint.user_agent = "figured/1";
  return endpoint;
}

std::string header(const net::HttpRequest& request, const std::string& name) {
  for (const net::HttpHeader& header : request.headers)
    if (header.name == name) return header.value;
  return "absent";
}

TEST(WebhookTest, TheRequestIsThatOfTheSpecification) {
  const net::HttpRequest request = webhook_request(endpoint(), alert(), kNow);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://desk.example/hook?key=1");
  EXPECT_EQ(request.body, R"({"test": 2432232314})");
  EXPECT_EQ(header(request, "content-type"), "application/json");
  EXPECT_EQ(header(request, "user-agent"), "figured/1");
  EXPECT_EQ(header(request, "webhook-id"), "msg_p5jXN8AQM9LWM0D4loKWxJek");
  EXPECT_EQ(header(request, "webhook-timestamp"), "1614265330");
  EXPECT_EQ(header(request, "webhook-signature"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookTest, TheRequestIsBounded) {
  const net::HttpRequest request = webhook_request(endpoint(), alert(), kNow);
  EXPECT_EQ(request.timeout, 7s);
  EXPECT_EQ(request.max_redirects, 0);
  EXPECT_LE(request.max_body, 1024u * 1024u);
}

TEST(WebhookTest, WithoutSecretsNothingIsSigned) {
  Endpoint open = endpoint();
  open.secrets.clear();
  EXPECT_EQ(header(webhook_request(open, alert(), kNow), "webhook-signature"), "absent");
}

TEST(WebhookTest, AnAnswerIsReadWithItsRetryAfter) {
  net::HttpResponse response;
  response.status = 429;
  response.headers = {{"Retry-After", "30"}};
  const Answer answer = read_answer(response, kNow);
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.error, "");
  EXPECT_EQ(answer.retry_after, 30s);
}

TEST(WebhookTest, NoAnswerIsReadWithItsReason) {
  const Answer answer =
      read_answer(net::HttpError{net::HttpErrorKind::kTimeout, "timed out after 7 s"}, kNow);
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.error, "timed out after 7 s");
  EXPECT_FALSE(answer.retry_after);
}

}  // namespace
}  // namespace figured::alerts
