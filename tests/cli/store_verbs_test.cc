#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "claims/sameness/training_rows.h"
#include "cli/copy_progress.h"
#include "cli/csv.h"
#include "cli/figurectl.h"
#include "daemon/service/state_file.h"
#include "daemon/version.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/foreign_sql.h"
#include "tests/support/put_article.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

storage::Seconds at(std::int64_t seconds) {
  return storage::Seconds(std::chrono::seconds(1'790'000'000 + seconds));
}

struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

// figurectl over a small store: two feeds, one of them failing, and a dispute of
// two articles whose alert was delivered to one of two endpoints.
class StoreVerbsTest : public testing::Test {
 protected:
  StoreVerbsTest() { std::filesystem::create_directories(folder_); }
  ~StoreVerbsTest() override { std::filesystem::remove_all(folder_); }

  Ended figurectl(std::vector<std::string> words) const {
    words.insert(words.begin(), "figurectl");
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Ended ended;
    ended.status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    ended.out = testing::internal::GetCapturedStdout();
    ended.err = testing::internal::GetCapturedStderr();
    return ended;
  }
  Ended over_store(std::vector<std::string> words) const {
    words.insert(words.end(), {"--store", path_});
    return figurectl(words);
  }

  std::string folder_file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name) << text;
    return folder_ + "/" + name;
  }

  // Ten events of four pairs each; the nearer words tell which are of one fact.
  std::string base_rows() const {
    std::string rows = claims::format_training_header();
    for (std::uint32_t event = 1; event <= 10; ++event) {
      for (int i = 0; i < 4; ++i) {
        claims::LabelledPair pair;
        pair.event = event;
        pair.same = i % 2 == 0;
        pair.features[static_cast<std::size_t>(claims::Feature::kNearWords)] =
            pair.same ? 0.9F : 0.1F;
        pair.features[static_cast<std::size_t>(claims::Feature::kTellingNames)] = 0.5F;
        rows += claims::format_training_row(pair);
      }
    }
    return folder_file("rows.tsv", rows);
  }

  void fill_more() const {
    const auto store = storage::open_sqlite_store(path_);
    storage::Transaction transaction(*store);
    feeds::Article article;
    article.identity = article.guid = "guid:later";
    tests::put_article(*store, 1, article, {}, at(60));
    transaction.commit();
  }

  // Returns the alert's id.
  std::string fill_store() const {
    const auto store = storage::open_sqlite_store(path_);
    storage::Transaction transaction(*store);
    add_feeds(*store);
    const claims::Fact fact = add_fact(*store);
    auto low =
        add_claim(*store, fact, 1, "Harbour Post", "at least 40 people were hurt", "the mayor");
    auto high = add_claim(*store, fact, 2, "Coast Wire", "1,200 people were hurt", "a minister");
    add_dispute(*store, fact, low, high);
    const std::string id = add_alert(*store, fact);
    transaction.commit();
    store->await_search();
    return id;
  }

 private:
  static void add_feeds(storage::Store& store) {
    const std::vector<feeds::FeedSource> sources{
        {"https://harbour.example/rss", "Harbour Post", "", std::chrono::minutes(5)},
        {"https://reader:word@coast.example/atom?key=1", "Coast Wire", "",
         std::chrono::minutes(5)}};
    store.adopt_feeds(sources, at(0));
    store.put_poll({1, at(10), at(310), 200, "", 0, feeds::Validators{}, "Harbour Post, news"});
    store.put_poll({2, at(12), at(612), 503, "the server answered 503", 2, {}, ""});
  }
  static claims::Fact add_fact(storage::Store& store) {
    claims::Fact fact;
    fact.label = "people hurt in Lowport";
    fact.measure = "people.injured";
    fact.place = "Lowport";
    fact.id = store.put_fact(fact);
    return fact;
  }
  static claims::SourcedClaim add_claim(storage::Store& store, const claims::Fact& fact,
                                        std::int64_t feed, const std::string& outlet,
                                        const std::string& quote, const std::string& speaker) {
    feeds::Article article;
    article.identity = "guid:" + outlet;
    article.guid = outlet;
    article.url = "https://news.example/" + std::to_string(feed);
    article.title = "Fire in Lowport";
    article.text = quote + ".";
    article.outlet = outlet;
    article.published = at(feed);
    article.published_zone = feeds::DateZone::kAssumed;
    article.language = "en-GB";
    article.content_hash = static_cast<std::uint64_t>(feed);
    const auto stored = tests::put_article(store, feed, article, {}, at(11));
    claims::SourcedClaim claim;
    claim.article_id = stored.id;
    claim.article = article.guid;
    claim.outlet = outlet;
    claim.url = article.url;
    claim.title = article.title;
    claim.published = at(feed);
    claim.seen = at(11);
    claim.claim.quote = quote;
    claim.claim.speaker = speaker;
    claim.claim.origin = speaker;
    tests::put_claim(store, fact.id, stored.revision, claim, {});
    return claim;
  }
  static void add_dispute(storage::Store& store, const claims::Fact& fact,
                          const claims::SourcedClaim& low, const claims::SourcedClaim& high) {
    storage::VerdictRecord record{fact.id, low.id, high.id, {}, at(13)};
    record.verdict.relation = claims::Relation::kContradicts;
    record.verdict.severity = 0.8;
    record.verdict.score = 0.91;
    record.verdict.why = "40 to 100 and 1,200 do not meet";
    record.verdict.passed = {"place", "measure"};
    record.verdict.missing = {"as-of"};
    store.put_verdict(record);
    claims::Dispute dispute;
    dispute.fact_id = fact.id;
    dispute.severity = 0.8;
    dispute.sides = {{40, 100, {low.id}},
                     {1'200, std::numeric_limits<double>::infinity(), {high.id}}};
    dispute.sequence = 1;
    dispute.opened_at = dispute.changed_at = at(13);
    store.put_dispute(dispute);
  }
  static std::string add_alert(storage::Store& store, const claims::Fact& fact) {
    alerts::Alert alert;
    alert.dispute_id = 1;
    alert.fact_id = fact.id;
    alert.severity = 0.8;
    alert.created_at = at(13);
    alert.summary = "Lowport: 40 hurt or 1,200?";
    alert.body = "{}";
    store.reserve_alert(alert);
    store.put_alert(alert, std::vector<alerts::DeliveryPlan>{{"desk"}, {"pager"}});
    store.put_attempt({"desk", alert.id, at(14), 200, "", alerts::DeliveryState::kDelivered, {}});
    store.put_attempt({"pager", alert.id, at(14), 503, "the server answered 503",
                       alerts::DeliveryState::kPending, at(44)});
    return alert.id;
  }

 protected:
  const std::string folder_ = testing::TempDir() + "figurectl-" + std::to_string(::getpid());
  const std::string path_ = folder_ + "/figured.db";
};

TEST_F(StoreVerbsTest, StatusCountsWhatIsStored) {
  fill_store();
  EXPECT_EQ(over_store({"status"}).out,
            "figured     not running\n"
            "feeds       2, 1 failing\n"
            "articles    2 in 2 revisions\n"
            "pages       0 read, 0 not to be had, 0 awaited\n"
            "claims      2 of 1 fact\n"
            "disputes    1, 1 open\n"
            "alerts      1\n"
            "deliveries  1 pending, 0 dead\n"
            "last poll   2026-09-21T14:13:32Z\n"
            "next poll   2026-09-21T14:18:30Z\n");
}

TEST_F(StoreVerbsTest, StatusAsJson) {
  fill_store();
  EXPECT_EQ(
      over_store({"status", "--json"}).out,
      R"({"feeds":2,"feeds_failing":1,"articles":2,"revisions":2,"claims":2,"facts":1,)"
      R"("pages_wanted":0,"pages_read":0,"pages_failed":0,)"
      R"("disputes":1,"disputes_open":1,"alerts":1,"deliveries_pending":1,"deliveries_dead":0,)"
      R"("last_poll":"2026-09-21T14:13:32Z","next_poll":"2026-09-21T14:18:30Z","daemon":null})"
      "\n");
}

TEST_F(StoreVerbsTest, StatusTellsOfTheDaemon) {
  fill_store();
  daemon::StateFile state(path_);
  state.write({17, "1.2", at(0), at(0), "", ""});
  EXPECT_THAT(over_store({"status"}).out,
              StartsWith("figured     running since 2026-09-21T14:13:20Z (process 17)\n"));
  state.write({17, "1.2", at(0), at(60), "no room", ""});
  EXPECT_THAT(
      over_store({"status"}).out,
      StartsWith("figured     intake paused since 2026-09-21T14:14:20Z (process 17): no room\n"));
  EXPECT_THAT(over_store({"status", "--json"}).out,
              HasSubstr(R"("daemon":{"pid":17,"version":"1.2","started":"2026-09-21T14:13:20Z",)"
                        R"("since":"2026-09-21T14:14:20Z","paused":"no room","page":null})"));
}

TEST_F(StoreVerbsTest, SearchFindsArticlesByTheirWords) {
  fill_store();
  const Ended ended = over_store({"search", "LOWPORT", "hurt"});
  EXPECT_EQ(ended.out,
            "ID  REVISION  SEEN                  OUTLET        TITLE\n"
            "2   1         2026-09-21T14:13:31Z  Coast Wire    Fire in Lowport\n"
            "1   1         2026-09-21T14:13:31Z  Harbour Post  Fire in Lowport\n");
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ended.status, 0);
}

TEST_F(StoreVerbsTest, SearchAsJsonHasARevisionALine) {
  fill_store();
  EXPECT_EQ(over_store({"search", "40", "--json"}).out,
            R"({"id":1,"revision":1,"guid":"Harbour Post","outlet":"Harbour Post","group":"",)"
            R"("url":"https://news.example/1","title":"Fire in Lowport",)"
            R"("published":"2026-09-21T14:13:21Z","published_zone":"assumed",)"
            R"("language":"en-GB","seen":"2026-09-21T14:13:31Z"})"
            "\n");
  EXPECT_EQ(over_store({"search", "drought", "--json"}).out, "");
}

TEST_F(StoreVerbsTest, SearchWithoutItsFileFails) {
  fill_store();
  std::filesystem::remove(path_ + ".search");
  const Ended ended = over_store({"search", "fire"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("no search file"));
}

TEST_F(StoreVerbsTest, AnArticleIsShownWithItsCarriers) {
  fill_store();
  const Ended ended = over_store({"articles", "show", "1"});
  EXPECT_THAT(ended.out, StartsWith("Fire in Lowport\nHarbour Post · 2026-09-21T14:13:21Z"));
  EXPECT_THAT(ended.out, HasSubstr("at least 40 people were hurt.\n\nNo other article carries"));
  EXPECT_THAT(over_store({"articles", "show", "1", "--json"}).out,
              HasSubstr(R"("text":"at least 40 people were hurt.","carriers":[]})"));
}

TEST_F(StoreVerbsTest, AnArticleThatIsNotThereFails) {
  fill_store();
  const Ended ended = over_store({"articles", "show", "9"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("there is no article 9"));
}

TEST_F(StoreVerbsTest, FeedsListShowsTheirHealthAndHidesSecrets) {
  fill_store();
  const Ended ended = over_store({"feeds", "list"});
  EXPECT_THAT(ended.out, HasSubstr("1   Harbour Post  ok          1         2026-09-21T14:13:30Z"));
  EXPECT_THAT(ended.out, HasSubstr("2   Coast Wire    failing 2x  1         -"));
  EXPECT_THAT(ended.out, HasSubstr("the server answered 503"));
  EXPECT_THAT(ended.out, testing::Not(HasSubstr("word")));
}

TEST_F(StoreVerbsTest, FeedsListAsJsonHasAFeedALine) {
  fill_store();
  EXPECT_THAT(
      over_store({"feeds", "list", "--json"}).out,
      StartsWith(R"({"id":1,"url":"https://harbour.example/rss","outlet":"Harbour Post",)"
                 R"("group":"","interval":300,"zone":null,"title":"Harbour Post, news",)"
                 R"("next_poll":"2026-09-21T14:18:30Z","last_poll":"2026-09-21T14:13:30Z",)"
                 R"("last_success":"2026-09-21T14:13:30Z","failures":0,"last_error":"",)"
                 R"("last_status":200,"polls":1,"unchanged":0,"articles":1,"state":"polled",)"
                 R"("by_config":true,"by_hand":false})"
                 "\n"));
}

TEST_F(StoreVerbsTest, DisputesListShowsTheValuesOfTheirSides) {
  fill_store();
  EXPECT_EQ(over_store({"disputes", "list"}).out,
            "ID  STATE  SEVERITY  CHANGED               VALUES                      FACT\n"
            "1   open   0.80      2026-09-21T14:13:33Z  40 to 100 / at least 1,200  people hurt in "
            "Lowport\n");
}

TEST_F(StoreVerbsTest, DisputesShowGivesTheEvidenceOfEachSide) {
  fill_store();
  EXPECT_EQ(over_store({"disputes", "show", "1"}).out,
            "Dispute 1: people hurt in Lowport\n"
            "open, severity 0.80, opened 2026-09-21T14:13:33Z, changed 2026-09-21T14:13:33Z\n"
            "\n"
            "Side 1: 40 to 100\n"
            "  \"at least 40 people were hurt\"\n"
            "    Harbour Post, 2026-09-21T14:13:21Z, said by the mayor\n"
            "    Fire in Lowport\n"
            "    https://news.example/1\n"
            "\n"
            "Side 2: at least 1,200\n"
            "  \"1,200 people were hurt\"\n"
            "    Coast Wire, 2026-09-21T14:13:22Z, said by a minister\n"
            "    Fire in Lowport\n"
            "    https://news.example/2\n"
            "\n"
            "Why\n"
            "  contradicts, severity 0.80, score 0.91: 40 to 100 and 1,200 do not meet\n"
            "    same: place measure\n"
            "    not known to be same: as-of\n");
}

TEST_F(StoreVerbsTest, DisputesAsJsonHaveOpenEndsAsNull) {
  fill_store();
  EXPECT_THAT(over_store({"disputes", "list", "--json"}).out,
              AllOf(HasSubstr(R"("label":"people hurt in Lowport")"),
                    HasSubstr(R"("sides":[{"low":4E1,"high":1E2},{"low":1.2E3,"high":null}])")));
  EXPECT_THAT(over_store({"disputes", "show", "1", "--json"}).out,
              AllOf(HasSubstr(R"("quote":"1,200 people were hurt")"),
                    HasSubstr(R"("relation":"contradicts")")));
}

TEST_F(StoreVerbsTest, AnUnknownDisputeIsAFailure) {
  fill_store();
  const Ended ended = over_store({"disputes", "show", "7"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.err, "figurectl: there is no dispute 7\n");
}

// --- what people say of a dispute

class DecideVerbsTest : public StoreVerbsTest {
 protected:
  DecideVerbsTest() { fill_store(); }

  std::unique_ptr<storage::StoreReader> store() const { return storage::open_sqlite_reader(path_); }
  claims::DisputeState state() const { return store()->dispute(1)->dispute.state; }
};

TEST_F(DecideVerbsTest, DismissKeepsTheReasonAndTheLabels) {
  const Ended ended = over_store(
      {"disputes", "dismiss", "1", "--why", "different-event", "--note", "two fires, a day apart"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(ended.out, "Dispute 1 is dismissed. 1 pair is kept for figurectl train.\n");
  EXPECT_EQ(state(), claims::DisputeState::kDismissed);
  const auto decisions = store()->dispute(1)->decisions;
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].reason, claims::DismissalReason::kDifferentEvent);
  EXPECT_EQ(decisions[0].note, "two fires, a day apart");
  const auto labels = store()->pair_labels();
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_EQ(labels[0].same, false);
  EXPECT_THAT(labels[0].features, StartsWith("bias=1 "));
}

struct LabelCase {
  std::string name;
  std::vector<std::string> words;
  std::optional<bool> same;
};

class LabelTest : public DecideVerbsTest, public testing::WithParamInterface<LabelCase> {};

TEST_P(LabelTest, FollowsFromWhatIsSaid) {
  EXPECT_EQ(over_store(GetParam().words).status, 0);
  const auto labels = store()->pair_labels();
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_EQ(labels[0].same, GetParam().same);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LabelTest,
    testing::Values(
        LabelCase{"SameFact", {"disputes", "dismiss", "1", "--why", "same-fact"}, true},
        LabelCase{"Scope", {"disputes", "dismiss", "1", "--why", "different-scope"}, false},
        LabelCase{"Time", {"disputes", "dismiss", "1", "--why", "different-time"}, false},
        LabelCase{"Misread", {"disputes", "dismiss", "1", "--why", "misread"}, std::nullopt},
        LabelCase{"Confirmed", {"disputes", "confirm", "1"}, true}),
    [](const auto& test) { return test.param.name; });

TEST_F(DecideVerbsTest, WhatIsDismissedIsShownWithItsReason) {
  over_store({"disputes", "dismiss", "1", "--why", "misread", "--note", "12 is a\x1b[2J date"});
  EXPECT_THAT(over_store({"disputes", "show", "1"}).out,
              AllOf(HasSubstr("\ndismissed, severity 0.80"), HasSubstr("\nDecided\n  "),
                    HasSubstr(" dismissed, misread: 12 is a [2J date\n")));
  EXPECT_THAT(over_store({"disputes", "list", "--json"}).out,
              AllOf(HasSubstr(R"("state":"dismissed")"),
                    HasSubstr(R"("dismissal":{"kind":"dismissed","reason":"misread")")));
  EXPECT_THAT(over_store({"disputes", "show", "1", "--json"}).out,
              HasSubstr(R"("decisions":[{"kind":"dismissed","reason":"misread")"));
  EXPECT_THAT(over_store({"status"}).out, HasSubstr("disputes    1, 0 open\n"));
}

TEST_F(DecideVerbsTest, ReopenTakesTheLabelsBackAndKeepsTheRecord) {
  over_store({"disputes", "dismiss", "1", "--why", "different-time"});
  const Ended ended = over_store({"disputes", "reopen", "1"});
  EXPECT_EQ(ended.out,
            "Dispute 1 is reopened. What its dismissal told of its pairs is taken back.\n");
  EXPECT_EQ(state(), claims::DisputeState::kReopened);
  EXPECT_TRUE(store()->pair_labels().empty());
  EXPECT_EQ(store()->dispute(1)->decisions.size(), 2U);
  EXPECT_THAT(over_store({"disputes", "list", "--json"}).out, HasSubstr(R"("dismissal":null)"));
}

TEST_F(DecideVerbsTest, ItIsDecidedWhileTheLedgerHoldsTheStore) {
  const auto ledger = storage::open_sqlite_store(path_);
  EXPECT_EQ(over_store({"disputes", "dismiss", "1", "--why", "different-time"}).status, 0);
  EXPECT_EQ(ledger->dispute_of_fact(1)->state, claims::DisputeState::kDismissed);
}

struct RefusedCase {
  std::string name;
  bool dismissed;
  std::vector<std::string> words;
  int status;
  std::string error;
};

class RefusedTest : public DecideVerbsTest, public testing::WithParamInterface<RefusedCase> {};

TEST_P(RefusedTest, SaysWhyAndWritesNothing) {
  if (GetParam().dismissed) over_store({"disputes", "dismiss", "1", "--why", "misread"});
  const auto before = store()->dispute(1)->decisions.size();
  const Ended ended = over_store(GetParam().words);
  EXPECT_EQ(ended.status, GetParam().status);
  EXPECT_THAT(ended.err, HasSubstr(GetParam().error));
  EXPECT_EQ(store()->dispute(1)->decisions.size(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RefusedTest,
    testing::Values(RefusedCase{"UnknownDispute",
                                false,
                                {"disputes", "dismiss", "7", "--why", "misread"},
                                1,
                                "figurectl: there is no dispute 7\n"},
                    RefusedCase{"NotDismissed",
                                false,
                                {"disputes", "reopen", "1"},
                                1,
                                "figurectl: dispute 1 is open, not dismissed\n"},
                    RefusedCase{"ConfirmedWhileDismissed",
                                true,
                                {"disputes", "confirm", "1"},
                                1,
                                "figurectl: dispute 1 is dismissed: reopen it first\n"},
                    RefusedCase{"NoReason", false, {"disputes", "dismiss", "1"}, 2, "--why"},
                    RefusedCase{"UnknownReason",
                                false,
                                {"disputes", "dismiss", "1", "--why", "boring"},
                                2,
                                "boring is none of same-fact, different-event, different-scope, "
                                "different-time, misread"},
                    RefusedCase{"NoNumber", false, {"disputes", "confirm"}, 2, "ID"}),
    [](const auto& test) { return test.param.name; });

// --- why two figures were held for one fact

TEST_F(DecideVerbsTest, ExplainGivesFeaturesWeightsAndProducts) {
  const Ended ended = over_store({"disputes", "show", "1", "--explain"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("\nHeld for one fact by\n"),
                    HasSubstr("Harbour Post \"at least 40 people were hurt\" against Coast Wire"),
                    HasSubstr("one fact by the words 0."), HasSubstr("one event 0."),
                    HasSubstr("FEATURE"), HasSubstr("PRODUCT"), HasSubstr("\n  bias ")));
}

TEST_F(DecideVerbsTest, ExplainAsJsonIsBesideTheRest) {
  EXPECT_THAT(
      over_store({"disputes", "show", "1", "--explain", "--json"}).out,
      AllOf(HasSubstr(R"("explain":[{"earlier_claim":1,"later_claim":2,"probability":)"),
            HasSubstr(R"({"name":"bias","value":1E0,"weight":)"), HasSubstr(R"("verdicts":[{)")));
}

TEST_F(DecideVerbsTest, ExplainGoesByTheWeightsThatAreNamed) {
  claims::FeatureWeights weights{};
  weights[0] = 1.25;
  const std::string file =
      folder_file("own.tsv", claims::format_sameness_model(claims::SamenessModel(weights)));
  EXPECT_THAT(over_store({"disputes", "show", "1", "--explain", "--weights", file}).out,
              HasSubstr("1.000  1.250   1.250\n"));
  const Ended bad = over_store(
      {"disputes", "show", "1", "--explain", "--weights", folder_file("bad.tsv", "bias\tx\n")});
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("bad.tsv: line 1: 'x' is no weight"));
}

// --- train

TEST_F(DecideVerbsTest, TrainWithoutLabelsComparesOnTheBaseSet) {
  const Ended ended = over_store({"train", "--base", base_rows()});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, AllOf(StartsWith("base set: 40 pairs of 10 events, 20 of one fact\n"),
                               HasSubstr("present weights"), HasSubstr("refitted *"),
                               HasSubstr("* each event by weights fitted without it"),
                               testing::Not(HasSubstr("labels"))));
}

TEST_F(DecideVerbsTest, TrainShowsWhatTheLabelsDo) {
  over_store({"disputes", "dismiss", "1", "--why", "different-event"});
  const Ended ended = over_store({"train", "--base", base_rows()});
  EXPECT_THAT(ended.out, AllOf(HasSubstr("labels of the store: 1 pair of 1 event, 0 of one fact\n"),
                               HasSubstr("fitted to the base set *"),
                               HasSubstr("refitted with the labels *"), HasSubstr("CHANGES MOST")));
  EXPECT_THAT(over_store({"train", "--base", base_rows(), "--json"}).out,
              AllOf(StartsWith(R"({"sets":[{"set":"base set","pairs":40)"),
                    HasSubstr(R"("weights":{"bias":{"present":)")));
}

TEST_F(DecideVerbsTest, AMisreadPairSaysNothingOfSameness) {
  over_store({"disputes", "dismiss", "1", "--why", "misread"});
  EXPECT_THAT(over_store({"train", "--base", base_rows()}).out,
              testing::Not(HasSubstr("labels of the store")));
}

TEST_F(DecideVerbsTest, TrainWritesWeightsOnlyWhenToldTo) {
  const std::string file = folder_ + "/own.tsv";
  EXPECT_EQ(over_store({"train", "--base", base_rows(), "--write", file}).status, 0);
  const Ended again = over_store({"train", "--base", base_rows(), "--weights", file});
  EXPECT_THAT(again.out, HasSubstr("\nno weight changes\n"));
  std::filesystem::remove(file);
  over_store({"train", "--base", base_rows()});
  EXPECT_FALSE(std::filesystem::exists(file));
  const Ended nowhere =
      over_store({"train", "--base", base_rows(), "--write", folder_ + "/none/own.tsv"});
  EXPECT_EQ(nowhere.status, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot write"));
}

TEST_F(DecideVerbsTest, BadRowsAreNamedByFileAndLine) {
  const Ended ended = over_store({"train", "--base", folder_file("bad.tsv", "event\tmood\n")});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("bad.tsv: line 1: no feature is called 'mood'"));
  EXPECT_EQ(over_store({"train", "--base", path_ + ".none"}).status, 1);
}

TEST_F(StoreVerbsTest, AlertsListShowsWhetherTheyArrived) {
  const std::string id = fill_store();
  EXPECT_EQ(
      over_store({"alerts", "list"}).out,
      "SEQ  ID                              TYPE                  SEVERITY  CREATED               "
      "DELIVERIES                                                       SUMMARY\n"
      "1    " +
          id +
          "  figure.contradiction  0.80      2026-09-21T14:13:33Z  "
          "desk delivered; pager pending after 1 (the server answered 503)  Lowport: 40 hurt or "
          "1,200?\n");
}

TEST_F(StoreVerbsTest, AlertsListAsJsonHasTheDeliveries) {
  const std::string id = fill_store();
  EXPECT_THAT(
      over_store({"alerts", "list", "--json"}).out,
      AllOf(StartsWith(R"({"id":")" + id + R"(","sequence":1,"type":"figure.contradiction")"),
            HasSubstr(R"({"endpoint":"pager","state":"pending","attempts":1,)"
                      R"("next_attempt":"2026-09-21T14:14:04Z","last_status":503,)"
                      R"("last_error":"the server answered 503","delivered_at":null})")));
}

TEST_F(StoreVerbsTest, FindsTheStoreInTheConfiguration) {
  fill_store();
  const std::string config =
      folder_file("figured.toml", "[store]\npath = \"" + path_ +
                                      "\"\n"
                                      "[[feed]]\nurl = \"https://harbour.example/rss\"\n"
                                      "outlet = \"Harbour Post\"\n");
  EXPECT_THAT(figurectl({"status", "--config", config}).out,
              HasSubstr("feeds       2, 1 failing\n"));
}

TEST_F(StoreVerbsTest, AMissingStoreIsAFailure) {
  const Ended ended = over_store({"status"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(StartsWith("figurectl: "), HasSubstr(path_)));
}

TEST_F(StoreVerbsTest, AMissingConfigurationIsBadUsage) {
  const Ended ended = figurectl({"status", "--config", path_ + ".toml"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr(path_ + ".toml"));
}

struct UsageCase {
  std::string name;
  std::vector<std::string> words;
  int status;
};

class UsageTest : public StoreVerbsTest, public testing::WithParamInterface<UsageCase> {};

TEST_P(UsageTest, HasItsExitStatus) {
  EXPECT_EQ(figurectl(GetParam().words).status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, UsageTest,
    testing::Values(UsageCase{"NoVerb", {}, 2}, UsageCase{"UnknownVerb", {"polish"}, 2},
                    UsageCase{"UnknownFlag", {"status", "--loud"}, 2},
                    UsageCase{"FeedsWithoutVerb", {"feeds"}, 2},
                    UsageCase{"SearchWithoutWords", {"search"}, 2},
                    UsageCase{"ArticlesShowWithoutNumber", {"articles", "show"}, 2},
                    UsageCase{"ShowWithoutNumber", {"disputes", "show"}, 2},
                    UsageCase{"ShowOfAWord", {"disputes", "show", "first"}, 2},
                    UsageCase{"StoreAndConfig", {"status", "--store", "a", "--config", "b"}, 2},
                    UsageCase{"Help", {"--help"}, 0},
                    UsageCase{"HelpOfAVerb", {"status", "--help"}, 0}),
    [](const auto& test) { return test.param.name; });

TEST_F(StoreVerbsTest, TellsItsVersion) {
  EXPECT_EQ(figurectl({"--version"}).out, std::string("figurectl ") + daemon::kVersion + "\n");
}

TEST_F(StoreVerbsTest, AlertsShowGivesEveryAttempt) {
  const std::string id = fill_store();
  const Ended ended = over_store({"alerts", "show", id});
  EXPECT_THAT(ended.out, HasSubstr("Lowport: 40 hurt or 1,200?"));
  EXPECT_THAT(ended.out, HasSubstr("desk delivered\n  2026-09-21T14:13:34Z  delivered (200)\n"));
  EXPECT_THAT(ended.out, HasSubstr("pager pending after 1 (the server answered 503)"));
  EXPECT_EQ(over_store({"alerts", "show", "alr_none"}).err,
            "figurectl: there is no alert alr_none\n");
}

TEST_F(StoreVerbsTest, AReplayNeedsAChoice) {
  fill_store();
  EXPECT_EQ(over_store({"alerts", "replay"}).status, 2);
  EXPECT_EQ(over_store({"alerts", "replay", "alr_none"}).status, 1);
}

TEST_F(StoreVerbsTest, ASilenceIsAddedListedAndEnded) {
  fill_store();
  const Ended added = over_store({"silence", "add", "--measure", "people.*", "--for", "2h",
                                  "--reason", "being checked", "--author", "Ana"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, StartsWith("Silence 1 holds until "));
  EXPECT_THAT(over_store({"silence", "list"}).out,
              AllOf(HasSubstr(R"({"measures":["people.*"]})"), HasSubstr("being checked")));
  EXPECT_EQ(over_store({"silence", "end", "1"}).out, "Silence 1 has ended.\n");
  EXPECT_EQ(over_store({"silence", "end", "1"}).status, 1);
  EXPECT_EQ(over_store({"silence", "add", "--for", "2h", "--reason", "r", "--author", "a"}).status,
            2);
}

TEST_F(StoreVerbsTest, ABacktestSaysHowOftenARouteWouldHaveFired) {
  fill_store();
  const std::string rules = folder_file("rules.toml",
                                        "[[route]]\nname = 'all'\n"
                                        "[[route]]\nname = 'severe'\nmin_severity = 0.9\n");
  const Ended ended = over_store({"backtest", "--rules", rules, "--since", "2026-09-01"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, StartsWith("Route all would have fired 1 time in 1 message, of 1 alert "));
  EXPECT_THAT(ended.out, HasSubstr("Route severe would have fired 0 times in 0 messages"));
}

TEST_F(StoreVerbsTest, ADismissalIsToldToWhoWasTold) {
  const std::string id = fill_store();
  EXPECT_EQ(over_store({"disputes", "dismiss", "1", "--why", "same-fact"}).status, 0);
  const std::string listed = over_store({"alerts", "list", "--json"}).out;
  EXPECT_THAT(listed, HasSubstr(R"("type":"alert.retracted")"));
  const std::string retraction = listed.substr(listed.find("alr_"), 30);
  EXPECT_THAT(over_store({"alerts", "show", retraction, "--json"}).out,
              AllOf(HasSubstr(R"("retracts":[")" + id + R"("])"),
                    HasSubstr(R"("reason":"same-fact")"), HasSubstr(R"("previous_id":")" + id)));
}

// --- the store as a file

TEST_F(StoreVerbsTest, ABackupIsMadeAndRestored) {
  fill_store();
  const Ended made = over_store({"backup"});
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_THAT(made.out,
              AllOf(StartsWith("Backed up to " + path_ + ".backup-"), HasSubstr(", checked.\n")));
  const std::string file = made.out.substr(13, made.out.find(',') - 13);
  EXPECT_EQ(made.err, "");  // progress is for terminals
  fill_more();
  const Ended restored = over_store({"restore", file});
  EXPECT_EQ(restored.status, 0) << restored.err;
  EXPECT_THAT(restored.out, HasSubstr("The former store is kept as " + path_ + ".replaced-"));
  EXPECT_THAT(over_store({"status"}).out, HasSubstr("articles    2 in"));
  EXPECT_EQ(over_store({"check-store"}).status, 0);
}

TEST_F(StoreVerbsTest, ABackupOverwritesNothing) {
  fill_store();
  const Ended ended = over_store({"backup", path_});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("there is such a file"));
}

TEST_F(StoreVerbsTest, AStoreInUseIsNotRestoredOver) {
  fill_store();
  const std::string file = folder_ + "/copy.db";
  EXPECT_EQ(over_store({"backup", file}).status, 0);
  const auto ledger = storage::open_sqlite_store(path_);
  const Ended ended = over_store({"restore", file});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("is in use: process "), HasSubstr("cli_test")));
}

TEST_F(StoreVerbsTest, ASoundStoreIsSaidToBe) {
  fill_store();
  EXPECT_EQ(over_store({"check-store"}).out, "The store " + path_ + " is sound.\n");
  EXPECT_EQ(over_store({"check-store", "--json"}).out,
            R"({"store":")" + path_ + "\",\"sound\":true,\"damage\":[]}\n");
}

TEST_F(StoreVerbsTest, ADamagedStoreIsSaidToBe) {
  fill_store();
  tests::run_foreign_sql(path_, "DELETE FROM dispute_claim; DELETE FROM verdict");
  const Ended ended = over_store({"check-store"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("is damaged:\n"), HasSubstr("1 disputes of which neither")));
}

std::vector<std::string> kinds_of(const std::string& lines) {
  std::vector<std::string> kinds;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);)
    kinds.push_back(boost::json::parse(line).at("kind").as_string().c_str());
  return kinds;
}

TEST_F(StoreVerbsTest, AllThatIsStoredIsExported) {
  fill_store();
  const Ended ended = over_store({"export"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(kinds_of(ended.out), testing::ElementsAre("feed", "feed", "article", "article",
                                                        "claim", "claim", "dispute", "alert"));
  EXPECT_THAT(ended.out,
              HasSubstr(R"({"kind":"article","id":"Harbour Post","article_id":1,"revision":1,)"
                        R"("latest":true,"feed":"https://harbour.example/rss",)"
                        R"("outlet":"Harbour Post","group":"","url":"https://news.example/1",)"
                        R"("title":"Fire in Lowport","published":"2026-09-21T14:13:21Z",)"
                        R"("published_zone":"assumed","language":"en-GB",)"
                        R"("seen":"2026-09-21T14:13:31Z",)"
                        // $ printf 'Fire in Lowport\nat least 40 people were hurt.' | sha256sum
                        R"("content_sha256":)"
                        R"("78d22cb30b06247a67d7f3b5723e70dfec26ec07513a7bba81c3ab0fd0ac1cad",)"
                        R"("text":"at least 40 people were hurt."})"));
}

TEST_F(StoreVerbsTest, OneKindIsExported) {
  fill_store();
  EXPECT_THAT(kinds_of(over_store({"export", "claims"}).out),
              testing::ElementsAre("claim", "claim"));
  EXPECT_EQ(over_store({"export", "rumours"}).status, 2);
}

// Exported articles are what check reads.
TEST_F(StoreVerbsTest, ExportedArticlesCanBeReadAgain) {
  fill_store();
  const std::string file = folder_file("articles.jsonl", over_store({"export", "articles"}).out);
  const Ended ended = figurectl({"extract", file});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("\"article\":\"Harbour Post\""));
}

TEST_F(StoreVerbsTest, ClaimsAreExportedAsCsv) {
  fill_store();
  const Ended ended = over_store({"export", "--csv"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, AllOf(StartsWith("id,fact,live,outlet,published,"),
                               HasSubstr("\r\n1,1,true,Harbour Post,2026-09-21T14:13:21Z,"),
                               HasSubstr(",\"1,200 people were hurt\",")));
  EXPECT_EQ(over_store({"export", "alerts", "--csv"}).status, 2);
}

TEST(Csv, FieldsAreQuotedWhereTheyMustBe) {
  EXPECT_EQ(csv_record({"a", "", "b,c", "say \"no\"", "two\nlines"}),
            "a,,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
}

TEST(Progress, IsToldInWords) {
  EXPECT_EQ(progress_words(0, 0), "0 B of 0 B, 100 %");
  EXPECT_EQ(progress_words(3 << 20, 12 << 20), "3.0 MiB of 12.0 MiB, 25 %");
  EXPECT_EQ(size_words(1'023), "1023 B");
  EXPECT_EQ(size_words(std::int64_t{3} << 40), "3.0 TiB");
}

}  // namespace
}  // namespace figured::cli
