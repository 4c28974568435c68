#include "alerts/route.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <map>

#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// Sunday, 22 November 2026, 12:00 UTC, which is the machine's zone here.
const std::chrono::sys_seconds kNoon =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 12h;

class RouteTest : public testing::Test {
 protected:
  RouteTest() {
    setenv("TZ", "UTC", 1);
    tzset();
    for (const char* name : {"desk", "night"}) {
      Endpoint endpoint;
      endpoint.name = name;
      endpoints_.push_back(endpoint);
    }
  }
  ~RouteTest() override {
    unsetenv("TZ");
    tzset();
  }

  // "desk +30 news": to desk in 30 minutes, in the bundle "news".
  std::vector<std::string> planned(std::chrono::sys_seconds now = kNoon) const {
    const RouteHistory history{[this](const std::string&, const std::string& bundle) {
                                 const auto found = bundles_.find(bundle);
                                 return found == bundles_.end() ? std::nullopt
                                                                : std::optional(found->second);
                               },
                               [this](const std::string&, std::int64_t) { return told_; }};
    std::vector<std::string> words;
    for (const DeliveryPlan& plan :
         plan_deliveries(routes_, endpoints_, read_notice(sample_alert()), now, history)) {
      const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(plan.not_before - now);
      words.push_back(plan.endpoint + " +" + std::to_string(minutes.count()) +
                      (plan.bundle.empty() ? "" : " " + plan.bundle));
    }
    return words;
  }
  Route& route(const std::string& name, std::vector<std::string> to = {}) {
    Route& route = routes_.emplace_back();
    route.name = name;
    route.to = std::move(to);
    return route;
  }

  std::vector<Route> routes_;
  std::vector<Endpoint> endpoints_;
  std::map<std::string, std::chrono::sys_seconds> bundles_;
  std::optional<std::chrono::sys_seconds> told_;
};

TEST_F(RouteTest, WithoutRoutesAllGoesEverywhereAtOnce) {
  EXPECT_THAT(planned(), ElementsAre("desk +0", "night +0"));
}

TEST_F(RouteTest, ARouteLeadsToItsEndpoints) {
  route("news", {"night"});
  EXPECT_THAT(planned(), ElementsAre("night +0"));
}

TEST_F(RouteTest, WhatNoRouteMatchesGoesNowhere) {
  route("news").match.measures = {"money.*"};
  EXPECT_THAT(planned(), IsEmpty());
}

TEST_F(RouteTest, AnEndpointsOwnWishHolds) {
  endpoints_[0].min_severity = 0.9;
  route("news");
  EXPECT_THAT(planned(), ElementsAre("night +0"));
}

TEST_F(RouteTest, OfTwoRoutesTheEarlierCounts) {
  route("slow").gather = 30min;
  route("fast", {"desk"});
  EXPECT_THAT(planned(), ElementsAre("desk +0", "night +30 slow"));
}

TEST_F(RouteTest, WhatComesWithinAWhileIsGathered) {
  route("news").gather = 30min;
  bundles_["news"] = kNoon + 5min;
  EXPECT_THAT(planned(), ElementsAre("desk +5 news", "night +5 news"));
}

TEST_F(RouteTest, ADisputeRestsAfterItWasTold) {
  route("news", {"desk"}).cooldown = 2h;
  EXPECT_THAT(planned(), ElementsAre("desk +0"));
  told_ = kNoon - 30min;
  EXPECT_THAT(planned(), ElementsAre("desk +90 news/2"));
  bundles_["news/2"] = kNoon + 10min;
  EXPECT_THAT(planned(), ElementsAre("desk +10 news/2"));
  bundles_.clear();
  told_ = kNoon - 2h;
  EXPECT_THAT(planned(), ElementsAre("desk +0"));
}

TEST_F(RouteTest, ADigestGoesAtTheNextOfItsTimes) {
  route("daily", {"desk"}).digest = {8h, 17h};
  EXPECT_THAT(planned(), ElementsAre("desk +300 daily"));
  EXPECT_THAT(planned(kNoon + 6h), ElementsAre("desk +840 daily"));
}

TEST_F(RouteTest, TheNightIsQuietForWhatIsNotSevere) {
  Route& news = route("news", {"desk"});
  news.quiet = DaySpan{22h, 7h};
  EXPECT_THAT(planned(), ElementsAre("desk +0"));
  EXPECT_THAT(planned(kNoon + 11h), ElementsAre("desk +480 news"));
  news.quiet_below = 0.8;  // which the sample is
  EXPECT_THAT(planned(kNoon + 11h), ElementsAre("desk +0"));
}

TEST_F(RouteTest, WhatIsGatheredIntoTheNightWaitsForItsEnd) {
  Route& news = route("news", {"desk"});
  news.gather = 30min;
  news.quiet = DaySpan{22h, 7h};
  EXPECT_THAT(planned(kNoon + 9h + 40min), ElementsAre("desk +560 news"));
}

}  // namespace
}  // namespace figured::alerts
