// What was made ready beforehand is stored as what was not.
#include "storage/ready_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "claims/extractor.h"
#include "claims/verdicts/fact_name.h"
#include "claims/verdicts/matcher.h"
#include "storage/packing/revision_source.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr char kText[] =
    "The flood in Lowport killed 31 people and injured 61 children, mayor Ada Brook said. "
    "About 1,200 houses were destroyed in Lowport, the Ordanian army said on Monday.";
constexpr char kLater[] = "Later 45 people were found dead in Lowport, Ada Brook said.";

class ReadyArticleTest : public testing::Test {
 protected:
  void SetUp() override { open(); }

  void open() {
    store_.reset();
    store_ = open_sqlite_store(folder_.path("figured.db"));
    store_->begin();
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
  }
  void commit() {
    store_->commit();
    store_->begin();
  }
  void reopen() {
    store_->commit();
    open();
  }

  static feeds::Article written(const std::string& guid, const std::string& text = kText) {
    feeds::Article one = article("guid:" + guid, text, "https://a.example/" + guid);
    one.guid = guid;
    one.title = "Flood in Lowport kills 31";
    one.published = at(-600);
    return one;
  }
  static claims::Reading read(const feeds::Article& one) {
    return claims::Extractor().read({one.title, one.text, one.outlet, one.published});
  }
  std::shared_ptr<ReadyArticle> make_ready(const feeds::Article& one) const {
    return store_->preparer().prepare(one, read(one));
  }
  StoredArticle put(const feeds::Article& one, const std::shared_ptr<ReadyArticle>& ready) {
    const StoredArticle stored = store_->put_article(feed_, one, ready, at(7));
    for (claims::SourcedClaim& claim : ready->claims) {
      claim.article_id = stored.id;
      claim.seen = at(7);
    }
    return stored;
  }
  // With all its claims, each of a fact of its own.
  std::shared_ptr<ReadyArticle> put_whole(const feeds::Article& one) {
    auto ready = make_ready(one);
    const StoredArticle stored = put(one, ready);
    for (std::size_t place = 0; place < ready->claims.size(); ++place)
      store_->put_claim(0, stored.revision, *ready, place);
    return ready;
  }
  // Of all facts, in the order in which they were put.
  std::vector<std::string> stored_claims() const {
    std::vector<std::string> list;
    for (const claims::Fact& fact : store_->facts())
      for (const claims::SourcedClaim& claim : fact.live)
        list.push_back(fact.label + ": " + describe(claim));
    return list;
  }
  std::vector<std::int64_t> found_by(const std::vector<claims::FactKey>& keys) const {
    std::vector<std::int64_t> ids;
    for (const auto& fact : store_->facts_by_keys(keys, 10, {})) ids.push_back(fact->id);
    return ids;
  }

  tests::TempFolder folder_;
  std::unique_ptr<Store> store_;
  std::int64_t feed_ = 0;
};

TEST_F(ReadyArticleTest, ItsClaimsAreStoredAsThoseThatWereNotMadeReady) {
  const feeds::Article one = written("one");
  put_whole(one);
  commit();
  const std::vector<std::string> ready = stored_claims();

  const tests::TempFolder folder;
  const auto plain = open_sqlite_store(folder.path("figured.db"));
  plain->begin();
  const std::int64_t feed =
      plain->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
  const claims::Reading reading = read(one);
  const StoredArticle stored = tests::put_article(*plain, feed, one, reading.names, at(7));
  for (const claims::Claim& claim : reading.claims) {
    claims::SourcedClaim sourced = claim_in(stored, one);
    sourced.names = reading.names;
    sourced.claim = claim;
    tests::put_claim(*plain, plain->put_fact(claims::make_fact(sourced)), 1, sourced,
                     claims::fact_keys(sourced));
  }
  std::vector<std::string> expected;
  for (const claims::Fact& fact : plain->facts())
    for (const claims::SourcedClaim& claim : fact.live)
      expected.push_back(fact.label + ": " + describe(claim));
  ASSERT_GE(expected.size(), 3u);
  EXPECT_EQ(ready, expected);
  reopen();
  EXPECT_EQ(stored_claims(), expected);
}

// Before they are written, when they were just written, and as they are read back.
TEST_F(ReadyArticleTest, FactsAreFoundByTheKeysOfTheirClaims) {
  const auto ready = put_whole(written("one"));
  const std::vector<claims::FactKey> keys = ready->keys.at(1);
  EXPECT_THAT(found_by(keys), testing::Contains(ready->claims.at(1).fact_id));
  const std::string as_put = describe(store_->fact(ready->claims.at(1).fact_id)->live.at(0));
  commit();
  EXPECT_THAT(found_by(keys), testing::Contains(ready->claims.at(1).fact_id));
  reopen();
  EXPECT_THAT(found_by(keys), testing::Contains(ready->claims.at(1).fact_id));
  EXPECT_EQ(describe(store_->fact(ready->claims.at(1).fact_id)->live.at(0)), as_put);
}

TEST_F(ReadyArticleTest, AClaimJoinsAnEarlierFact) {
  const auto first = put_whole(written("one"));
  commit();
  const feeds::Article two = written("two");
  const auto ready = make_ready(two);
  const StoredArticle stored = put(two, ready);
  const std::int64_t fact = first->claims.at(0).fact_id;
  store_->put_claim(fact, stored.revision, *ready, 0);
  store_->put_claim(0, stored.revision, *ready, 1);
  store_->put_claim(fact, stored.revision, *ready, 2);
  for (std::size_t place = 3; place < ready->claims.size(); ++place)
    store_->put_claim(0, stored.revision, *ready, place);
  EXPECT_THAT(store_->fact(fact)->live, SizeIs(3));
  reopen();
  EXPECT_THAT(store_->fact(fact)->live, SizeIs(3));
  EXPECT_THAT(store_->fact(ready->claims.at(1).fact_id)->live, SizeIs(1));
  EXPECT_EQ(store_->status().claims, static_cast<std::int64_t>(2 * ready->claims.size()));
  EXPECT_EQ(store_->status().facts, static_cast<std::int64_t>(2 * ready->claims.size() - 2));
}

struct OrderCase {
  std::string name;
  std::vector<std::size_t> places;
};

class OrderTest : public ReadyArticleTest, public testing::WithParamInterface<OrderCase> {};

TEST_P(OrderTest, WhatIsPutComesBack) {
  const feeds::Article one = written("one");
  const auto ready = make_ready(one);
  ASSERT_GE(ready->claims.size(), 3u);
  const StoredArticle stored = put(one, ready);
  std::vector<std::string> surfaces;
  for (const std::size_t place : GetParam().places) {
    store_->put_claim(0, stored.revision, *ready, place);
    surfaces.push_back(ready->claims[place].claim.figure.surface);
  }
  reopen();
  std::vector<std::string> read;
  for (const claims::Fact& fact : store_->facts())
    read.push_back(fact.live.at(0).claim.figure.surface);
  EXPECT_EQ(read, surfaces);
}

INSTANTIATE_TEST_SUITE_P(Cases, OrderTest,
                         testing::Values(OrderCase{"None", {}}, OrderCase{"TheFirst", {0}},
                                         OrderCase{"ALaterOne", {2}},
                                         OrderCase{"Backwards", {2, 1, 0}},
                                         OrderCase{"OneTwice", {0, 1, 1}}),
                         [](const auto& test) { return test.param.name; });

TEST_F(ReadyArticleTest, ARevisionKeepsTheGuidOfTheArticle) {
  put_whole(written("one"));
  commit();
  feeds::Article later = written("other", kLater);
  later.identity = "guid:one";
  const auto ready = make_ready(later);
  const StoredArticle stored = put(later, ready);
  EXPECT_EQ(stored.novelty, Novelty::kRevised);
  EXPECT_THAT(store_->retire_claims(stored.id, stored.revision), testing::Not(IsEmpty()));
  for (std::size_t place = 0; place < ready->claims.size(); ++place)
    store_->put_claim(0, stored.revision, *ready, place);
  reopen();
  const auto fact = store_->fact(ready->claims.at(0).fact_id);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->live.at(0).article, "one");
  EXPECT_EQ(fact->live.at(0).names, ready->revision->names);
  EXPECT_EQ(store_->article(stored.id, 2)->text, kLater);
}

// The page of a summary gave nothing: its claims come when other articles were put.
TEST_F(ReadyArticleTest, ClaimsOfAnArticleThatWasPutBeforeAreStoredToo) {
  const feeds::Article one = written("one");
  const auto ready = make_ready(one);
  const StoredArticle stored = put(one, ready);
  put_whole(written("two", kLater));
  commit();
  const auto again = make_ready(one);
  for (claims::SourcedClaim& claim : again->claims) claim.article_id = stored.id;
  for (std::size_t place = 0; place < again->claims.size(); ++place)
    store_->put_claim(0, stored.revision, *again, place);
  reopen();
  const auto fact = store_->fact(again->claims.at(0).fact_id);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->live.at(0).title, one.title);
  EXPECT_EQ(fact->live.at(0).article, "one");
}

// A row that was read back is held; what happens to it in the file must not hide behind that.
TEST_F(ReadyArticleTest, WhatWasReadBackIsShownAsItBecame) {
  const auto ready = put_whole(written("one"));
  const std::int64_t id = ready->claims.at(1).fact_id, article = ready->claims.at(1).article_id;
  reopen();
  const auto live = [&] { return store_->fact(id)->live.size(); };
  const claims::SourcedClaim before = store_->fact(id)->live.at(0);
  EXPECT_EQ(before.claim.quote, ready->claims.at(1).claim.quote);
  EXPECT_EQ(before.claim.context, ready->claims.at(1).claim.context);
  store_->retire_claims(article, 2);
  EXPECT_EQ(live(), 0u);
  store_->rollback();
  store_->begin();
  EXPECT_EQ(live(), 1u);
  EXPECT_EQ(describe(store_->fact(id)->live.at(0)), describe(before));
}

TEST_F(ReadyArticleTest, WhatIsRolledBackIsForgotten) {
  commit();
  const auto ready = put_whole(written("one"));
  store_->rollback();
  store_->begin();
  EXPECT_THAT(store_->facts(), IsEmpty());
  EXPECT_THAT(found_by(ready->keys.at(0)), IsEmpty());
  EXPECT_EQ(store_->feeds().at(0).articles, 0);
  // The same once more, as it was made ready.
  const StoredArticle stored = put(written("one"), ready);
  store_->put_claim(0, stored.revision, *ready, 0);
  EXPECT_THAT(store_->facts(), SizeIs(1));
  EXPECT_EQ(store_->feeds().at(0).articles, 1);
}

TEST_F(ReadyArticleTest, ARetiredClaimIsLiveNoMoreAlsoWhenItWasJustWritten) {
  const auto ready = put_whole(written("one"));
  commit();
  const auto later = make_ready(written("one", kLater));
  const StoredArticle stored = put(written("one", kLater), later);
  store_->retire_claims(stored.id, stored.revision);
  EXPECT_THAT(store_->fact(ready->claims.at(0).fact_id)->live, IsEmpty());
}

}  // namespace
}  // namespace figured::storage
