#include "wire/webhook_intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/object.hpp>

#include "tests/wire/signed_webhook.h"
#include "wire/wire_server.h"

namespace figured::wire {
namespace {
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::chrono::sys_seconds kNow =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h;

class WebhookIntakeTest : public testing::Test {
 protected:
  int take(const std::string& id, const std::string& body, std::chrono::seconds age = 0s) {
    net::ServerRequest request{"POST", "/hook", signed_headers(secret_, id, kNow - age, body),
                               body};
    if (change_) change_(request);
    return intake_.take(request, kNow).status;
  }

  static std::string alert(const std::string& type) { return R"({"type":")" + type + R"("})"; }

  const std::string secret_ = make_secret();
  std::vector<std::string> told_;
  std::function<void(net::ServerRequest&)> change_;  // on the way
  WebhookIntake intake_{secret_, [this](const boost::json::object& alert) {
                          told_.push_back(alert.at("type").as_string().c_str());
                        }};
};

TEST_F(WebhookIntakeTest, TellsEachAlertOnceAndCountsItsDeliveries) {
  EXPECT_EQ(take("alr_1", alert("figure.contradiction")), 200);
  EXPECT_EQ(take("alr_2", alert("dispute.settled")), 200);
  EXPECT_EQ(take("alr_1", alert("figure.contradiction")), 200);
  EXPECT_THAT(told_, ElementsAre("figure.contradiction", "dispute.settled"));
  EXPECT_THAT(intake_.deliveries(),
              ElementsAre(testing::Pair("alr_1", 2), testing::Pair("alr_2", 1)));
  EXPECT_EQ(intake_.count("figure.contradiction"), 1);
  EXPECT_EQ(intake_.count("figure.correction"), 0);
}

TEST_F(WebhookIntakeTest, WhatIsNoAlertIsRefusedAndNotCounted) {
  for (const char* body : {"", "{", "[]", "7"}) EXPECT_EQ(take("alr_1", body), 400) << body;
  EXPECT_THAT(intake_.deliveries(), IsEmpty());
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(WebhookIntakeTest, AChangedRequestIsRefused) {
  const std::vector<std::function<void(net::ServerRequest&)>> changes{
      [](auto& request) { request.body += " "; }, [](auto& request) { request.headers.clear(); },
      [](auto& request) { request.headers.pop_back(); },
      [](auto& request) {
        for (net::HttpHeader& header : request.headers)
          if (header.name == "webhook-id") header.value = "alr_2";
      }};
  for (const auto& change : changes) {
    change_ = change;
    EXPECT_EQ(take("alr_1", alert("figure.contradiction")), 401);
  }
  EXPECT_EQ(intake_.rejected(), static_cast<int>(changes.size()));
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(WebhookIntakeTest, AnOldRequestIsRefused) {
  EXPECT_EQ(take("alr_1", alert("figure.contradiction"), 4min), 200);
  EXPECT_EQ(take("alr_2", alert("figure.contradiction"), 6min), 401);
}

}  // namespace
}  // namespace figured::wire
