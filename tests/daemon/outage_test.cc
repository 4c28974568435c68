// Endpoints that fail: what the daemon makes of each kind, over the three days in which
// it tries.  The clock is the test's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "alerts/alert.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/daemon/daemon_run.h"

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;
using alerts::DeliveryState;
using tests::ok;
using tests::status;

constexpr char kHarbour[] = "https://harbour.example/rss";
constexpr char kCoast[] = "https://coast.example/rss";
constexpr char kHook[] = "https://desk.example/hook";
constexpr char kDeputy[] = "https://deputy.example/hook";

std::string rss(const std::string& guid, const std::string& text) {
  return R"(<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><guid>)" +
         guid + "</guid><title>Fire at Lowport refinery in Ordania</title><description>" + text +
         "</description><pubDate>Mon, 21 Sep 2026 10:00:00 GMT</pubDate></item></channel></rss>";
}

net::HttpResult error(net::HttpErrorKind kind) { return net::HttpError{kind, "told by the test"}; }

class OutageTest : public DaemonRun {
 protected:
  OutageTest() {
    fakes_clock_ = true;
    wall_ += 1min;  // what the ledger dates by its own clock is due at once
    config_.feeds = {{kHarbour, "Harbour Post", "", 5min}, {kCoast, "Coast Wire", "", 5min}};
    config_.endpoints.emplace_back().name = "desk";
    config_.endpoints.back().url = kHook;
    network_.answer(kHarbour, ok(rss("h1",
                                     "The fire at the Lowport refinery in Ordania killed 40 people "
                                     "on Monday, the fire service said.")));
    network_.answer(kCoast, ok(rss("c1",
                                   "The fire at the Lowport refinery in Ordania killed 12 people "
                                   "on Monday, the ministry of health said.")));
  }

  // Both feeds are read, and the endpoint asked for the first time.
  void start_and_tell() {
    start();
    run_until(asked(kHook));
    run_until([this] { return attempts().size() == 1; });
  }

  // Lets the time pass and whatever is due then be posted.
  void wait(std::chrono::seconds time) { set_clock(time); }

  // Of the one alert there is.
  std::vector<alerts::Attempt> attempts(const std::string& endpoint = "desk") const {
    auto all = store()->attempts(alert().id);
    std::erase_if(all,
                  [&](const alerts::Attempt& attempt) { return attempt.endpoint != endpoint; });
    return all;
  }
  alerts::Alert alert() const { return store()->alerts(1).at(0); }
  alerts::Delivery delivery(const std::string& endpoint = "desk") const {
    for (const alerts::Delivery& delivery : store()->deliveries(alert().id))
      if (delivery.endpoint == endpoint) return delivery;
    throw std::out_of_range("no delivery to " + endpoint);
  }
};

// Answers that are no end, and that the endpoint is asked again after five seconds and a
// fifth at most.
struct Passing {
  const char* name;
  net::HttpResult answer;
};

class PassingOutageTest : public OutageTest, public testing::WithParamInterface<Passing> {};

TEST_P(PassingOutageTest, IsFollowedByAnotherAttemptOfTheSameId) {
  network_.answer(kHook, GetParam().answer);
  network_.answer(kHook, ok(""));
  start_and_tell();
  EXPECT_EQ(delivery().state, DeliveryState::kPending);
  wait(2min);
  run_until([this] { return delivery().state == DeliveryState::kDelivered; });
  stop();
  ASSERT_EQ(requests_to(kHook), 2U);
  std::vector<std::string> ids;
  for (const net::HttpRequest& request : network_.requests())
    if (request.url == kHook) ids.push_back(tests::header_of(request, "webhook-id"));
  EXPECT_EQ(ids, std::vector(2, alert().id));
}

INSTANTIATE_TEST_SUITE_P(
    Endpoint, PassingOutageTest,
    testing::Values(Passing{"Fails", status(500)}, Passing{"IsOverloaded", status(503)},
                    Passing{"RefusesIt", status(400)},
                    Passing{"LeadsElsewhere",
                            status(301, {{"Location", "https://deputy.example/"}})},
                    Passing{"IsTooSlow", error(net::HttpErrorKind::kTimeout)},
                    Passing{"DropsTheConnection", error(net::HttpErrorKind::kProtocol)},
                    Passing{"IsNotThere", error(net::HttpErrorKind::kConnect)}),
    [](const auto& param) { return std::string(param.param.name); });

TEST_F(OutageTest, NobodyIsAskedWhereARedirectLeads) {
  network_.answer(kHook, status(308, {{"Location", kDeputy}}));
  start_and_tell();
  wait(2min);
  run_until(asked(kHook, 2));
  stop();
  EXPECT_EQ(requests_to(kDeputy), 0U);
}

TEST_F(OutageTest, RetryAfterIsObeyed) {
  network_.answer(kHook, status(429, {{"Retry-After", "7200"}}));
  network_.answer(kHook, ok(""));
  start_and_tell();
  wait(119min);
  EXPECT_EQ(requests_to(kHook), 1U);
  wait(2min);
  run_until([this] { return delivery().state == DeliveryState::kDelivered; });
  stop();
}

// Standard Webhooks: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; here up to a fifth
// later.
TEST_F(OutageTest, AnEndpointThatFailsForThreeDaysIsAskedTenTimes) {
  network_.answer(kHook, status(500));
  start_and_tell();
  const std::chrono::seconds rests[] = {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
  std::size_t asks = 1;
  for (const std::chrono::seconds rest : rests) {
    if (rest > 2min) {
      wait(rest - 2min);
      EXPECT_EQ(requests_to(kHook), asks) << "before " << rest.count() << " s";
    }
    wait(2min + rest / 5);
    run_until(asked(kHook, ++asks));
    run_until([&] { return attempts().size() == asks; });
  }
  EXPECT_EQ(delivery().state, DeliveryState::kDead);
  wait(240h);
  EXPECT_EQ(requests_to(kHook), asks);
  stop();
}

TEST_F(OutageTest, WhoIsGoneIsNotAskedAgainAndTheFallbackIsTold) {
  config_.endpoints.front().fallback = "deputy";
  config_.endpoints.emplace_back().name = "deputy";
  config_.endpoints.back().url = kDeputy;
  config_.endpoints.back().min_severity = 2;  // nothing by itself
  network_.answer(kHook, status(410));
  network_.answer(kDeputy, ok(""));
  start();
  run_until(asked(kDeputy));
  run_until([this] { return delivery("deputy").state == DeliveryState::kDelivered; });
  wait(240h);
  stop();
  EXPECT_EQ(requests_to(kHook), 1U);
  const auto endpoints = store()->endpoints();
  const auto desk = std::ranges::find(endpoints, "desk", &storage::EndpointState::name);
  ASSERT_NE(desk, endpoints.end());
  EXPECT_TRUE(desk->disabled_at.has_value());
}

}  // namespace
}  // namespace figured::daemon
