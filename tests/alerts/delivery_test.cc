#include "alerts/delivery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include "storage/sqlite/sqlite_store.h"
#include "tests/alerts/scripted_endpoint.h"
#include "tests/support/fake_mail_client.h"

namespace figured::alerts {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// The outbox over a real store, without a ledger thread between.
class StoreOutbox : public Outbox {
 public:
  StoreOutbox(asio::io_context& io, storage::Store& store, const std::chrono::sys_seconds& now)
      : store_(store), now_(now), released_(io, asio::steady_timer::time_point::max()) {}

  // From now on attempts are settled when they are released, or when the loop ends.
  void hold() { is_held_ = true; }
  void release() {
    is_held_ = false;
    released_.cancel();
  }

  asio::awaitable<std::vector<Delivery>> take(std::string endpoint, Lane lane,
                                              std::size_t limit) override {
    storage::Transaction transaction(store_);
    auto due = store_.take_deliveries(endpoint, now_, limit, lane, 3);
    transaction.commit();
    co_return due;
  }
  asio::awaitable<void> settle(std::vector<Attempt> attempts) override {
    boost::system::error_code ended;
    if (is_held_) co_await released_.async_wait(asio::redirect_error(asio::use_awaitable, ended));
    storage::Transaction transaction(store_);
    for (const Attempt& attempt : attempts) store_.put_attempt(attempt);
    transaction.commit();
    co_return;
  }
  asio::awaitable<std::optional<std::chrono::sys_seconds>> next_due(std::string endpoint,
                                                                    Lane lane) override {
    co_return store_.next_delivery(endpoint, lane);
  }
  asio::awaitable<std::size_t> fall_back(std::string endpoint,
                                         std::chrono::sys_seconds now) override {
    storage::Transaction transaction(store_);
    const std::size_t handed = store_.fall_back(endpoint, now);
    transaction.commit();
    co_return handed;
  }

 private:
  storage::Store& store_;
  const std::chrono::sys_seconds& now_;
  asio::steady_timer released_;
  bool is_held_ = false;
};

// One endpoint, "desk", whose loop runs while the test feeds it.
class DeliveryTest : public testing::Test {
 protected:
  ~DeliveryTest() override { stop(); }

  static Endpoint desk() {
    Endpoint endpoint;
    endpoint.name = "desk";
    endpoint.url = "https://desk.example/hook";
    endpoint.fallback = "deputy";
    return endpoint;
  }
  DeliveryTest() {
    storage::Transaction transaction(*store_);
    store_->adopt_endpoints(std::vector{state("desk", "deputy"), state("deputy", "")});
    transaction.commit();
  }
  static storage::EndpointState state(const std::string& name, const std::string& fallback) {
    storage::EndpointState state;
    state.name = name;
    state.fallback = fallback;
    return state;
  }

  std::int64_t dispute() {
    storage::Transaction transaction(*store_);
    claims::Dispute dispute;
    dispute.fact_id = store_->put_fact({});
    store_->put_dispute(dispute);
    transaction.commit();
    return dispute.id;
  }
  // The word is the alert's body, by which the test knows it.
  std::string alert(const std::string& word, std::int64_t dispute = 0) {
    storage::Transaction transaction(*store_);
    Alert alert;
    alert.dispute_id = dispute;
    alert.created_at = now_;
    store_->reserve_alert(alert);
    alert.body = word;
    store_->put_alert(alert, std::vector{DeliveryPlan{"desk", now_, bundle_}});
    transaction.commit();
    return alert.id;
  }

  void start() {
    io_.restart();
    asio::co_spawn(io_, loop_.run(),
                   asio::bind_cancellation_slot(stop_.slot(),
                                                [this](std::exception_ptr end) { ended_ = end; }));
    io_.poll();
  }
  void wake() {
    loop_.wake();
    io_.restart();
    io_.poll();
  }
  void pass(std::chrono::seconds time) {
    now_ += time;
    wake();
  }
  void stop() {
    stop_.emit(asio::cancellation_type::terminal);
    io_.restart();
    io_.poll();
  }

  std::vector<std::string> sent() const {
    std::vector<std::string> words;
    for (const net::HttpRequest& request : http_.requests()) words.push_back(request.body);
    return words;
  }
  Delivery delivery(const std::string& id, const std::string& endpoint = "desk") const {
    for (const Delivery& delivery : store_->deliveries(id))
      if (delivery.endpoint == endpoint) return delivery;
    throw std::out_of_range("no delivery of " + id + " to " + endpoint);
  }

  asio::io_context io_;
  asio::cancellation_signal stop_;
  std::unique_ptr<storage::Store> store_ = storage::open_sqlite_store(":memory:");
  std::chrono::sys_seconds now_{1'786'000'000s};
  StoreOutbox outbox_{io_, *store_, now_};
  ScriptedEndpoint http_;
  std::vector<Attempt> log_;
  std::string bundle_;
  tests::FakeMailClient mail_;
  Courier courier_{io_.get_executor(), http_, mail_};
  std::size_t fell_back_ = 0;
  std::shared_ptr<const Endpoint> endpoint_ = std::make_shared<Endpoint>(desk());
  std::shared_ptr<EndpointGate> gate_ = std::make_shared<EndpointGate>(*endpoint_);
  DeliveryLoop loop_{
      io_.get_executor(),
      endpoint_,
      gate_,
      Lane{},
      outbox_,
      courier_,
      [this] { return now_; },
      {[this](const Attempt& attempt) { log_.push_back(attempt); },
       [this](const Endpoint&, std::size_t deliveries) { fell_back_ += deliveries; }}};
  std::exception_ptr ended_;
};

TEST_F(DeliveryTest, WhatWaitsIsDelivered) {
  const std::string id = alert("a");
  start();
  EXPECT_THAT(sent(), ElementsAre("a"));
  EXPECT_EQ(delivery(id).state, DeliveryState::kDelivered);
  EXPECT_EQ(delivery(id).delivered_at, now_);
  ASSERT_EQ(log_.size(), 1u);
  EXPECT_EQ(log_[0].alert_id, id);
  EXPECT_EQ(log_[0].endpoint, "desk");
  EXPECT_EQ(log_[0].status, 200);
}

TEST_F(DeliveryTest, WhatComesLaterIsDeliveredWhenWoken) {
  start();
  EXPECT_THAT(sent(), IsEmpty());
  alert("a");
  wake();
  EXPECT_THAT(sent(), ElementsAre("a"));
}

TEST_F(DeliveryTest, ADeliveredAlertIsNotSentAgain) {
  alert("a");
  start();
  pass(48h);
  EXPECT_THAT(sent(), ElementsAre("a"));
}

TEST_F(DeliveryTest, OneAfterAnotherInOrder) {
  const std::int64_t one = dispute();
  alert("a", one);
  alert("b", one);
  alert("c");
  alert("d", one);
  start();
  EXPECT_THAT(sent(), testing::UnorderedElementsAre("a", "b", "c", "d"));
  const auto words = sent();
  const auto place = [&](const char* word) {
    return std::find(words.begin(), words.end(), word) - words.begin();
  };
  EXPECT_LT(place("a"), place("b"));
  EXPECT_LT(place("b"), place("d"));
  EXPECT_EQ(http_.max_in_flight(), 1);
}

TEST_F(DeliveryTest, SomeAreSentWhileOthersAreSettledAndNoFurther) {
  static_assert(DeliveryLoop::kMostUnsettled == 3);
  outbox_.hold();
  const std::vector<std::string> ids = {alert("a"), alert("b"), alert("c"), alert("d"), alert("e")};
  start();
  EXPECT_THAT(sent(), ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(delivery(ids.front()).state, DeliveryState::kPending);
  EXPECT_THAT(log_, IsEmpty());
  outbox_.release();
  wake();
  EXPECT_THAT(sent(), ElementsAre("a", "b", "c", "d", "e"));
  for (const std::string& id : ids) EXPECT_EQ(delivery(id).state, DeliveryState::kDelivered);
  EXPECT_EQ(log_.size(), ids.size());
}

TEST_F(DeliveryTest, TheNextOfADisputeWaitsUntilTheOneBeforeIsSettled) {
  outbox_.hold();
  const std::int64_t one = dispute();
  alert("a", one);
  alert("b", one);
  start();
  EXPECT_THAT(sent(), ElementsAre("a"));
  outbox_.release();
  wake();
  EXPECT_THAT(sent(), ElementsAre("a", "b"));
}

TEST_F(DeliveryTest, AnAnswerIsSettledBeforeTheLoopEnds) {
  outbox_.hold();
  const std::string first = alert("a"), second = alert("b");
  alert("c");
  start();
  stop();
  EXPECT_EQ(delivery(first).state, DeliveryState::kDelivered);
  EXPECT_FALSE(ended_);
  outbox_.release();
  stop();
  EXPECT_EQ(delivery(second).state, DeliveryState::kDelivered);
  EXPECT_THAT(sent(), ElementsAre("a", "b", "c"));
  EXPECT_TRUE(ended_);
}

TEST_F(DeliveryTest, AFailureIsTriedAgainWhenItsRestIsOver) {
  http_.answer(500);
  const std::string id = alert("a");
  start();
  EXPECT_EQ(delivery(id).state, DeliveryState::kPending);
  EXPECT_EQ(delivery(id).last_error, "HTTP 500");
  pass(4s);
  EXPECT_THAT(sent(), ElementsAre("a"));
  pass(3s);
  EXPECT_THAT(sent(), ElementsAre("a", "a"));
  EXPECT_EQ(delivery(id).state, DeliveryState::kDelivered);
  EXPECT_EQ(delivery(id).attempts, 2);
}

TEST_F(DeliveryTest, EveryRetryHasTheSameIdAndItsOwnTime) {
  http_.fail("connection refused");
  const std::string id = alert("a");
  start();
  pass(10s);
  ASSERT_EQ(http_.requests().size(), 2u);
  const auto header = [&](std::size_t request, std::size_t place) {
    return http_.requests()[request].headers.at(place).value;
  };
  EXPECT_EQ(header(0, 2), id);
  EXPECT_EQ(header(1, 2), id);
  EXPECT_EQ(header(0, 3), "1786000000");
  EXPECT_EQ(header(1, 3), "1786000010");
}

TEST_F(DeliveryTest, AFailureHoldsUpItsDisputeOnly) {
  const std::int64_t one = dispute();
  http_.answer(503);
  alert("a", one);
  alert("b", one);
  alert("c");
  start();
  EXPECT_THAT(sent(), ElementsAre("a", "c"));
  pass(10s);
  EXPECT_THAT(sent(), ElementsAre("a", "c", "a", "b"));
}

TEST_F(DeliveryTest, TheServersWishIsObeyed) {
  http_.answer(429, {{"retry-after", "600"}});
  alert("a");
  start();
  pass(599s);
  EXPECT_THAT(sent(), ElementsAre("a"));
  pass(1s);
  EXPECT_THAT(sent(), ElementsAre("a", "a"));
}

TEST_F(DeliveryTest, AGoneEndpointIsDisabledUntilItIsEnabledAndTheFallbackTakesOver) {
  http_.answer(410);
  const std::string first = alert("a");
  start();
  const std::string second = alert("b");
  pass(2min);
  EXPECT_THAT(sent(), ElementsAre("a"));
  EXPECT_EQ(delivery(first, "deputy").state, DeliveryState::kPending);
  EXPECT_EQ(delivery(second, "deputy").state, DeliveryState::kPending);
  EXPECT_EQ(store_->endpoints().at(1).reason, "HTTP 410: the endpoint is gone");
  EXPECT_TRUE(store_->enable_endpoint("desk"));
  alert("c");
  wake();
  EXPECT_THAT(sent(), ElementsAre("a", "c"));
}

TEST_F(DeliveryTest, AfterFiveFailuresOnlyProbesGoUntilOneSucceeds) {
  for (int i = 0; i < 6; ++i) http_.answer(500);
  for (const char* word : {"a", "b", "c", "d", "e", "f", "g"}) alert(word);
  start();
  EXPECT_THAT(sent(), ElementsAre("a", "b", "c", "d", "e"));
  pass(29s);
  EXPECT_EQ(sent().size(), 5u);
  pass(1s);  // a probe, which fails
  EXPECT_EQ(sent().size(), 6u);
  pass(59s);
  EXPECT_EQ(sent().size(), 6u);
  pass(1s);
  EXPECT_EQ(sent().size(), 13u);  // each of the seven at last
}

TEST_F(DeliveryTest, WhatWaitsLongForAnEndpointThatFailsGoesToItsFallbackToo) {
  for (int i = 0; i < 100; ++i) http_.answer(500);
  const std::string id = alert("a");
  start();
  for (int i = 0; i < 12; ++i) pass(1min);
  EXPECT_EQ(fell_back_, 0u);
  for (int i = 0; i < 40; ++i) pass(1min);
  EXPECT_EQ(fell_back_, 1u);
  EXPECT_EQ(delivery(id, "deputy").state, DeliveryState::kPending);
  EXPECT_EQ(delivery(id).state, DeliveryState::kPending);
}

TEST_F(DeliveryTest, ABundleGoesAsMessagesThatStayWhatTheyAre) {
  bundle_ = "digest";
  http_.answer(500);
  const std::int64_t one = dispute();
  const std::string first = alert(R"({"id":"1"})", one);
  alert(R"({"id":"2"})", one);
  start();
  ASSERT_EQ(http_.requests().size(), 1u);
  const std::string body = sent()[0];
  EXPECT_THAT(body, testing::HasSubstr(R"("alerts":[{"id":"1"},{"id":"2"}])"));
  alert(R"({"id":"3"})");
  pass(10s);
  ASSERT_EQ(http_.requests().size(), 3u);
  EXPECT_THAT(sent(), testing::UnorderedElementsAre(body, body, R"({"id":"3"})"));
  EXPECT_EQ(delivery(first).state, DeliveryState::kDelivered);
}

// A message holds three here.
TEST_F(DeliveryTest, ABundlesNextMessageWaitsForTheOneThatFailed) {
  bundle_ = "digest";
  http_.answer(500);
  const std::int64_t one = dispute();
  for (const char* body : {R"({"id":"1"})", R"({"id":"2"})", R"({"id":"3"})", R"({"id":"4"})"})
    alert(body, one);
  start();
  EXPECT_EQ(sent().size(), 1u);
  pass(10s);
  ASSERT_EQ(sent().size(), 3u);
  EXPECT_EQ(sent()[1], sent()[0]);
  EXPECT_EQ(sent()[2], R"({"id":"4"})");
}

TEST_F(DeliveryTest, AGoneEndpointEndsTheDelivery) {
  http_.answer(410);
  const std::string id = alert("a");
  start();
  EXPECT_EQ(delivery(id).state, DeliveryState::kDead);
  pass(24h);
  EXPECT_THAT(sent(), ElementsAre("a"));
}

TEST_F(DeliveryTest, WhatWasTakenWithTheOneThatFoundItGoneIsNotSent) {
  http_.answer(410);
  alert("a");
  const std::string other = alert("b");
  start();
  EXPECT_THAT(sent(), ElementsAre("a"));
  EXPECT_EQ(delivery(other).state, DeliveryState::kPending);
}

TEST_F(DeliveryTest, ABundlesOtherDisputesGoOnBesideTheOneThatFailed) {
  bundle_ = "digest";
  http_.answer(500);
  const std::int64_t one = dispute(), two = dispute();
  for (const char* id : {"1", "2", "3", "4"}) alert(R"({"id":")" + std::string(id) + "\"}", one);
  for (const char* id : {"5", "6"}) alert(R"({"id":")" + std::string(id) + "\"}", two);
  start();
  ASSERT_EQ(sent().size(), 2u);
  EXPECT_THAT(sent()[1], testing::HasSubstr(R"("alerts":[{"id":"5"},{"id":"6"}])"));
  pass(10s);
  EXPECT_THAT(sent(), ElementsAre(sent()[0], sent()[1], sent()[0], R"({"id":"4"})"));
}

TEST_F(DeliveryTest, AfterTenFailuresTheDeliveryIsDeadAndTheNextGoes) {
  const std::int64_t one = dispute();
  for (int i = 0; i < 10; ++i) http_.answer(500);
  const std::string id = alert("a", one);
  start();
  for (int i = 0; i < 12; ++i) {
    if (i == 8) alert("b", one);
    pass(30h);
  }
  EXPECT_EQ(delivery(id).state, DeliveryState::kDead);
  EXPECT_EQ(delivery(id).attempts, 10);
  EXPECT_EQ(sent().size(), 11u);
  EXPECT_EQ(sent().back(), "b");
}

TEST_F(DeliveryTest, WhileItRestsItCanBeStopped) {
  start();
  stop();
  ASSERT_TRUE(ended_);
  EXPECT_THROW(std::rethrow_exception(ended_), boost::system::system_error);
}

TEST_F(DeliveryTest, AnAttemptThatIsCutOffIsNotSettledAndIsMadeAgain) {
  http_.hang();
  const std::string id = alert("a");
  start();
  EXPECT_EQ(http_.in_flight(), 1);
  stop();
  EXPECT_EQ(http_.in_flight(), 0);
  ASSERT_TRUE(ended_);
  EXPECT_THROW(std::rethrow_exception(ended_), boost::system::system_error);
  EXPECT_EQ(delivery(id).attempts, 0);
  EXPECT_THAT(log_, IsEmpty());
  start();
  EXPECT_THAT(sent(), ElementsAre("a", "a"));
  EXPECT_EQ(delivery(id).state, DeliveryState::kDelivered);
}

TEST_F(DeliveryTest, AWakeInTheMiddleOfAnAttemptIsNotLost) {
  const std::string first = alert("a");
  asio::co_spawn(io_, loop_.run(), asio::bind_cancellation_slot(stop_.slot(), [](auto) {}));
  while (http_.requests().empty()) io_.run_one();  // now "a" is in flight
  alert("b");
  loop_.wake();
  io_.poll();
  EXPECT_THAT(sent(), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace figured::alerts
