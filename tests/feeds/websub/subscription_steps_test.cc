#include "feeds/websub/subscription_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using enum SubscriptionState;

constexpr char kTopic[] = "https://harbour.example/rss?a=1&b=2";
constexpr auto kAsked10Days = std::chrono::seconds(240h);

// A subscription at a hub, and the clock.
class SubscriptionTest : public testing::Test {
 protected:
  SubscriptionTest() {
    it_.key = "k";
    it_.hub = "https://hub.example/";
    it_.topic = kTopic;
    it_.callback = "https://figures.example/websub/k";
    it_.secret = "s3cret";
    it_.next_step = now_;
  }

  void ask(const std::string& refusal = "") {
    begin_asking(it_, now_);
    end_asking(it_, refusal, now_);
  }
  HubCallAnswer call(const std::string& mode, std::optional<std::chrono::seconds> lease = {},
                     const std::string& topic = kTopic) {
    const std::string challenge = mode == "denied" ? "" : "echo me";
    return take_call(it_, {mode, topic, challenge, lease, "not you"}, kAsked10Days, now_);
  }
  std::chrono::seconds rest() const { return it_.next_step - now_; }

  Subscription it_;
  std::chrono::sys_seconds now_{std::chrono::sys_days(std::chrono::year(2026) / 9 / 1)};
};

TEST_F(SubscriptionTest, TheHubIsAskedByAForm) {
  const net::HttpRequest request = hub_request(it_, kAsked10Days);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://hub.example/");
  EXPECT_EQ(request.body,
            "hub.mode=subscribe&hub.topic=https%3A%2F%2Fharbour.example%2Frss%3Fa%3D1%26b%3D2"
            "&hub.callback=https%3A%2F%2Ffigures.example%2Fwebsub%2Fk&hub.secret=s3cret"
            "&hub.lease_seconds=864000");
}

TEST_F(SubscriptionTest, OneThatEndsTellsNoSecret) {
  end(it_, now_);
  EXPECT_EQ(hub_request(it_, kAsked10Days).body,
            "hub.mode=unsubscribe&hub.topic=https%3A%2F%2Fharbour.example%2Frss%3Fa%3D1%26b%3D2"
            "&hub.callback=https%3A%2F%2Ffigures.example%2Fwebsub%2Fk");
}

TEST_F(SubscriptionTest, ItHoldsOnceTheHubHasCalledBack) {
  ask();
  EXPECT_EQ(standing_of(it_), PushStanding());
  EXPECT_EQ(call("subscribe", 5h), HubCallAnswer::kEcho);
  EXPECT_EQ(it_.state, kActive);
  EXPECT_EQ(it_.lease_ends, now_ + 5h);
  EXPECT_EQ(rest(), 4h);
  EXPECT_EQ(standing_of(it_).until, now_ + 5h);
}

TEST_F(SubscriptionTest, AHubThatNamesNoLeaseGetsTheOneAskedFor) {
  ask();
  call("subscribe");
  EXPECT_EQ(it_.lease_ends, now_ + kAsked10Days);
}

TEST_F(SubscriptionTest, ACallWhileTheHubIsAskedIsNotUndone) {
  begin_asking(it_, now_);
  call("subscribe", 5h);
  end_asking(it_, "", now_);
  EXPECT_EQ(it_.error, "");
  EXPECT_EQ(rest(), 4h);
}

TEST_F(SubscriptionTest, AnotherTopicIsNotOurs) {
  ask();
  EXPECT_EQ(call("subscribe", 5h, "https://harbour.example/other"), HubCallAnswer::kNoSuch);
  EXPECT_EQ(it_.state, kAsked);
}

TEST_F(SubscriptionTest, WhatIsWantedIsNotEnded) {
  ask();
  call("subscribe", 5h);
  EXPECT_EQ(call("unsubscribe"), HubCallAnswer::kNoSuch);
  EXPECT_EQ(it_.state, kActive);
}

TEST_F(SubscriptionTest, WhatIsNotWantedIsNotConfirmed) {
  end(it_, now_);
  EXPECT_EQ(call("subscribe", 5h), HubCallAnswer::kNoSuch);
  EXPECT_EQ(call("unsubscribe"), HubCallAnswer::kForget);
}

TEST_F(SubscriptionTest, OneThatEndsIsAskedOnceAndForgotten) {
  end(it_, now_);
  EXPECT_FALSE(is_over(it_));
  ask("the hub answers 500");
  EXPECT_TRUE(is_over(it_));
}

TEST_F(SubscriptionTest, ADenialIsKeptForADay) {
  ask();
  call("subscribe", 5h);
  EXPECT_EQ(call("denied"), HubCallAnswer::kHeard);
  EXPECT_EQ(it_.state, kDenied);
  EXPECT_EQ(it_.error, "the hub denies it: not you");
  EXPECT_EQ(rest(), 24h);
  EXPECT_EQ(standing_of(it_), PushStanding());
  now_ += 24h;
  ask();
  EXPECT_EQ(it_.state, kAsked);
}

TEST_F(SubscriptionTest, AHubThatRefusesIsAskedEverMoreRarely) {
  const std::chrono::seconds rests[] = {5min, 10min, 20min, 40min, 80min};
  for (const std::chrono::seconds expected : rests) {
    ask("the hub answers 500");
    EXPECT_EQ(rest(), expected);
  }
  for (int i = 0; i < 20; ++i) ask("the hub answers 500");
  EXPECT_EQ(rest(), 24h);
  EXPECT_EQ(it_.error, "the hub answers 500");
}

TEST_F(SubscriptionTest, AHubThatNeverCallsBackHasAnHourAndMore) {
  ask();
  EXPECT_EQ(rest(), 1h);
  EXPECT_EQ(it_.error, "the hub has not called back yet");
  for (int i = 0; i < 6; ++i) ask();
  EXPECT_EQ(rest(), 320min);
}

TEST_F(SubscriptionTest, PushesEarnTrustAndAMissTakesIt) {
  ask();
  call("subscribe", 5h);
  take_push(it_, now_);
  take_push(it_, now_ + 1min);
  EXPECT_EQ(standing_of(it_).streak, 2);
  EXPECT_TRUE(take_miss(it_));
  EXPECT_FALSE(take_miss(it_));
  EXPECT_EQ(standing_of(it_).streak, 0);
  EXPECT_EQ(it_.pushes, 2);
  EXPECT_EQ(it_.last_push, now_ + 1min);
}

struct QueryCase {
  std::string name;
  std::string query;
  HubCall call;
};

class HubCallTest : public testing::TestWithParam<QueryCase> {};

TEST_P(HubCallTest, IsRead) {
  const HubCall call = parse_hub_call(GetParam().query);
  const HubCall& wanted = GetParam().call;
  EXPECT_EQ(call.mode, wanted.mode);
  EXPECT_EQ(call.topic, wanted.topic);
  EXPECT_EQ(call.challenge, wanted.challenge);
  EXPECT_EQ(call.lease, wanted.lease);
  EXPECT_EQ(call.reason, wanted.reason);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HubCallTest,
    testing::Values(QueryCase{"Whole",
                              "hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2F%3Fq%3D1"
                              "&hub.challenge=x%20y+z&hub.lease_seconds=3600",
                              {"subscribe", "https://a.example/?q=1", "x y z", 3600s}},
                    QueryCase{"Denied",
                              "hub.mode=denied&hub.topic=t&hub.reason=no",
                              {"denied", "t", "", {}, "no"}},
                    QueryCase{"NoLease", "hub.lease_seconds=soon", {}},
                    QueryCase{"NegativeLease", "hub.lease_seconds=-5", {}},
                    QueryCase{"EndlessLease",
                              "hub.lease_seconds=9999999999999",
                              {"", "", "", std::chrono::seconds(24h * 365)}},
                    QueryCase{"Empty", "", {}}, QueryCase{"Broken", "hub.mode=%zz", {}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
