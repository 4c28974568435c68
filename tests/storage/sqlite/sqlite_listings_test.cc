// Lists of disputes, and the stamps by which one sees that a dispute has changed.
#include "storage/sqlite/sqlite_listings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {
using claims::DisputeState;
using testing::ElementsAre;
using testing::IsEmpty;

class SqliteListingsTest : public testing::Test {
 protected:
  SqliteListingsTest() : store_(open_sqlite_store(folder_.path("figured.db"))) {
    Transaction transaction(*store_);
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
    transaction.commit();
  }

  const Listings& listings() const { return store_->listings(); }

  // A dispute with one claim on each of two sides.
  std::int64_t put_dispute(const std::string& label, int changed, DisputeState state) {
    Transaction transaction(*store_);
    claims::Fact fact;
    fact.label = label;
    fact.measure = "people.killed";
    claims::Dispute dispute;
    dispute.fact_id = store_->put_fact(fact);
    dispute.state = state;
    dispute.opened_at = dispute.changed_at = at(changed);
    for (const char* const outlet : {"The Example", "Another"}) {
      feeds::Article told = article("guid:" + label + outlet);
      told.outlet = outlet;
      const auto stored = tests::put_article(*store_, feed_, told, {}, at(changed));
      auto claim = claim_in(stored, told);
      dispute.sides.push_back({1, 1, {tests::put_claim(*store_, dispute.fact_id, 1, claim, {})}});
    }
    store_->put_dispute(dispute);
    transaction.commit();
    return dispute.id;
  }

  std::vector<std::int64_t> standing(const DisputeMark& behind, std::size_t limit) const {
    std::vector<std::int64_t> ids;
    for (const auto& head : listings().standing_disputes_behind(behind, limit))
      ids.push_back(head.id);
    return ids;
  }

  const tests::TempFolder folder_;
  std::unique_ptr<Store> store_;
  std::int64_t feed_ = 0;
};

TEST_F(SqliteListingsTest, OfThoseThatStandTheNewestChangeIsFirst) {
  const auto a = put_dispute("a", 10, DisputeState::kOpen);
  put_dispute("b", 20, DisputeState::kSettled);
  const auto c = put_dispute("c", 30, DisputeState::kWidened);
  put_dispute("d", 40, DisputeState::kDismissed);
  const auto e = put_dispute("e", 30, DisputeState::kReopened);
  EXPECT_THAT(standing({}, 9), ElementsAre(e, c, a));
  EXPECT_THAT(standing({at(30), e}, 9), ElementsAre(c, a));
  EXPECT_THAT(standing({}, 1), ElementsAre(e));
  EXPECT_EQ(listings().standing_disputes(), 3u);
}

TEST_F(SqliteListingsTest, ADisputesWordsAreItsFactsAndWhoSpeaks) {
  const auto words = listings().words_of_dispute(put_dispute("dead, Bay", 1, DisputeState::kOpen));
  ASSERT_TRUE(words);
  EXPECT_EQ(words->label, "dead, Bay");
  EXPECT_EQ(words->measure, "people.killed");
  EXPECT_THAT(words->outlets, testing::UnorderedElementsAre("The Example", "Another"));
  EXPECT_FALSE(listings().words_of_dispute(99));
}

TEST_F(SqliteListingsTest, AListShowsClaimsAndWordsButNoVerdicts) {
  const auto id = put_dispute("dead", 1, DisputeState::kOpen);
  Transaction transaction(*store_);
  const auto claims = store_->dispute(id)->claims;
  VerdictRecord record;
  record.fact_id = store_->dispute(id)->dispute.fact_id;
  record.earlier_claim = claims[0].id;
  record.later_claim = claims[1].id;
  store_->put_verdict(record);
  transaction.commit();
  const auto listed = store_->listed_dispute(id);
  const auto whole = store_->dispute(id);
  EXPECT_EQ(listed->fact.label, "dead");
  EXPECT_EQ(listed->claims.size(), 2u);
  EXPECT_THAT(listed->fact.live, IsEmpty());
  EXPECT_THAT(listed->verdicts, IsEmpty());
  EXPECT_EQ(whole->verdicts.size(), 1u);
  EXPECT_EQ(whole->fact.live.size(), 2u);
  EXPECT_FALSE(store_->listed_dispute(99));
}

TEST_F(SqliteListingsTest, AStampHoldsUntilItsDisputeChanges) {
  const auto id = put_dispute("dead", 1, DisputeState::kOpen);
  const auto stamp = listings().dispute_stamp(id);
  const auto whole = listings().whole_dispute_stamp(id);
  EXPECT_NE(stamp, 0u);
  const auto other = put_dispute("hurt", 2, DisputeState::kOpen);
  EXPECT_NE(listings().dispute_stamp(other), stamp);
  EXPECT_EQ(listings().dispute_stamp(id), stamp);
  EXPECT_EQ(listings().whole_dispute_stamp(id), whole);
  Transaction transaction(*store_);
  claims::Dispute dispute = store_->dispute(id)->dispute;
  dispute.sides[0].high = 2;
  store_->put_dispute(dispute);
  transaction.commit();
  EXPECT_NE(listings().dispute_stamp(id), stamp);
  EXPECT_NE(listings().whole_dispute_stamp(id), whole);
  EXPECT_EQ(listings().dispute_stamp(99), 0u);
  EXPECT_EQ(listings().whole_dispute_stamp(99), 0u);
}

}  // namespace
}  // namespace figured::storage
