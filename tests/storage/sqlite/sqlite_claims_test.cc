// What is kept no longer leaves, and takes nothing else with it.
#include "storage/sqlite/sqlite_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "claims/extractor.h"
#include "claims/verdicts/fact_name.h"
#include "claims/verdicts/matcher.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::SizeIs;

constexpr char kText[] =
    "The flood in Lowport killed 31 people and injured 61 children, mayor Ada Brook said.\n"
    "About 1,200 houses were destroyed.";

class SqliteClaimsTest : public testing::Test {
 protected:
  // Every claim of the text begins a fact, and a last one speaks of the first fact too.
  SqliteClaimsTest() {
    const auto store = open_sqlite_store(path());
    Transaction transaction(*store);
    const auto feeds = store->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    const auto one = article("guid:1", kText);
    const auto stored = tests::put_article(*store, feeds.at(0).id, one, {}, at(0));
    for (claims::Claim& claim :
         claims::Extractor().read({"", kText, "The Example", at(0)}).claims) {
      claims::SourcedClaim sourced = claim_in(stored, one);
      sourced.names.clear();
      sourced.claim = std::move(claim);
      tests::put_claim(*store, store->put_fact(claims::make_fact(sourced)), 1, sourced, {});
      claims_.push_back(sourced.id);
      last_ = sourced;
    }
    tests::put_claim(*store, claims_.front(), 1, last_, {});
    claims_.push_back(last_.id);
    transaction.commit();
  }

  std::string path() const { return folder_.path("figured.db"); }
  std::vector<std::string> told() const {
    std::vector<std::string> told;
    for (const claims::Fact& fact : open_sqlite_reader(path())->facts()) {
      for (const claims::SourcedClaim& claim : fact.live)
        told.push_back(fact.label + ": " + claim.claim.figure.surface + " “" + claim.claim.quote +
                       "”, " + std::to_string(claim.claim.context.size()));
    }
    return told;
  }
  void change(const std::function<void(SqliteClaims&)>& change) {
    Connection db(path(), OpenMode::kReadWrite);
    StoredTexts texts(db);
    SqliteClaims claims(db, texts);
    db.execute("BEGIN");
    change(claims);
    db.execute("COMMIT");
  }

  tests::TempFolder folder_;
  std::vector<std::int64_t> claims_;
  claims::SourcedClaim last_;
};

TEST_F(SqliteClaimsTest, EvidenceOutlivesItsText) {
  const auto before = told();
  change([](SqliteClaims& claims) {
    EXPECT_TRUE(claims.drop_text(1));
    EXPECT_FALSE(claims.drop_text(1));
    EXPECT_FALSE(claims.drop_text(7));
  });
  EXPECT_EQ(told(), before);
  const auto article = open_sqlite_reader(path())->article_view(1);
  EXPECT_EQ(article->text, "");
  EXPECT_EQ(article->title, "Title of guid:1");
}

TEST_F(SqliteClaimsTest, AClaimLeavesAndTheOthersStay) {
  const auto before = told();
  ASSERT_GE(before.size(), 4u);
  const std::int64_t goes = claims_.at(1);
  change([&](SqliteClaims& claims) {
    const auto removed =
        claims.remove(claims_.front(), [&](const PackedClaim& one) { return one.id == goes; });
    EXPECT_THAT(removed.claims, SizeIs(1));
    EXPECT_EQ(removed.article_id, 1);
    EXPECT_THAT(claims.remove(goes, [](const PackedClaim&) { return true; }).claims, SizeIs(0));
  });
  auto expected = before;
  expected.erase(expected.begin() + 2);  // the first fact has two claims
  EXPECT_EQ(told(), expected);
}

TEST_F(SqliteClaimsTest, AFactKeepsItsWordsWhenTheClaimThatBeganItLeaves) {
  const auto label = open_sqlite_reader(path())->facts().at(0).label;
  change([&](SqliteClaims& claims) {
    claims.remove(claims_.front(),
                  [&](const PackedClaim& one) { return one.id == claims_.front(); });
  });
  const auto facts = open_sqlite_reader(path())->facts();
  EXPECT_EQ(facts.at(0).label, label);
  EXPECT_THAT(facts.at(0).live, SizeIs(1));
}

TEST_F(SqliteClaimsTest, AllClaimsOfARowMayLeave) {
  change([&](SqliteClaims& claims) {
    EXPECT_THAT(claims.remove(claims_.front(), [](const PackedClaim&) { return true; }).claims,
                SizeIs(claims_.size()));
  });
  EXPECT_THAT(told(), SizeIs(0));
}

}  // namespace
}  // namespace figured::storage
