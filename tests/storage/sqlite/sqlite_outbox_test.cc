// Endpoints, bundles, silences, replays, and the audit of the outbox.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using alerts::Alert;
using alerts::Delivery;
using alerts::DeliveryPlan;
using alerts::DeliveryState;
using alerts::Lane;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Seconds at(std::int64_t seconds) { return Seconds(std::chrono::seconds(seconds)); }

class SqliteOutboxTest : public testing::Test {
 protected:
  SqliteOutboxTest() { adopt({{"desk", "deputy"}, {"deputy", ""}}); }

  void adopt(const std::vector<std::pair<std::string, std::string>>& names,
             const std::string& fingerprint = "1") {
    std::vector<EndpointState> states;
    for (const auto& [name, fallback] : names) {
      EndpointState& state = states.emplace_back();
      state.name = name;
      state.fallback = fallback;
      state.fingerprint = fingerprint;
    }
    write([&] { store_->adopt_endpoints(states); });
  }
  void write(const std::function<void()>& work) {
    Transaction transaction(*store_);
    work();
    transaction.commit();
  }
  std::int64_t dispute() {
    claims::Dispute dispute;
    write([&] {
      dispute.fact_id = store_->put_fact({});
      store_->put_dispute(dispute);
    });
    return dispute.id;
  }
  Alert alert(const std::string& summary, std::int64_t dispute, DeliveryPlan plan,
              std::int64_t silence = 0) {
    Alert alert;
    alert.dispute_id = dispute;
    alert.created_at = at(0);
    alert.summary = summary;
    write([&] {
      store_->reserve_alert(alert);
      alert.body =
          R"({"id":")" + alert.id + R"(","sequence":)" + std::to_string(alert.sequence) + "}";
      store_->put_alert(alert, std::span(&plan, 1), silence);
    });
    return alert;
  }
  void attempt(const Alert& alert, DeliveryState state, bool gone = false) {
    write([&] { store_->put_attempt({"desk", alert.id, at(1), 410, "no", state, at(100), gone}); });
  }
  // "a b|c": the messages that are taken, parted by bars.
  std::string taken(std::int64_t now, const std::string& endpoint = "desk", Lane lane = {}) {
    std::string words, message;
    write([&] {
      for (const Delivery& delivery : store_->take_deliveries(endpoint, at(now), 32, lane, 3)) {
        const bool same = !delivery.message_id.empty() && delivery.message_id == message;
        words += (words.empty() ? "" : same ? " " : "|") + delivery.alert.summary;
        message = delivery.message_id;
      }
    });
    return words;
  }

  tests::TempFolder folder_;
  std::unique_ptr<Store> store_ = open_sqlite_store(folder_.path("store.db"));
};

TEST_F(SqliteOutboxTest, ABundleGoesInMessagesThatStay) {
  const std::int64_t one = dispute();
  for (const char* word : {"a", "b", "c", "d"}) alert(word, one, {"desk", at(10), "news"});
  alert("e", 0, {"desk", at(10), ""});
  EXPECT_EQ(taken(9), "");
  EXPECT_EQ(store_->bundle_due("desk", "news"), at(10));
  EXPECT_EQ(taken(10), "a b c|e");
  EXPECT_EQ(store_->bundle_due("desk", "news"), at(10));  // of "d"
  alert("f", one, {"desk", at(10), "news"});
  EXPECT_EQ(taken(10), "a b c|e");  // "d" and "f" wait for their dispute's first
}

// 32 are taken at most.
TEST_F(SqliteOutboxTest, AMessageIsNotCutByTheLimit) {
  const Alert first = alert("a", 0, {"desk", at(0), "news"});
  for (int i = 0; i < 31; ++i) alert("alone", 0, {"desk", at(50), ""});
  const Alert last = alert("b", 0, {"desk", at(0), "news"});
  EXPECT_EQ(taken(0), "a b");
  for (const Alert& failed : {first, last}) attempt(failed, DeliveryState::kPending);
  EXPECT_THAT(taken(100), testing::StartsWith("a b|alone|"));
}

TEST_F(SqliteOutboxTest, WhatGoesAloneWaitsForTheBundleBeforeIt) {
  const std::int64_t one = dispute();
  const Alert bundled = alert("a", one, {"desk", at(0), "news"});
  alert("b", one, {"desk", at(0), ""});
  alert("c", one, {"desk", at(0), ""});
  EXPECT_EQ(taken(0), "a");
  attempt(bundled, DeliveryState::kDelivered);
  EXPECT_EQ(taken(0), "b|c");
}

TEST_F(SqliteOutboxTest, ADisputeKeepsToItsLane) {
  const std::int64_t one = dispute(), two = dispute();
  for (const std::int64_t of : {one, two}) alert(std::to_string(of), of, {"desk", at(0), ""});
  EXPECT_EQ(taken(0, "desk", {0, 2}), std::to_string(two));
  EXPECT_EQ(taken(0, "desk", {1, 2}), std::to_string(one));
  EXPECT_EQ(store_->next_delivery("desk", {1, 2}), at(0));
}

TEST_F(SqliteOutboxTest, AnEndpointThatIsGoneGetsNothingAndItsFallbackAll) {
  const Alert a = alert("a", 0, {"desk", at(0), ""});
  attempt(a, DeliveryState::kDead, true);
  EXPECT_EQ(store_->endpoints().at(1).disabled_at, at(1));
  alert("b", 0, {"desk", at(0), ""});
  EXPECT_EQ(taken(100), "");
  EXPECT_EQ(store_->next_delivery("desk"), std::nullopt);
  EXPECT_EQ(taken(100, "deputy"), "a|b");
  adopt({{"desk", "deputy"}, {"deputy", ""}});
  EXPECT_TRUE(store_->endpoints().at(1).disabled_at);
  adopt({{"desk", "deputy"}, {"deputy", ""}}, "2");
  EXPECT_FALSE(store_->endpoints().at(1).disabled_at);
}

TEST_F(SqliteOutboxTest, WhatWaitsForAnEndpointThatIsNoMoreIsDead) {
  const Alert a = alert("a", 0, {"desk", at(0), ""});
  adopt({{"deputy", ""}});
  const Delivery delivery = store_->deliveries(a.id).at(0);
  EXPECT_EQ(delivery.state, DeliveryState::kDead);
  EXPECT_EQ(delivery.last_error, "the endpoint is no longer configured");
}

TEST_F(SqliteOutboxTest, WhatWaitsFallsBackOnce) {
  alert("a", 0, {"desk", at(0), ""});
  std::size_t first = 0, second = 0;
  write([&] { first = store_->fall_back("desk", at(5)); });
  write([&] { second = store_->fall_back("desk", at(6)); });
  EXPECT_EQ(first, 1u);
  EXPECT_EQ(second, 0u);
  EXPECT_EQ(taken(5, "deputy"), "a");
  EXPECT_EQ(taken(5), "a");
}

TEST_F(SqliteOutboxTest, AReplaySendsWhatWasChosen) {
  const Alert a = alert("a", 0, {"desk", at(0), ""}), b = alert("b", 0, {"desk", at(0), ""});
  attempt(a, DeliveryState::kDelivered);
  attempt(b, DeliveryState::kDead);
  EXPECT_EQ(taken(0), "");
  const auto replay = [&](const ReplayChoice& choice) {
    std::size_t chosen = 0;
    write([&] { chosen = store_->replay(choice, at(7)); });
    return chosen;
  };
  EXPECT_EQ(replay({"", "desk", std::nullopt, true}), 1u);
  EXPECT_EQ(taken(7), "b");
  EXPECT_EQ(replay({a.id, "", std::nullopt, false}), 1u);
  EXPECT_EQ(taken(7), "a|b");
  EXPECT_EQ(replay({"", "deputy", at(0), false}), 1u);  // "b", dead, had gone there already
  EXPECT_EQ(replay({"", "desk", at(1), false}), 0u);
}

TEST_F(SqliteOutboxTest, WhatIsSilencedGoesNowhere) {
  Silence silence{0, "{}", "Ana", "being checked", at(0), at(50)};
  write([&] { store_->put_silence(silence); });
  EXPECT_EQ(silence.id, 1);
  EXPECT_EQ(store_->silences(at(49)).size(), 1u);
  EXPECT_THAT(store_->silences(at(50)), IsEmpty());
  const Alert a = alert("a", 0, {"desk", at(0), ""}, silence.id);
  EXPECT_THAT(store_->deliveries(a.id), IsEmpty());
}

TEST_F(SqliteOutboxTest, TheLastTimeADisputeWasToldIsKnown) {
  const std::int64_t one = dispute();
  EXPECT_EQ(store_->last_told("desk", one), std::nullopt);
  const Alert a = alert("a", one, {"desk", at(40), ""});
  EXPECT_EQ(store_->last_told("desk", one), at(40));
  attempt(a, DeliveryState::kDelivered);
  EXPECT_EQ(store_->last_told("desk", one), at(1));
}

// Each plants one inconsistency by hand.
struct AuditCase {
  std::string name, sql, sentence;
};
class OutboxAuditTest : public SqliteOutboxTest, public testing::WithParamInterface<AuditCase> {};

TEST_P(OutboxAuditTest, FindsIt) {
  const std::int64_t one = dispute();
  const Alert a = alert("a", one, {"desk", at(0), ""});
  attempt(a, DeliveryState::kDelivered);
  alert("b", one, {"desk", at(0), ""});
  alert("c", one, {"desk", at(0), ""});
  ASSERT_THAT(store_->contradictions_of_outbox(), IsEmpty());
  Connection db(folder_.path("store.db"), OpenMode::kReadWrite);
  db.execute("PRAGMA foreign_keys = OFF");
  db.execute(GetParam().sql.c_str());
  EXPECT_THAT(store_->contradictions_of_outbox(),
              testing::Contains(HasSubstr(GetParam().sentence)));
}

INSTANTIATE_TEST_SUITE_P(
    Planted, OutboxAuditTest,
    testing::Values(
        AuditCase{"AMissingAlert", "DELETE FROM alert WHERE sequence = 2",
                  "alert sequence 2 is missing"},
        AuditCase{"ABrokenChain", "UPDATE alert SET previous_id = 'alr_x' WHERE sequence = 3",
                  "but names alr_x as the one before"},
        AuditCase{"ADisputeNobodyWasToldOf",
                  "INSERT INTO dispute SELECT 99, 99, state, severity, sequence, opened_at, "
                  "changed_at FROM dispute",
                  "dispute 99 is open, but no alert ever told of it"},
        AuditCase{"AnothersBody", "UPDATE alert SET body = '{\"id\":\"alr_y\"}' WHERE sequence = 1",
                  "has a body that is not its own"},
        AuditCase{"NoJson", "UPDATE alert SET body = 'gone' WHERE sequence = 1",
                  "has a body that is not its own"},
        AuditCase{"DoneWithoutAnAttempt", "DELETE FROM attempt",
                  "is said to be done, but no attempt succeeded"},
        AuditCase{"AttemptsThatWereNotMade", "UPDATE delivery SET attempts = 5 WHERE sequence = 1",
                  "counts 5 attempts, but 1 are written down"},
        AuditCase{"AnotherDispute", "UPDATE delivery SET dispute_id = 77 WHERE sequence = 2",
                  "says dispute 77, its alert 1"},
        AuditCase{"ADeliveryOfNothing",
                  "INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt) "
                  "VALUES ('desk', 55, 0, 0)",
                  "the delivery of alert number 55 to desk is of no alert that there is"},
        AuditCase{"WaitingForNobody", "DELETE FROM endpoint WHERE name = 'desk'",
                  "2 deliveries wait for desk, which is no endpoint"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::storage
