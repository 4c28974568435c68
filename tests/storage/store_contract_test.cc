// What every store must do, whatever keeps it.  A new kind of store joins by one
// more line in stores().
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <set>

#include "claims/verdicts/fact_name.h"
#include "claims/verdicts/matcher.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using alerts::Alert;
using alerts::AlertType;
using alerts::Attempt;
using alerts::Delivery;
using alerts::DeliveryState;
using claims::Dispute;
using claims::DisputeState;
using claims::Fact;
using claims::SourcedClaim;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::TempFolder;
using namespace std::chrono_literals;

struct StoreKind {
  std::string name;
  std::function<std::unique_ptr<Store>(const TempFolder&)> open;
};

std::vector<StoreKind> stores() {
  return {
      {"SqliteInMemory", [](const TempFolder&) { return open_sqlite_store(":memory:"); }},
      {"SqliteFile",
       [](const TempFolder& folder) { return open_sqlite_store(folder.path("figured.db")); }},
  };
}

class StoreContractTest : public testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override {
    store_ = GetParam().open(folder_);
    store_->begin();
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
  }

  void commit() {
    store_->commit();
    store_->begin();
  }

  StoredArticle put(const feeds::Article& article, std::int64_t seen = 0) {
    const auto met = store_->meet_article(feed_, article, at(seen));
    const StoredArticle stored = tests::put_article(*store_, feed_, article, {}, at(seen));
    EXPECT_EQ(met.has_value(), stored.novelty == Novelty::kKnown);
    if (met) {
      EXPECT_EQ(met->id, stored.id);
    }
    return stored;
  }
  // A document in which the articles stand together.
  std::vector<StoredArticle> put_all(const std::vector<feeds::Article>& articles,
                                     std::int64_t seen) {
    std::vector<StoredArticle> stored;
    for (const auto& article : articles) stored.push_back(put(article, seen));
    return stored;
  }

  std::int64_t put_fact(const std::string& label) {
    return store_->put_fact({0, label, "people.armed", "Valley Front", "Høydal", {}});
  }
  SourcedClaim put_claim(std::int64_t fact, const std::string& surface,
                         std::vector<claims::FactKey> keys = {}) {
    const auto one = article("guid:" + surface);
    SourcedClaim claim = claim_in(put(one), one, surface);
    tests::put_claim(*store_, fact, 1, claim, keys);
    return claim;
  }
  std::vector<std::string> found(std::vector<claims::FactKey> keys, std::size_t limit = 10) {
    std::vector<std::string> found;
    for (const auto& fact : store_->facts_by_keys(keys, limit, {})) found.push_back(fact->label);
    return found;
  }

  Dispute put_dispute(const std::string& label, std::int64_t changed = 0) {
    Dispute dispute;
    dispute.fact_id = put_fact(label);
    dispute.opened_at = at(0);
    dispute.changed_at = at(changed);
    store_->put_dispute(dispute);
    return dispute;
  }

  Alert put_alert(std::int64_t dispute, const std::string& summary,
                  const std::vector<std::string>& endpoints = {"desk"}) {
    Alert alert;
    alert.dispute_id = dispute;
    alert.created_at = at(0);
    store_->reserve_alert(alert);
    alert.summary = summary;
    alert.body = "{}";
    std::vector<alerts::DeliveryPlan> plans;
    for (const std::string& endpoint : endpoints) plans.push_back({endpoint});
    store_->put_alert(alert, plans);
    return alert;
  }
  void attempt(const Alert& alert, DeliveryState state, std::int64_t next = 0,
               const std::string& endpoint = "desk") {
    store_->put_attempt({endpoint, alert.id, at(1), 503, "busy", state, at(next)});
  }
  std::vector<std::string> due(std::int64_t now, std::size_t limit = 10,
                               const std::string& endpoint = "desk") {
    std::vector<std::string> summaries;
    for (const Delivery& delivery : store_->due_deliveries(endpoint, at(now), limit))
      summaries.push_back(delivery.alert.summary);
    return summaries;
  }

  TempFolder folder_;
  std::unique_ptr<Store> store_;
  std::int64_t feed_ = 0;
};

// --- transactions

TEST_P(StoreContractTest, ATransactionThatEndsWithoutCommitLeavesNothing) {
  store_->rollback();
  {
    Transaction transaction(*store_);
    store_->adopt_feeds(std::vector{source("https://b.example/rss")}, at(0));
  }
  EXPECT_THAT(store_->feeds(), IsEmpty());
}

TEST_P(StoreContractTest, WhatIsCommittedStays) {
  store_->rollback();
  {
    Transaction transaction(*store_);
    store_->adopt_feeds(std::vector{source("https://b.example/rss")}, at(0));
    transaction.commit();
  }
  EXPECT_THAT(store_->feeds(), SizeIs(1));
}

TEST_P(StoreContractTest, ARolledBackArticleIsNewAgain) {
  const auto one = article("guid:1");
  store_->rollback();
  for (int round = 0; round < 2; ++round) {
    Transaction transaction(*store_);
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
    EXPECT_EQ(put(one).novelty, Novelty::kNew);
  }
}

// --- feeds

TEST_P(StoreContractTest, ANewFeedIsDueAtOnce) {
  const feeds::Feed feed = store_->feeds().at(0);
  EXPECT_EQ(feed.source, source("https://a.example/rss"));
  EXPECT_EQ(feed.next_poll, at(0));
  EXPECT_FALSE(feed.last_poll);
  EXPECT_EQ(feed.polls, 0);
}

TEST_P(StoreContractTest, AdoptingTakesOverSettingsAndKeepsTheFeed) {
  auto changed = source("https://a.example/rss");
  changed.outlet = "Another name";
  changed.group = "Another owner";
  const auto feeds = store_->adopt_feeds(std::vector{changed}, at(100));
  ASSERT_THAT(feeds, SizeIs(1));
  EXPECT_EQ(feeds[0].id, feed_);
  EXPECT_EQ(feeds[0].source, changed);
  EXPECT_EQ(feeds[0].next_poll, at(0));
}

TEST_P(StoreContractTest, AFeedToBePolledMoreOftenDoesNotSitOutItsOldRest) {
  PollRecord poll;
  poll.feed_id = feed_;
  poll.at = at(0);
  poll.next_poll = at(3'600);
  store_->put_poll(poll);
  const auto feeds = store_->adopt_feeds(std::vector{source("https://a.example/rss", 60s)}, at(10));
  EXPECT_EQ(feeds.at(0).next_poll, at(70));
}

TEST_P(StoreContractTest, AFeedThatIsGoneIsRetiredAndComesBackAsItWas) {
  put(article("guid:1"));
  store_->adopt_feeds(std::vector{source("https://b.example/rss")}, at(0));
  EXPECT_EQ(store_->feeds().at(0).source.url, "https://b.example/rss");
  EXPECT_EQ(store_->status().feeds, 1);
  EXPECT_EQ(store_->status().articles, 1);
  store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
  const feeds::Feed returned = store_->feeds().at(0);
  EXPECT_EQ(returned.id, feed_);
  EXPECT_EQ(returned.articles, 1);
  EXPECT_EQ(put(article("guid:1")).novelty, Novelty::kKnown);
}

TEST_P(StoreContractTest, APollIsWrittenDown) {
  PollRecord poll{feed_, at(5), at(305), 200, "", 0, feeds::Validators{"\"e1\"", "Mon"}, "News"};
  store_->put_poll(poll);
  feeds::Feed feed = store_->feeds().at(0);
  EXPECT_EQ(feed.validators, (feeds::Validators{"\"e1\"", "Mon"}));
  EXPECT_EQ(feed.title, "News");
  EXPECT_EQ(feed.next_poll, at(305));
  EXPECT_EQ(feed.last_poll, at(5));
  EXPECT_EQ(feed.last_success, at(5));
  EXPECT_EQ(feed.last_status, 200);
  EXPECT_EQ(feed.polls, 1);
  EXPECT_EQ(feed.unchanged, 0);
}

TEST_P(StoreContractTest, AFailedPollKeepsValidatorsTitleAndLastSuccess) {
  store_->put_poll({feed_, at(5), at(305), 200, "", 0, feeds::Validators{"\"e1\"", ""}, "News"});
  store_->put_poll({feed_, at(305), at(905), 503, "busy", 3, std::nullopt, ""});
  const feeds::Feed feed = store_->feeds().at(0);
  EXPECT_EQ(feed.validators.etag, "\"e1\"");
  EXPECT_EQ(feed.title, "News");
  EXPECT_EQ(feed.last_success, at(5));
  EXPECT_EQ(feed.last_poll, at(305));
  EXPECT_EQ(feed.failures, 3);
  EXPECT_EQ(feed.last_error, "busy");
  EXPECT_EQ(store_->status().feeds_failing, 1);
}

TEST_P(StoreContractTest, UnchangedPollsAreCounted) {
  store_->put_poll({feed_, at(5), at(305), 304, "", 0, std::nullopt, ""});
  EXPECT_EQ(store_->feeds().at(0).unchanged, 1);
}

TEST_P(StoreContractTest, APollOfAFeedThatIsNotStoredIsAnError) {
  PollRecord poll;
  poll.feed_id = 4'711;
  EXPECT_THROW(store_->put_poll(poll), StoreError);
}

// --- articles

feeds::Article without_url(const std::string& identity) {
  feeds::Article one = article(identity);
  one.url.clear();
  return one;
}

struct ArrivalCase {
  std::string name;
  std::vector<std::vector<feeds::Article>> documents;  // one poll each, in order
  std::vector<Novelty> last;                           // of the last document
  std::int64_t articles;
  std::int64_t revisions;
};

TEST_P(StoreContractTest, ArticlesAreFoundAgain) {
  using enum Novelty;
  const std::string home = "https://a.example/";
  const std::vector<ArrivalCase> cases = {
      {"new", {{article("guid:1")}}, {kNew}, 1, 1},
      {"unchanged", {{article("guid:1")}, {article("guid:1")}}, {kKnown}, 1, 1},
      {"changed text",
       {{article("guid:1", "Forty.")}, {article("guid:1", "Fifty.")}},
       {kRevised},
       1,
       2},
      {"changed and changed back",
       {{article("guid:1", "Forty.")},
        {article("guid:1", "Fifty.")},
        {article("guid:1", "Forty.")}},
       {kRevised},
       1,
       3},
      {"changed url",
       {{article("guid:1", "Forty.", home + "a")}, {article("guid:1", "Forty.", home + "b")}},
       {kRevised},
       1,
       2},
      {"two articles", {{article("guid:1"), article("guid:2")}}, {kNew, kNew}, 2, 2},
      {"the same url under a new guid",
       {{article("guid:1", "x", home + "a")}, {article("guid:2", "x", home + "a")}},
       {kRevised},  // its title was made from the guid
       1,
       2},
      {"found by the alias and by the first guid",
       {{article("guid:1", "x", home + "a")},
        {article("guid:2", "x", home + "a")},
        {article("guid:1", "x", home + "a")},
        {article("guid:2", "x", home + "a")}},
       {kRevised},
       1,
       4},
      {"articles without a url are not one",
       {{without_url("guid:1")}, {without_url("guid:2")}},
       {kNew},
       2,
       2},
      {"one url for every article of a document",
       {{article("guid:1", "x", home), article("guid:2", "y", home)}},
       {kNew, kNew},
       2,
       2},
      {"one url for every article, a new one on top",
       {{article("guid:1", "x", home), article("guid:2", "y", home)},
        {article("guid:3", "z", home), article("guid:1", "x", home), article("guid:2", "y", home)}},
       {kNew, kKnown, kKnown},
       3,
       3},
      {"one url for two articles, found out late, is settled from then on",
       {{article("guid:1", "x", home)},
        {article("guid:2", "y", home), article("guid:1", "x", home)},
        {article("guid:2", "y", home), article("guid:1", "x", home)}},
       {kKnown, kKnown},
       2,
       3},
  };
  for (const ArrivalCase& arrival : cases) {
    SCOPED_TRACE(arrival.name);
    store_->rollback();
    store_->begin();
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
    std::vector<Novelty> last;
    std::int64_t seen = 0;
    for (const auto& document : arrival.documents) {
      last.clear();
      seen += 300;
      for (const StoredArticle& stored : put_all(document, seen)) last.push_back(stored.novelty);
    }
    EXPECT_EQ(last, arrival.last);
    EXPECT_EQ(store_->status().articles, arrival.articles);
    EXPECT_EQ(store_->status().revisions, arrival.revisions);
    EXPECT_EQ(store_->feeds().at(0).articles, arrival.articles);
  }
}

// Names of an article that change from poll to poll, and those that stay.
feeds::Article named(const std::string& guid, const std::string& url,
                     std::vector<std::uint64_t> aliases) {
  feeds::Article made = article(guid, "Forty.", url);
  made.aliases = std::move(aliases);
  return made;
}

TEST_P(StoreContractTest, AnArticleWithNewNamesIsFoundByItsAlias) {
  const auto first = put(named("guid:1", "https://a.example/1", {11, 12}));
  const auto second = put(named("guid:2", "https://b.example/1", {21, 12}), 300);
  EXPECT_EQ(second.id, first.id);
  // From now on by any of its names.
  EXPECT_EQ(put(named("guid:3", "https://c.example/1", {21}), 600).id, first.id);
  EXPECT_EQ(put(named("guid:2", "https://d.example/1", {}), 900).id, first.id);
}

TEST_P(StoreContractTest, AnAliasOfTwoArticlesNamesNeither) {
  const auto both = put_all(
      {named("guid:1", "https://a.example/1", {11}), named("guid:2", "https://a.example/2", {11})},
      300);
  EXPECT_NE(both.at(0).id, both.at(1).id);
  const auto third = put(named("guid:3", "https://a.example/3", {11}), 600);
  EXPECT_EQ(third.novelty, Novelty::kNew);
}

TEST_P(StoreContractTest, AnAliasIsOneFeedsOwn) {
  const auto feeds = store_->adopt_feeds(
      std::vector{source("https://a.example/rss"), source("https://b.example/rss")}, at(0));
  const auto first =
      tests::put_article(*store_, feeds.at(0).id, named("guid:1", "", {11}), {}, at(0));
  const auto second =
      tests::put_article(*store_, feeds.at(1).id, named("guid:2", "", {11}), {}, at(0));
  EXPECT_NE(first.id, second.id);
}

// --- web pages

TEST_P(StoreContractTest, AWantedPageIsWantedUntilItIsSettled) {
  const auto stored = put(article("guid:1", "Forty ...", "https://a.example/1"));
  store_->want_page(stored.id, 1, at(300));
  const auto wanted = store_->wanted_pages();
  ASSERT_EQ(wanted.size(), 1U);
  EXPECT_EQ(wanted[0].article_id, stored.id);
  EXPECT_EQ(wanted[0].revision, 1);
  EXPECT_EQ(wanted[0].url, "https://a.example/1");
  EXPECT_EQ(wanted[0].deadline, at(300));
  EXPECT_EQ(store_->status().pages_wanted, 1);
  store_->put_page({stored.id, 1, PageState::kFailed, at(10), "paywall", "It is", "", {}});
  EXPECT_TRUE(store_->wanted_pages().empty());
  EXPECT_FALSE(store_->has_full_text(stored.id));
  EXPECT_EQ(store_->status().pages_failed, 1);
}

TEST_P(StoreContractTest, TheFullTextIsARevisionAndNoNewsToTheFeed) {
  const feeds::Article summary = article("guid:1", "Forty ...", "https://a.example/1");
  const auto stored = put(summary);
  store_->want_page(stored.id, 1, at(300));
  feeds::Article full = *store_->article(stored.id, 1);
  EXPECT_EQ(full.text, "Forty ...");
  full.text = "Forty were hurt. Nine of them are children.";
  const auto completed = tests::put_full_text(*store_, stored.id, 1, full, at(20));
  EXPECT_EQ(completed.revision, 2);
  store_->put_page({stored.id, 1, PageState::kRead, at(20), "", "", "Ann Lee", 2});
  EXPECT_TRUE(store_->has_full_text(stored.id));
  EXPECT_EQ(store_->article(stored.id, 2)->text, full.text);
  EXPECT_FALSE(store_->article(stored.id, 1));
  // The feed says what it said before.
  EXPECT_EQ(put(summary, 300).novelty, Novelty::kKnown);
  EXPECT_EQ(store_->status().pages_read, 1);
}

TEST_P(StoreContractTest, APageOfAnArticleThatChangedSinceIsNotWantedAndNotTaken) {
  const auto stored = put(article("guid:1", "Forty ...", "https://a.example/1"));
  store_->want_page(stored.id, 1, at(300));
  put(article("guid:1", "Fifty ...", "https://a.example/1"), 300);
  EXPECT_TRUE(store_->wanted_pages().empty());
  EXPECT_EQ(tests::put_full_text(*store_, stored.id, 1, article("guid:1"), at(20)).novelty,
            Novelty::kKnown);
  store_->want_page(stored.id, 2, at(600));
  EXPECT_EQ(store_->wanted_pages().at(0).revision, 2);
}

TEST_P(StoreContractTest, RevisionsCountFromOne) {
  EXPECT_EQ(put(article("guid:1", "Forty.")).revision, 1);
  EXPECT_EQ(put(article("guid:1", "Fifty.")).revision, 2);
  EXPECT_EQ(put(article("guid:1", "Fifty.")).revision, 2);
  EXPECT_EQ(put(article("guid:1", "Sixty.")).revision, 3);
}

TEST_P(StoreContractTest, TheSameGuidInAnotherFeedIsAnotherArticle) {
  const auto first = put(article("guid:1"));
  const auto feeds = store_->adopt_feeds(
      std::vector{source("https://a.example/rss"), source("https://b.example/rss")}, at(0));
  const auto second = tests::put_article(*store_, feeds.at(1).id, article("guid:1"), {}, at(0));
  EXPECT_EQ(second.novelty, Novelty::kNew);
  EXPECT_NE(second.id, first.id);
}

// --- facts and claims

TEST_P(StoreContractTest, AClaimComesBackWithAllItsFields) {
  const auto one = article("guid:1");
  SourcedClaim claim = claim_in({}, one);
  const auto stored = tests::put_article(*store_, feed_, one, claim.names, at(0));
  claim.article_id = stored.id;
  const auto fact = put_fact("fighters in the valley");
  const auto id =
      tests::put_claim(*store_, fact, stored.revision, claim, std::vector<claims::FactKey>{1});
  EXPECT_EQ(claim.id, id);
  const Fact found = *store_->facts_by_keys(std::vector<claims::FactKey>{1}, 10, {}).at(0);
  EXPECT_EQ(found.id, fact);
  EXPECT_EQ(found.label, "fighters in the valley");
  EXPECT_EQ(found.measure, "people.armed");
  EXPECT_EQ(found.subject, "Valley Front");
  EXPECT_EQ(found.place, "Høydal");
  ASSERT_THAT(found.live, SizeIs(1));
  EXPECT_EQ(describe(found.live[0]), describe(claim));
}

TEST_P(StoreContractTest, AClaimWithNothingKnownComesBackSo) {
  auto one = article("link:https://news.example/1");
  one.published.reset();
  const auto stored = put(one);
  SourcedClaim claim = claim_in(stored, one);
  claim.names.clear();
  claim.claim = {};
  tests::put_claim(*store_, put_fact(""), 1, claim, {});
  EXPECT_EQ(describe(store_->facts().at(0).live.at(0)), describe(claim));
}

TEST_P(StoreContractTest, FactsAreFoundByAnyOfTheirKeys) {
  const claims::FactKey high_bit = 0x8000'0000'0000'0001;
  put_claim(put_fact("armed"), "20k", {1, high_bit});
  put_claim(put_fact("killed"), "40", {2});
  EXPECT_THAT(found({1}), ElementsAre("armed"));
  EXPECT_THAT(found({high_bit}), ElementsAre("armed"));
  EXPECT_THAT(found({2}), ElementsAre("killed"));
  EXPECT_THAT(found({3}), IsEmpty());
  EXPECT_THAT(found({}), IsEmpty());
  EXPECT_THAT(found({1, high_bit, 2, 3}), ElementsAre("armed", "killed"));
}

TEST_P(StoreContractTest, FactsSpokenOfLastComeFirst) {
  const auto first = put_fact("first");
  const auto second = put_fact("second");
  const auto third = put_fact("third");
  put_claim(first, "1", {1});
  put_claim(second, "2", {1});
  put_claim(third, "3", {1});
  put_claim(first, "4", {1});
  EXPECT_THAT(found({1}), ElementsAre("first", "third", "second"));
  EXPECT_THAT(found({1}, 2), ElementsAre("first", "third"));
}

TEST_P(StoreContractTest, ALaterClaimAddsItsKeysToTheFact) {
  const auto fact = put_fact("armed");
  put_claim(fact, "20k", {1});
  put_claim(fact, "9,000", {2});
  EXPECT_THAT(found({1}), ElementsAre("armed"));
  EXPECT_THAT(found({2}), ElementsAre("armed"));
}

TEST_P(StoreContractTest, OnlyTheNewestClaimsAreLive) {
  const auto fact = put_fact("armed");
  for (std::size_t i = 0; i < claims::kMaxLiveClaims + 3; ++i)
    put_claim(fact, std::to_string(i), {1});
  const Fact found = *store_->facts_by_keys(std::vector<claims::FactKey>{1}, 1, {}).at(0);
  ASSERT_THAT(found.live, SizeIs(claims::kMaxLiveClaims));
  EXPECT_EQ(found.live.front().claim.figure.surface, "3");
  EXPECT_EQ(found.live.back().claim.figure.surface, std::to_string(claims::kMaxLiveClaims + 2));
}

TEST_P(StoreContractTest, ClaimsOfEarlierRevisionsRetire) {
  const auto fact = put_fact("armed");
  const auto old_text = article("guid:1", "Around 9,000.");
  const auto first = put(old_text);
  SourcedClaim before = claim_in(first, old_text, "around 9,000");
  before.names.clear();
  tests::put_claim(*store_, fact, first.revision, before, {});
  put_claim(fact, "20k");

  const auto new_text = article("guid:1", "Around 6,000.");
  const auto second = put(new_text, 300);
  const auto retired = store_->retire_claims(second.id, second.revision);
  ASSERT_THAT(retired, SizeIs(1));
  EXPECT_EQ(describe(retired[0]), describe(before));
  SourcedClaim after = claim_in(second, new_text, "around 6,000");
  tests::put_claim(*store_, fact, second.revision, after, {});

  EXPECT_THAT(surfaces(store_->facts().at(0).live), ElementsAre("20k", "around 6,000"));
  EXPECT_THAT(store_->retire_claims(second.id, second.revision), IsEmpty());
}

// What was found before must not hide what came, left or was taken back since.
TEST_P(StoreContractTest, AFactFoundAgainShowsWhatHappenedSince) {
  const std::vector<claims::FactKey> keys = {1};
  const auto live = [&] { return surfaces(store_->facts_by_keys(keys, 1, {}).at(0)->live); };
  const auto fact = put_fact("armed");
  put_claim(fact, "20k", keys);
  commit();
  EXPECT_THAT(live(), ElementsAre("20k"));
  const auto second = put_claim(fact, "9,000", keys);
  EXPECT_THAT(live(), ElementsAre("20k", "9,000"));
  store_->retire_claims(second.article_id, 2);
  EXPECT_THAT(live(), ElementsAre("20k"));
  put_claim(fact, "7,000", keys);
  store_->rollback();
  store_->begin();
  EXPECT_THAT(live(), ElementsAre("20k"));
}

TEST_P(StoreContractTest, AClaimWhoseRetiringWasTakenBackIsFoundAgain) {
  const std::vector<claims::FactKey> keys = {1};
  const auto fact = put_fact("armed");
  const auto claim = put_claim(fact, "20k", keys);
  commit();
  const auto of_article = [&](std::int64_t article, const claims::ArticleSketch&) {
    return article == claim.article_id;
  };
  EXPECT_THAT(store_->facts_by_keys(keys, 1, of_article), SizeIs(1));
  store_->retire_claims(claim.article_id, 2);
  EXPECT_THAT(store_->facts_by_keys(keys, 1, of_article), IsEmpty());
  store_->rollback();
  store_->begin();
  EXPECT_THAT(store_->facts_by_keys(keys, 1, of_article), SizeIs(1));
}

TEST_P(StoreContractTest, AFactThatWasTakenBackIsNotFound) {
  const std::vector<claims::FactKey> keys = {1};
  put_claim(put_fact("kept"), "20k", keys);
  commit();
  put_claim(put_fact("taken back"), "9,000", keys);
  store_->rollback();
  store_->begin();
  EXPECT_THAT(found(keys), ElementsAre("kept"));
  put_claim(put_fact("come again"), "9,000", keys);
  commit();
  EXPECT_THAT(found(keys), ElementsAre("come again", "kept"));
  EXPECT_EQ(store_->status().facts, 2);
  EXPECT_EQ(store_->status().claims, 2);
}

// One that is no more than its first claim is told by that claim.
TEST_P(StoreContractTest, AFactIsKeptWhicheverWayItIsStored) {
  const auto one = article("guid:1");
  SourcedClaim claim = claim_in(put(one), one);
  const Fact plain = claims::make_fact(claim);
  const auto id = store_->put_fact(plain);
  EXPECT_EQ(tests::put_claim(*store_, id, 1, claim, {}), id);
  SourcedClaim second = claim;
  tests::put_claim(*store_, id, 1, second, {});
  commit();
  const auto facts = store_->facts();
  ASSERT_THAT(facts, SizeIs(1));
  EXPECT_EQ(facts[0].label, plain.label);
  EXPECT_EQ(facts[0].measure, plain.measure);
  EXPECT_EQ(facts[0].place, plain.place);
  EXPECT_THAT(facts[0].live, SizeIs(2));
}

TEST_P(StoreContractTest, AClaimIsShownWithItsRevisionWhateverItWasHandedInWith) {
  const std::vector<claims::FactKey> keys = {1};
  const auto fact = put_fact("armed");
  put_claim(fact, "20k", keys);
  store_->facts_by_keys(keys, 1, {});
  const auto one = article("guid:1");
  SourcedClaim claim = claim_in(put(one), one);
  claim.title = "Another title";
  tests::put_claim(*store_, fact, 1, claim, keys);
  EXPECT_EQ(store_->facts_by_keys(keys, 1, {}).at(0)->live.back().title, one.title);
  EXPECT_EQ(store_->facts().at(0).live.back().title, one.title);
}

TEST_P(StoreContractTest, AFactCanBeGivenABetterLabel) {
  Fact fact{0, "armed", "people.armed", "", "", {}};
  fact.id = store_->put_fact(fact);
  fact.label = "armed men of the front";
  EXPECT_EQ(store_->put_fact(fact), fact.id);
  EXPECT_THAT(labels(store_->facts()), ElementsAre("armed men of the front"));
}

TEST_P(StoreContractTest, AnArticleIsShownWithAllItsRevisionsAndTheirClaims) {
  const auto first = article("guid:ready", "8,000 men.");
  const auto second = article("guid:ready", "9,000 men and 40 women.");
  const auto stored = put(first);
  auto earlier = claim_in(stored, first, "8,000");
  tests::put_claim(*store_, put_fact("men"), 1, earlier, {});
  put(second, 60);
  store_->retire_claims(stored.id, 2);
  for (const char* figure : {"9,000", "40"}) {
    auto later = claim_in(stored, second, figure);
    tests::put_claim(*store_, earlier.fact_id, 2, later, {});
  }
  EXPECT_EQ(store_->article_view(stored.id)->text, second.text);
  const auto history = store_->article_history(stored.id);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->feed_id, feed_);
  ASSERT_THAT(history->revisions, SizeIs(2));
  EXPECT_EQ(history->revisions[0].article.text, first.text);
  ASSERT_THAT(history->revisions[0].claims, SizeIs(1));
  EXPECT_FALSE(history->revisions[0].claims[0].is_live);
  EXPECT_EQ(history->revisions[1].article.revision, 2);
  EXPECT_EQ(history->revisions[1].article.seen, at(60));
  ASSERT_THAT(history->revisions[1].claims, SizeIs(2));
  EXPECT_EQ(history->revisions[1].claims[1].claim.claim.figure.surface, "40");
  EXPECT_TRUE(history->revisions[1].claims[1].is_live);
  EXPECT_FALSE(store_->article_history(stored.id + 1));
  EXPECT_FALSE(store_->article_view(stored.id + 1));
}

TEST_P(StoreContractTest, ZoneAndLanguageAreThoseOfEachRevision) {
  feeds::Article first = article("guid:one", "Nine boats.");
  first.published = at(1);
  first.published_zone = feeds::DateZone::kAssumed;
  feeds::Article second = article("guid:one", "Twelve boats.");
  second.published = at(1);
  second.published_zone = feeds::DateZone::kFeed;
  second.language = "pt-BR";
  const StoredArticle stored = tests::put_article(*store_, feed_, first, {}, at(5));
  const claims::NameKey names[] = {3, 7};
  tests::put_article(*store_, feed_, second, names, at(6));
  const auto revisions = store_->article_history(stored.id)->revisions;
  ASSERT_THAT(revisions, SizeIs(2));
  EXPECT_EQ(revisions[0].article.published_zone, feeds::DateZone::kAssumed);
  EXPECT_EQ(revisions[0].article.language, "");
  EXPECT_EQ(revisions[1].article.published_zone, feeds::DateZone::kFeed);
  EXPECT_EQ(revisions[1].article.language, "pt-BR");
  EXPECT_EQ(store_->article_view(stored.id)->language, "pt-BR");
  const auto latest = store_->article(stored.id, 2);
  ASSERT_TRUE(latest);
  EXPECT_EQ(latest->published_zone, feeds::DateZone::kFeed);
  EXPECT_EQ(latest->language, "pt-BR");
}

TEST_P(StoreContractTest, AClaimNamesTheRevisionItWasReadIn) {
  const auto fact = put_fact("armed");
  auto old_text = article("guid:1", "Around 9,000.");
  old_text.language = "en";
  old_text.published_zone = feeds::DateZone::kGiven;
  const auto first = put(old_text);
  SourcedClaim before = claim_in(first, old_text, "around 9,000");
  tests::put_claim(*store_, fact, first.revision, before, {});
  const auto check = [&](const SourcedClaim& claim, std::int64_t revision,
                         const feeds::Article& of) {
    const auto read_in = store_->revision_of_claim(claim.id);
    ASSERT_TRUE(read_in);
    EXPECT_EQ(read_in->id, first.id);
    EXPECT_EQ(read_in->revision, revision);
    EXPECT_EQ(read_in->language, of.language);
    EXPECT_EQ(read_in->published_zone, of.published_zone);
    EXPECT_EQ(read_in->title, of.title);
    EXPECT_EQ(read_in->text, of.text);
  };
  check(before, 1, old_text);
  const auto new_text = article("guid:1", "Around 6,000.");
  const auto second = put(new_text, 300);
  store_->retire_claims(second.id, second.revision);
  SourcedClaim after = claim_in(second, new_text, "around 6,000");
  tests::put_claim(*store_, fact, second.revision, after, {});
  check(before, 1, old_text);
  check(after, 2, new_text);
  commit();
  check(before, 1, old_text);
  check(after, 2, new_text);
  EXPECT_FALSE(store_->revision_of_claim(before.id - 1));
}

TEST_P(StoreContractTest, AFactIsShownWithEveryClaimOfIt) {
  const std::int64_t fact = put_fact("men");
  std::vector<std::int64_t> ids;
  for (const char* figure : {"10", "20", "30", "40"}) {
    if (figure == std::string("30")) put_claim(put_fact("women"), "7");
    ids.push_back(put_claim(fact, figure).id);
  }
  store_->retire_claims(1, 2);
  EXPECT_EQ(store_->fact(fact)->label, "men");
  EXPECT_THAT(store_->fact(fact)->live, SizeIs(3));
  EXPECT_FALSE(store_->fact(fact + 1'000));
  const auto told = [&](std::int64_t after, std::size_t limit) {
    std::vector<std::string> figures;
    for (const ClaimView& one : store_->claims_of_fact(fact, after, limit))
      figures.push_back((one.is_live ? "" : "retired ") + one.claim.claim.figure.surface);
    return figures;
  };
  EXPECT_THAT(told(0, 10), ElementsAre("retired 10", "20", "30", "40"));
  EXPECT_THAT(told(0, 2), ElementsAre("retired 10", "20"));
  EXPECT_THAT(told(ids[1], 10), ElementsAre("30", "40"));
  EXPECT_THAT(told(ids[3], 10), IsEmpty());
}

TEST_P(StoreContractTest, SearchGoesOnWhereItLeftOff) {
  for (const char* name : {"one", "two", "three", "four"})
    put(article("guid:" + std::string(name), "A flood in the valley."));
  commit();
  store_->await_search();
  const std::vector<std::string> words{"flood", "val*"};
  const auto newest = store_->search(words, 2).articles;
  ASSERT_THAT(newest, SizeIs(2));
  EXPECT_EQ(newest[0].guid, "four");
  const auto older = store_->search(words, 10, newest[1].revision_id).articles;
  ASSERT_THAT(older, SizeIs(2));
  EXPECT_EQ(older[0].guid, "two");
}

TEST_P(StoreContractTest, FactsAreFoundByTheWordsOfTheirClaims) {
  const std::int64_t stood = put_fact("men who stood ready");
  put_claim(stood, "5,000");
  put_claim(stood, "6,000");
  const std::int64_t others = put_fact("others");
  put_claim(others, "7,000");
  commit();
  store_->await_search();
  const auto found = [&](std::vector<std::string> words, std::size_t limit = 10) {
    return labels(store_->search_facts(words, limit).facts);
  };
  EXPECT_THAT(found({"title"}), ElementsAre("others", "men who stood ready"));
  EXPECT_THAT(found({"Commander", "title"}, 1), IsEmpty());  // no article holds the word
  EXPECT_THAT(found({"TITLE", "guid", "6"}), ElementsAre("men who stood ready"));
  EXPECT_THAT(found({"avalanche"}), IsEmpty());
  EXPECT_THAT(found({"-"}), IsEmpty());
}

TEST_P(StoreContractTest, FactsStandInTheOrderTheyWereFirstSpokenOf) {
  const auto first = put_fact("first");
  put_fact("second");
  put_claim(first, "1");
  EXPECT_THAT(labels(store_->facts()), ElementsAre("first", "second"));
}

// --- verdicts and disputes

TEST_P(StoreContractTest, ADisputeIsShownWithItsEvidence) {
  const auto fact = put_fact("armed");
  const auto a = put_claim(fact, "20k");
  const auto b = put_claim(fact, "9,000");
  Dispute dispute;
  dispute.fact_id = fact;
  dispute.severity = 0.75;
  dispute.sequence = 2;
  dispute.opened_at = at(1);
  dispute.changed_at = at(2);
  dispute.sides = {{20'000, std::numeric_limits<double>::infinity(), {a.id}},
                   {8'500, 9'500, {b.id}}};
  store_->put_dispute(dispute);
  VerdictRecord record{fact, a.id, b.id, {}, at(3)};
  record.verdict = {
      claims::Relation::kContradicts, 0.7,      0.9, {"same-origin"}, "20,000 is not 9,000.",
      {"place", "subject"},           {"as-of"}};
  store_->put_verdict(record);

  const auto view = store_->dispute(dispute.id);
  ASSERT_TRUE(view);
  EXPECT_EQ(describe(view->dispute), describe(dispute));
  EXPECT_EQ(view->fact.label, "armed");
  EXPECT_THAT(surfaces(view->claims), ElementsAre("20k", "9,000"));
  ASSERT_THAT(view->verdicts, SizeIs(1));
  EXPECT_EQ(describe(view->verdicts[0]), describe(record));
}

TEST_P(StoreContractTest, ARetiredClaimStaysInItsDisputesEvidence) {
  const auto fact = put_fact("armed");
  const auto old_text = article("guid:1", "Around 9,000.");
  const auto first = put(old_text);
  SourcedClaim before = claim_in(first, old_text, "around 9,000");
  tests::put_claim(*store_, fact, first.revision, before, {});
  Dispute dispute;
  dispute.fact_id = fact;
  dispute.sides = {{8'500, 9'500, {before.id}}};
  store_->put_dispute(dispute);
  store_->retire_claims(first.id, 2);
  EXPECT_THAT(surfaces(store_->dispute(dispute.id)->claims), ElementsAre("around 9,000"));
  EXPECT_THAT(store_->facts().at(0).live, IsEmpty());
}

TEST_P(StoreContractTest, ADisputeIsReplacedWhole) {
  const auto fact = put_fact("armed");
  const auto a = put_claim(fact, "20k");
  const auto b = put_claim(fact, "9,000");
  const auto c = put_claim(fact, "100");
  Dispute dispute;
  dispute.fact_id = fact;
  dispute.sides = {{1, 2, {a.id}}, {3, 4, {b.id, c.id}}};
  store_->put_dispute(dispute);
  const auto id = dispute.id;
  dispute.state = DisputeState::kSettled;
  dispute.sides = {{3, 4, {c.id}}};
  store_->put_dispute(dispute);
  EXPECT_EQ(dispute.id, id);
  EXPECT_EQ(describe(store_->dispute_of_fact(fact).value()), describe(dispute));
  EXPECT_EQ(describe(store_->dispute_of_claim(c.id).value()), describe(dispute));
  EXPECT_FALSE(store_->dispute_of_claim(a.id));
  EXPECT_EQ(store_->status().disputes, 1);
  EXPECT_EQ(store_->status().disputes_open, 0);
}

TEST_P(StoreContractTest, AClaimMayStandInTheDisputeOfAnotherFact) {
  const auto fact = put_fact("armed"), other = put_fact("strength");
  const auto a = put_claim(fact, "20k");
  const auto b = put_claim(other, "9,000");
  Dispute dispute;
  dispute.fact_id = fact;
  dispute.sides = {{1, 2, {a.id}}, {3, 4, {b.id}}};
  store_->put_dispute(dispute);
  EXPECT_EQ(store_->dispute_of_claim(b.id).value().id, dispute.id);
  EXPECT_FALSE(store_->dispute_of_fact(other));
}

TEST_P(StoreContractTest, AbsentDisputesAreAbsent) {
  EXPECT_FALSE(store_->dispute(1));
  EXPECT_FALSE(store_->dispute_of_fact(put_fact("armed")));
}

TEST_P(StoreContractTest, DisputesStandNewestChangeFirst) {
  const auto old_one = put_dispute("old", 10);
  const auto new_one = put_dispute("new", 30);
  const auto middle = put_dispute("middle", 20);
  std::vector<std::int64_t> ids;
  for (const Dispute& dispute : store_->disputes(2)) ids.push_back(dispute.id);
  EXPECT_THAT(ids, ElementsAre(new_one.id, middle.id));
  EXPECT_THAT(store_->disputes(10), SizeIs(3));
  EXPECT_EQ(store_->disputes(10).back().id, old_one.id);
}

TEST_P(StoreContractTest, AVerdictGivenTwiceStandsOnce) {
  const auto fact = put_fact("armed");
  const auto a = put_claim(fact, "20k");
  const auto b = put_claim(fact, "9,000");
  VerdictRecord record{fact, a.id, b.id, {}, at(3)};
  store_->put_verdict(record);
  record.verdict.relation = claims::Relation::kTension;
  store_->put_verdict(record);
  Dispute dispute;
  dispute.fact_id = fact;
  store_->put_dispute(dispute);
  const auto verdicts = store_->dispute(dispute.id)->verdicts;
  ASSERT_THAT(verdicts, SizeIs(1));
  EXPECT_EQ(describe(verdicts[0]), describe(record));
}

TEST_P(StoreContractTest, AVerdictThatWasTakenBackIsNotThere) {
  const auto fact = put_fact("armed");
  const auto a = put_claim(fact, "20k"), b = put_claim(fact, "9,000"), c = put_claim(fact, "7");
  Dispute dispute;
  dispute.fact_id = fact;
  store_->put_dispute(dispute);
  store_->put_verdict({fact, a.id, b.id, {}, at(3)});
  commit();
  store_->put_verdict({fact, a.id, c.id, {}, at(4)});
  store_->rollback();
  store_->begin();
  const auto verdicts = store_->dispute(dispute.id)->verdicts;
  ASSERT_THAT(verdicts, SizeIs(1));
  EXPECT_EQ(verdicts[0].later_claim, b.id);
}

// A fact's own verdicts, and those on the claims that stand in its dispute.
TEST_P(StoreContractTest, VerdictsAcrossFactsAreThoseOfTheDispute) {
  const auto fact = put_fact("armed"), other = put_fact("strength");
  const auto a = put_claim(fact, "20k"), b = put_claim(other, "9,000"), c = put_claim(other, "7");
  Dispute dispute;
  dispute.fact_id = fact;
  dispute.sides = {{1, 2, {a.id}}, {3, 4, {b.id}}};
  store_->put_dispute(dispute);
  store_->put_verdict({other, a.id, b.id, {}, at(3)});
  store_->put_verdict({other, b.id, c.id, {}, at(3)});  // c stands on no side
  const auto verdicts = store_->dispute(dispute.id)->verdicts;
  ASSERT_THAT(verdicts, SizeIs(1));
  EXPECT_EQ(verdicts[0].later_claim, b.id);
}

// --- decisions

TEST_P(StoreContractTest, DecisionsComeBackInTheirOrder) {
  const auto dispute = put_dispute("armed");
  const claims::Decision dismissed{claims::DecisionKind::kDismissed,
                                   claims::DismissalReason::kDifferentTime, "Høydal, in May",
                                   at(20)};
  const claims::Decision reopened{claims::DecisionKind::kReopened, {}, "", at(10)};
  store_->put_decision(dispute.id, dismissed, {});
  store_->put_decision(put_dispute("killed").id, reopened, {});
  store_->put_decision(dispute.id, reopened, {});
  std::vector<std::string> described;
  const auto view = store_->dispute(dispute.id);
  for (const auto& decision : view->decisions) described.push_back(describe(decision));
  EXPECT_THAT(described, ElementsAre(describe(dismissed), describe(reopened)));
}

TEST_P(StoreContractTest, ADecisionOnNoDisputeIsAnError) {
  EXPECT_THROW(store_->put_decision(99, {}, {}), StoreError);
}

TEST_P(StoreContractTest, LabelsAreThoseOfADisputesLastDecision) {
  const auto fact = put_fact("armed");
  const auto a = put_claim(fact, "20k"), b = put_claim(fact, "9,000"), c = put_claim(fact, "7");
  const auto one = put_dispute("one").id, two = put_dispute("two").id;
  const auto labels = [&] {
    std::vector<std::string> described;
    for (const PairLabel& label : store_->pair_labels()) described.push_back(describe(label));
    return described;
  };
  const PairLabel ab{a.id, b.id, one, false, "bias=1 words=0.5"};
  const PairLabel ac{a.id, c.id, one, std::nullopt, "bias=1"};
  store_->put_decision(one, {}, std::vector{ab, ac});
  EXPECT_THAT(labels(), ElementsAre(describe(ab), describe(ac)));
  // Another reason: what was told before is taken back.
  const PairLabel again{a.id, b.id, one, true, "bias=1"};
  store_->put_decision(one, {}, std::vector{again});
  EXPECT_THAT(labels(), ElementsAre(describe(again)));
  // The last word on a pair counts, in whichever dispute.
  PairLabel elsewhere{a.id, b.id, 0, false, ""};
  store_->put_decision(two, {}, std::vector{elsewhere});
  elsewhere.dispute_id = two;
  EXPECT_THAT(labels(), ElementsAre(describe(elsewhere)));
  store_->put_decision(two, {claims::DecisionKind::kReopened, {}, "", at(0)}, {});
  EXPECT_THAT(labels(), IsEmpty());
}

TEST_P(StoreContractTest, ADismissedDisputeIsNotOpen) {
  Dispute dispute = put_dispute("armed");
  put_dispute("killed");
  dispute.state = DisputeState::kDismissed;
  store_->put_dispute(dispute);
  EXPECT_EQ(store_->dispute(dispute.id)->dispute.state, DisputeState::kDismissed);
  EXPECT_EQ(store_->status().disputes, 2);
  EXPECT_EQ(store_->status().disputes_open, 1);
}

// --- outbox

TEST_P(StoreContractTest, AlertsAreCountedOverTheStoreAndOverTheirDispute) {
  const auto one = put_dispute("one").id;
  const auto two = put_dispute("two").id;
  const Alert a = put_alert(one, "a");
  const Alert b = put_alert(two, "b");
  const Alert c = put_alert(one, "c");
  const Alert d = put_alert(0, "d");
  EXPECT_THAT((std::vector{a.sequence, b.sequence, c.sequence, d.sequence}),
              ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(
      (std::vector{a.dispute_sequence, b.dispute_sequence, c.dispute_sequence, d.dispute_sequence}),
      ElementsAre(1, 1, 2, 0));
  EXPECT_THAT((std::vector{a.previous_id, b.previous_id, c.previous_id, d.previous_id}),
              ElementsAre("", "", a.id, ""));
}

TEST_P(StoreContractTest, TwoAlertsMayBeReservedBeforeOneIsWritten) {
  Alert first;
  Alert second;
  first.dispute_id = second.dispute_id = put_dispute("one").id;
  store_->reserve_alert(first);
  store_->reserve_alert(second);
  EXPECT_EQ(second.sequence, first.sequence + 1);
  EXPECT_EQ(second.dispute_sequence, 2);
  EXPECT_EQ(second.previous_id, first.id);
}

TEST_P(StoreContractTest, AlertIdsAreOfOneFormAndNeverTheSame) {
  std::set<std::string> ids;
  for (int i = 0; i < 50; ++i) {
    const std::string id = put_alert(0, "a").id;
    EXPECT_THAT(id, testing::MatchesRegex("alr_[0-9a-z]{26}"));
    ids.insert(id);
  }
  EXPECT_THAT(ids, SizeIs(50));
}

TEST_P(StoreContractTest, AnAlertComesBackAsItWasWritten) {
  Alert alert;
  alert.dispute_id = put_dispute("one").id;
  alert.fact_id = store_->dispute(alert.dispute_id)->fact.id;
  alert.type = AlertType::kDisputeWidened;
  alert.severity = 0.375;
  alert.created_at = at(77);
  store_->reserve_alert(alert);
  alert.summary = "20k – or 9,000?";
  alert.body = "{\"é\":\"\\u0000\"}";
  store_->put_alert(alert, std::vector{alerts::DeliveryPlan{"desk"}});
  EXPECT_EQ(describe(store_->alerts(10).at(0)), describe(alert));
  EXPECT_EQ(describe(store_->due_deliveries("desk", at(77), 10).at(0).alert), describe(alert));
}

TEST_P(StoreContractTest, AlertsStandNewestFirst) {
  put_alert(0, "a");
  put_alert(0, "b");
  put_alert(0, "c");
  std::vector<std::string> summaries;
  for (const Alert& alert : store_->alerts(2)) summaries.push_back(alert.summary);
  EXPECT_THAT(summaries, ElementsAre("c", "b"));
}

TEST_P(StoreContractTest, AnAlertThatWasNotReservedIsAnError) {
  Alert alert;
  alert.id = "alr_none";
  EXPECT_THROW(store_->put_alert(alert, {}), StoreError);
}

TEST_P(StoreContractTest, EveryEndpointGetsItsDelivery) {
  const Alert alert = put_alert(0, "a", {"desk", "archive"});
  std::vector<std::string> endpoints;
  for (const Delivery& delivery : store_->deliveries(alert.id)) {
    EXPECT_EQ(delivery.state, DeliveryState::kPending);
    EXPECT_EQ(delivery.attempts, 0);
    endpoints.push_back(delivery.endpoint);
  }
  EXPECT_THAT(endpoints, ElementsAre("archive", "desk"));
  EXPECT_THAT(due(0, 10, "archive"), ElementsAre("a"));
  EXPECT_THAT(due(0, 10, "nobody"), IsEmpty());
}

TEST_P(StoreContractTest, DeliveriesWaitForTheirTime) {
  const Alert alert = put_alert(0, "a");
  EXPECT_THAT(due(-1), IsEmpty());
  EXPECT_THAT(due(0), ElementsAre("a"));
  attempt(alert, DeliveryState::kPending, 300);
  EXPECT_THAT(due(299), IsEmpty());
  EXPECT_THAT(due(300), ElementsAre("a"));
  EXPECT_EQ(store_->next_delivery("desk"), at(300));
}

TEST_P(StoreContractTest, OldestAlertsGoFirst) {
  put_alert(0, "a");
  put_alert(0, "b");
  put_alert(0, "c");
  EXPECT_THAT(due(0, 2), ElementsAre("a", "b"));
}

TEST_P(StoreContractTest, OfADisputeNoneGoesWhileAnOlderOneIsNotDue) {
  const auto dispute = put_dispute("one").id;
  const Alert a = put_alert(dispute, "a");
  put_alert(dispute, "b");
  put_alert(0, "c");
  EXPECT_THAT(due(0), ElementsAre("a", "b", "c"));
  attempt(a, DeliveryState::kPending, 300);
  EXPECT_THAT(due(0), ElementsAre("c"));
  attempt(a, DeliveryState::kDelivered);
  EXPECT_THAT(due(0), ElementsAre("b", "c"));
}

TEST_P(StoreContractTest, ADeadDeliveryHoldsNothingUp) {
  const auto dispute = put_dispute("one").id;
  const Alert a = put_alert(dispute, "a");
  put_alert(dispute, "b");
  attempt(a, DeliveryState::kDead);
  EXPECT_THAT(due(0), ElementsAre("b"));
  EXPECT_EQ(store_->status().deliveries_dead, 1);
  EXPECT_EQ(store_->status().deliveries_pending, 1);
}

TEST_P(StoreContractTest, ADeliveryThatWaitsBehindAnotherIsNotTheNext) {
  const auto dispute = put_dispute("one").id;
  const Alert a = put_alert(dispute, "a");
  put_alert(dispute, "b");
  attempt(a, DeliveryState::kPending, 300);
  EXPECT_EQ(store_->next_delivery("desk"), at(300));
}

TEST_P(StoreContractTest, OneEndpointDoesNotHoldUpAnother) {
  const auto dispute = put_dispute("one").id;
  const Alert a = put_alert(dispute, "a", {"desk", "archive"});
  put_alert(dispute, "b", {"desk", "archive"});
  attempt(a, DeliveryState::kDelivered, 0, "archive");
  EXPECT_THAT(due(0, 10, "archive"), ElementsAre("b"));
  attempt(a, DeliveryState::kPending, 300, "desk");
  EXPECT_THAT(due(0, 10, "desk"), IsEmpty());
}

TEST_P(StoreContractTest, AnAttemptIsWrittenDown) {
  const Alert alert = put_alert(0, "a");
  store_->put_attempt({"desk", alert.id, at(1), 503, "busy", DeliveryState::kPending, at(300)});
  store_->put_attempt({"desk", alert.id, at(301), 204, "", DeliveryState::kDelivered, at(0)});
  const Delivery delivery = store_->deliveries(alert.id).at(0);
  EXPECT_EQ(delivery.state, DeliveryState::kDelivered);
  EXPECT_EQ(delivery.attempts, 2);
  EXPECT_EQ(delivery.last_status, 204);
  EXPECT_EQ(delivery.last_error, "");
  EXPECT_EQ(delivery.delivered_at, at(301));
  EXPECT_EQ(store_->next_delivery("desk"), std::nullopt);
}

TEST_P(StoreContractTest, AnAttemptOfNoDeliveryIsAnError) {
  const Alert alert = put_alert(0, "a");
  EXPECT_THROW(attempt(alert, DeliveryState::kDead, 0, "nobody"), StoreError);
}

// --- status

TEST_P(StoreContractTest, AnEmptyStoreCountsNothing) {
  store_->rollback();
  const StoreStatus status = store_->status();
  EXPECT_EQ(status.feeds + status.articles + status.claims + status.alerts, 0);
  EXPECT_FALSE(status.last_poll);
  EXPECT_FALSE(status.next_poll);
  store_->begin();
}

TEST_P(StoreContractTest, TheStatusCounts) {
  put_claim(put_fact("armed"), "20k");
  put_fact("killed");
  put(article("guid:20k", "Changed."));
  put_alert(put_dispute("third").id, "a");
  store_->put_poll({feed_, at(5), at(305), 200, "", 0, std::nullopt, ""});
  commit();
  const StoreStatus status = store_->status();
  EXPECT_EQ(status.feeds, 1);
  EXPECT_EQ(status.feeds_failing, 0);
  EXPECT_EQ(status.articles, 1);
  EXPECT_EQ(status.revisions, 2);
  EXPECT_EQ(status.claims, 1);
  EXPECT_EQ(status.facts, 3);
  EXPECT_EQ(status.disputes_open, 1);
  EXPECT_EQ(status.disputes, 1);
  EXPECT_EQ(status.alerts, 1);
  EXPECT_EQ(status.deliveries_pending, 1);
  EXPECT_EQ(status.last_poll, at(5));
  EXPECT_EQ(status.next_poll, at(305));
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContractTest, testing::ValuesIn(stores()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::storage
