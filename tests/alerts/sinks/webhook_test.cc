#include "alerts/sinks/webhook.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

const std::chrono::sys_seconds kNow{1614265330s};

// The specification's own vector.
Message message() {
  Alert alert;
  alert.id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  alert.body = R"({"test": 2432232314})";
  return message_of(alert);
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

TEST(WebhookTest, TheRequestIsThatOfTheSpecification) {
  const net::HttpRequest request = webhook_request(endpoint(), message(), kNow);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://desk.example/hook?key=1");
  EXPECT_EQ(request.body, R"({"test": 2432232314})");
  EXPECT_EQ(header(request, "content-type"), "application/json");
  EXPECT_EQ(header(request, "user-agent"), "figured/1");
  EXPECT_EQ(header(request, "authorization"), "absent");
  EXPECT_EQ(header(request, "webhook-id"), "msg_p5jXN8AQM9LWM0D4loKWxJek");
  EXPECT_EQ(header(request, "webhook-timestamp"), "1614265330");
  EXPECT_EQ(header(request, "webhook-signature"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookTest, TheRequestIsBounded) {
  const net::HttpRequest request = webhook_request(endpoint(), message(), kNow);
  EXPECT_EQ(request.timeout, 7s);
  EXPECT_EQ(request.max_redirects, 0);
  EXPECT_LE(request.max_body, 1024u * 1024u);
  EXPECT_TRUE(request.secret_url);
}

TEST(WebhookTest, WithoutSecretsNothingIsSigned) {
  Endpoint open = endpoint();
  open.secrets.clear();
  EXPECT_EQ(header(webhook_request(open, message(), kNow), "webhook-signature"), "absent");
}

TEST(WebhookTest, AGroupHoldsItsAlertsByteForByte) {
  const Message group = sample_group();
  const net::HttpRequest request = webhook_request(endpoint(), group, kNow);
  EXPECT_EQ(header(request, "webhook-id"), group.id);
  for (const Notice& notice : group.notices)
    EXPECT_NE(request.body.find(notice.alert.body), std::string::npos);
  const boost::json::value body = boost::json::parse(request.body);
  EXPECT_EQ(body.at("type"), "alert.group");
  EXPECT_EQ(body.at("sequence"), 2);
  EXPECT_EQ(body.at("data").at("alerts").as_array().size(), 2u);
}

}  // namespace
}  // namespace figured::alerts
