// What a store keeps no longer is taken away in steps; evidence stays.
#include "storage/retention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/store_check.h"
#include "storage/store_export.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr std::int64_t kDay = 86'400;

std::vector<alerts::DeliveryPlan> plans(Seconds due) {
  return {{"desk", due, ""}, {"pager", due, ""}};
}

RetentionPolicy forever() { return {std::nullopt, std::nullopt, std::nullopt, 0}; }

// A store whose articles are a day apart, each with one claim of a fact of its own.
class RetentionTest : public testing::Test {
 protected:
  RetentionTest() {
    Transaction transaction(*store_);
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
    transaction.commit();
  }

  std::string path() const { return folder_.path("figured.db"); }

  claims::SourcedClaim put(int day, std::size_t bytes = 20'000) {
    const std::string id = "day " + std::to_string(day);
    const auto written = article(id, noise(bytes, static_cast<std::uint32_t>(day)));
    const auto stored = tests::put_article(*store_, feed_, written, {}, at(day * kDay));
    claims::SourcedClaim claim = claim_in(stored, written, std::to_string(day));
    const std::vector<claims::FactKey> keys{key(day)};
    tests::put_claim(*store_, store_->put_fact({0, id, "people.injured", "", "", {}}),
                     stored.revision, claim, keys);
    return claim;
  }
  void put_days(int first, int last, std::size_t bytes = 20'000) {
    Transaction transaction(*store_);
    for (int day = first; day <= last; ++day) put(day, bytes);
    transaction.commit();
  }
  static claims::FactKey key(int day) { return 1'000 + static_cast<claims::FactKey>(day); }

  void dispute_over(const claims::SourcedClaim& earlier, const claims::SourcedClaim& later) {
    VerdictRecord record{earlier.fact_id, earlier.id, later.id, {}, at(0)};
    record.verdict.relation = claims::Relation::kContradicts;
    store_->put_verdict(record);
    claims::Dispute dispute;
    dispute.fact_id = earlier.fact_id;
    dispute.sides = {{1, 1, {earlier.id}}, {2, 2, {later.id}}};
    store_->put_dispute(dispute);
  }

  // All steps; returns what was taken away.
  Removal remove(const RetentionPolicy& policy, int day, std::int64_t rows = 7) {
    Removal sum;
    for (int steps = 0; !sum.is_done; ++steps) {
      Transaction transaction(*store_);
      const Removal step = store_->remove_expired(policy, at(day * kDay), rows);
      transaction.commit();
      EXPECT_LE(step.bodies, rows);
      EXPECT_LE(step.claims, rows);
      sum.bodies += step.bodies;
      sum.claims += step.claims;
      sum.deliveries += step.deliveries;
      sum.bytes += step.bytes;
      sum.is_done = step.is_done;
      if (steps > 1'000) throw std::runtime_error("retention comes to no end");
    }
    return sum;
  }

  // Of articles, by title; whether the body is there.
  std::map<std::string, bool> bodies() const {
    std::map<std::string, bool> bodies;
    open_sqlite_export(path())->revisions(
        [&](const ExportedRevision& revision) { bodies[revision.guid] = !revision.text.empty(); });
    return bodies;
  }
  std::vector<std::string> stored_claims() const {
    std::vector<std::string> surfaces;
    open_sqlite_export(path())->claims([&](const claims::SourcedClaim& claim, bool) {
      surfaces.push_back(claim.claim.figure.surface);
    });
    return surfaces;
  }
  Damage damage() const {
    Connection db(path(), OpenMode::kReadOnly);
    return check_wholly(db);
  }

  const tests::TempFolder folder_;
  std::unique_ptr<Store> store_ = open_sqlite_store(path());
  std::int64_t feed_ = 0;
};

TEST_F(RetentionTest, OldBodiesGoAndTheirClaimsKeepTheirWords) {
  put_days(1, 5);
  RetentionPolicy policy = forever();
  policy.bodies = std::chrono::days(2);
  EXPECT_EQ(remove(policy, 5).bodies, 2);
  EXPECT_THAT(bodies(), ElementsAre(Pair("day 1", false), Pair("day 2", false), Pair("day 3", true),
                                    Pair("day 4", true), Pair("day 5", true)));
  EXPECT_THAT(stored_claims(), ElementsAre("1", "2", "3", "4", "5"));
  EXPECT_EQ(remove(policy, 5).bodies, 0);
  EXPECT_EQ(remove(policy, 6).bodies, 1);
}

TEST_F(RetentionTest, AnArticleWhoseBodyIsGoneIsStillKnown) {
  put_days(1, 2);
  RetentionPolicy policy = forever();
  policy.bodies = std::chrono::days(1);
  remove(policy, 30);
  Transaction transaction(*store_);
  const auto again =
      tests::put_article(*store_, feed_, article("day 1", noise(20'000, 1)), {}, at(9));
  EXPECT_EQ(again.novelty, Novelty::kKnown);
}

TEST_F(RetentionTest, OldClaimsGoAndAreNoLongerFound) {
  put_days(1, 5);
  ASSERT_EQ(store_->facts_by_keys(std::vector{key(1)}, 10, {}).at(0)->live.size(), 1U);
  RetentionPolicy policy = forever();
  policy.claims = std::chrono::days(2);
  EXPECT_EQ(remove(policy, 5).claims, 2);
  EXPECT_THAT(stored_claims(), ElementsAre("3", "4", "5"));
  EXPECT_EQ(store_->status().claims, 3);
  // With the last claim of a fact the fact goes too.
  EXPECT_EQ(store_->status().facts, 3);
  EXPECT_THAT(store_->facts_by_keys(std::vector{key(1)}, 10, {}), IsEmpty());
  EXPECT_EQ(store_->facts_by_keys(std::vector{key(3)}, 10, {}).at(0)->live.size(), 1U);
  EXPECT_THAT(damage(), IsEmpty());
  // The same of a store that is opened anew.
  store_.reset();
  store_ = open_sqlite_store(path());
  EXPECT_EQ(store_->status().claims, 3);
  EXPECT_EQ(store_->facts_by_keys(std::vector{key(3)}, 10, {}).at(0)->live.size(), 1U);
}

TEST_F(RetentionTest, WhenAllClaimsAreGoneNoIdIsGivenTwice) {
  put_days(1, 3);
  RetentionPolicy policy = forever();
  policy.claims = std::chrono::days(1);
  remove(policy, 900);
  EXPECT_THAT(stored_claims(), IsEmpty());
  EXPECT_EQ(store_->status().claims, 0);
  EXPECT_EQ(store_->status().facts, 0);
  Transaction transaction(*store_);
  EXPECT_EQ(put(901).id, 4);
}

TEST_F(RetentionTest, DisputesAndTheirEvidenceOutliveTheirBodies) {
  {
    Transaction transaction(*store_);
    const auto one = put(1);
    const auto two = put(2);
    put(3);
    const auto labelled = put(4);
    dispute_over(one, two);
    PairLabel label{one.id, labelled.id, 1, true, "near_words=0.5"};
    store_->put_decision(1, {}, std::vector{label});
    put(5);
    transaction.commit();
  }
  RetentionPolicy policy = forever();
  policy.bodies = policy.claims = std::chrono::days(1);
  const Removal removal = remove(policy, 900);
  EXPECT_EQ(removal.bodies, 5);
  EXPECT_EQ(removal.claims, 2);
  EXPECT_THAT(stored_claims(), UnorderedElementsAre("1", "2", "4"));
  const auto view = store_->dispute(1);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->claims.size(), 2U);
  EXPECT_EQ(view->claims.at(0).claim.quote, claim_in({}, article("x"), "1").claim.quote);
  EXPECT_EQ(view->verdicts.size(), 1U);
  EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(RetentionTest, AVerdictGoesWithItsClaims) {
  {
    Transaction transaction(*store_);
    const auto one = put(1);
    const auto two = put(2);
    put(3);
    store_->put_verdict({one.fact_id, one.id, two.id, {}, at(0)});
    transaction.commit();
  }
  RetentionPolicy policy = forever();
  policy.claims = std::chrono::days(1);
  EXPECT_EQ(remove(policy, 900).claims, 3);
  EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(RetentionTest, SettledDeliveriesGoPendingOnesAndAlertsStay) {
  std::vector<alerts::Alert> told(3);
  {
    Transaction transaction(*store_);
    for (int i = 0; i < 3; ++i) {
      told[i].created_at = at(i * kDay);
      store_->reserve_alert(told[i]);
      told[i].body = "{}";
      store_->put_alert(told[i], plans(at(i * kDay)));
      for (const char* endpoint : {"desk", "pager"}) {
        const bool stays_pending = i == 1 && endpoint == std::string("pager");
        const auto state =
            stays_pending ? alerts::DeliveryState::kPending : alerts::DeliveryState::kDelivered;
        store_->put_attempt({endpoint, told[i].id, at(i * kDay), 200, "", state, at(i * kDay)});
      }
    }
    transaction.commit();
  }
  RetentionPolicy policy = forever();
  policy.deliveries = std::chrono::days(7);
  EXPECT_EQ(remove(policy, 9).deliveries, 3);  // of the first day, and one of the second
  EXPECT_THAT(store_->deliveries(told[0].id), IsEmpty());
  EXPECT_EQ(store_->deliveries(told[1].id).at(0).endpoint, "pager");
  EXPECT_EQ(store_->deliveries(told[2].id).size(), 2U);
  EXPECT_EQ(store_->alerts(10).size(), 3U);
  EXPECT_EQ(store_->status().alerts, 3);
  EXPECT_EQ(store_->status().deliveries_pending, 1);
  EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(RetentionTest, BeyondItsBoundAStoreLosesTheOldestBodiesButNoneOfTheLastDay) {
  put_days(1, 100, 100'000);
  RetentionPolicy policy = forever();
  policy.max_size = 5 << 20;
  const Removal removal = remove(policy, 100, 3);
  EXPECT_GT(removal.bodies, 40);
  EXPECT_LT(removal.bodies, 60);
  EXPECT_EQ(removal.claims, 0);
  EXPECT_FALSE(bodies().at("day 1"));
  EXPECT_TRUE(bodies().at("day 99"));
  policy.max_size = 1;
  EXPECT_EQ(remove(policy, 100).claims, 98);  // when all other bodies were gone
  EXPECT_TRUE(bodies().at("day 99"));
  EXPECT_EQ(stored_claims().size(), 2U);
}

TEST_F(RetentionTest, FreeRoomIsGivenBackToTheDisk) {
  put_days(1, 200, 50'000);
  store_.reset();  // the log is moved into the file
  const auto before = std::filesystem::file_size(path());
  store_ = open_sqlite_store(path());
  RetentionPolicy policy = forever();
  policy.bodies = std::chrono::days(1);
  EXPECT_GT(remove(policy, 300, 50).bytes, 5 << 20);
  store_.reset();
  EXPECT_LT(std::filesystem::file_size(path()), before / 2);
  EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(RetentionTest, ForeverIsForever) {
  put_days(1, 5);
  const Removal removal = remove(forever(), 100'000);
  EXPECT_EQ(removal.bodies + removal.claims + removal.deliveries, 0);
  EXPECT_EQ(stored_claims().size(), 5U);
}

TEST_F(RetentionTest, AStepThatIsRolledBackTookNothingAway) {
  put_days(1, 5);
  RetentionPolicy policy = forever();
  policy.claims = std::chrono::days(1);
  {
    Transaction transaction(*store_);
    EXPECT_GT(store_->remove_expired(policy, at(900 * kDay), 10).claims, 0);
  }
  EXPECT_EQ(store_->status().claims, 5);
  EXPECT_EQ(store_->facts_by_keys(std::vector{key(1)}, 10, {}).at(0)->live.size(), 1U);
}

// An article of several claims, of which one is evidence.
TEST_F(RetentionTest, OfARowOfClaimsTheEvidenceStays) {
  {
    Transaction transaction(*store_);
    const auto written = article("report", "30 men, 40 women and 50 children were hurt");
    const auto stored = tests::put_article(*store_, feed_, written, {}, at(0));
    std::vector<claims::SourcedClaim> claims;
    for (const char* figure : {"30", "40", "50"}) {
      claims.push_back(claim_in(stored, written, figure));
      const std::int64_t fact = claims.size() < 3 ? store_->put_fact({}) : claims[0].fact_id;
      tests::put_claim(*store_, fact, stored.revision, claims.back(), std::vector{key(1)});
    }
    dispute_over(claims[1], put(2));
    transaction.commit();
  }
  RetentionPolicy policy = forever();
  policy.bodies = policy.claims = std::chrono::days(1);
  EXPECT_EQ(remove(policy, 900).claims, 2);
  EXPECT_THAT(stored_claims(), ElementsAre("40", "2"));
  EXPECT_EQ(store_->status().facts, 2);
  EXPECT_THAT(damage(), IsEmpty());
}

}  // namespace
}  // namespace figured::storage
