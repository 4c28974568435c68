#include "daemon/ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "feeds/content_digest.h"
#include "storage/sqlite/sqlite_store.h"

namespace figured::daemon {
namespace {

using alerts::AlertType;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

storage::Seconds at(std::int64_t seconds) {
  return storage::Seconds(std::chrono::seconds(1'790'000'000 + seconds));
}

// Outlets publish articles on one blast; what the ledger tells is looked at.
class LedgerTest : public testing::Test {
 protected:
  LedgerTest() : store_(storage::open_sqlite_store(":memory:")), ledger_(*store_, options()) {
    storage::Transaction transaction(*store_);
    const std::vector<feeds::FeedSource> sources{
        {"https://a.example/rss", "A", "", std::chrono::minutes(5)}};
    feed_ = store_->adopt_feeds(sources, at(0)).at(0);
    transaction.commit();
  }

  LedgerOptions options() {
    LedgerOptions options;
    alerts::Endpoint desk;
    desk.name = "desk";
    desk.min_severity = 0.5;
    options.endpoints = {desk};
    options.on_verdict = [this](const JudgedPair& pair) {
      relations_.emplace_back(claims::format_relation(pair.verdict.relation));
    };
    return options;
  }

  static feeds::Article article(const std::string& outlet, const std::string& text) {
    feeds::Article article;
    article.guid = outlet;
    article.identity = "guid:" + outlet;
    article.outlet = outlet;
    article.url = "https://news.example/" + outlet;
    article.title = "Blast in Orsk";
    article.text = "The Harbour Blast in Orsk shook the Velma District, Ana Ruiz said. " + text;
    article.published = at(0);
    article.content_hash = std::hash<std::string>()(article.text);
    return article;
  }

  PollBatch batch(const std::vector<feeds::Article>& articles) const {
    PollBatch batch{feed_, at(10), {}, {}};
    batch.reading.outcome = feeds::PollOutcome::kChanged;
    batch.reading.status = 200;
    batch.reading.validators = feeds::Validators{"\"v1\"", ""};
    batch.reading.articles = articles;
    for (const feeds::Article& each : articles)
      batch.claims.push_back(read_article(each, claims::Extractor()));
    return batch;
  }

  // Publishes, and returns the types of the alerts that were written for it.
  std::vector<AlertType> publish(const std::string& outlet, const std::string& text) {
    relations_.clear();
    const PollBatch one = batch({article(outlet, text)});
    report_ = ledger_.record({&one, 1}, at(10));
    std::vector<AlertType> types;
    for (const alerts::Alert& alert : report_.alerts) types.push_back(alert.type);
    return types;
  }

  // What a person does at the desk.
  void decide(std::int64_t id, claims::DecisionKind kind) {
    storage::Transaction transaction(*store_);
    claims::Dispute dispute = store_->dispute(id)->dispute;
    ASSERT_TRUE(claims::decide(dispute, {kind, {}, "", at(20)}));
    store_->put_dispute(dispute);
    transaction.commit();
  }

  boost::json::object body() const {
    return boost::json::parse(report_.alerts.at(0).body).as_object();
  }

  std::unique_ptr<storage::Store> store_;
  std::vector<std::string> relations_;
  Ledger ledger_;
  feeds::Feed feed_;
  LedgerReport report_;
};

TEST_F(LedgerTest, AnAgreeingFigureIsNoNews) {
  EXPECT_THAT(publish("Coast", "It killed 42 people."), IsEmpty());
  EXPECT_THAT(publish("North", "In all 42 people were killed."), IsEmpty());
  EXPECT_THAT(relations_, ElementsAre("agrees"));
  EXPECT_EQ(store_->status().facts, 1);
  EXPECT_EQ(store_->status().disputes, 0);
}

TEST_F(LedgerTest, TheFirstContradictionOpensADispute) {
  publish("Coast", "It killed 42 people.");
  EXPECT_THAT(publish("North", "It killed 31 people."), ElementsAre(AlertType::kContradiction));
  const auto view = store_->dispute(1);
  ASSERT_TRUE(view);
  EXPECT_THAT(view->dispute.sides, SizeIs(2));
  EXPECT_THAT(view->verdicts, SizeIs(1));
  EXPECT_THAT(report_.alerts[0].summary, HasSubstr("North says 31"));
  EXPECT_THAT(store_->deliveries(report_.alerts[0].id), SizeIs(1));
}

// Its fact was begun by a claim that put it elsewhere.
TEST_F(LedgerTest, ADisputeGoesByThePlaceOfItsSides) {
  publish("Coast", "In Kenya it killed 42 people.");
  publish("North", "In Lima it killed 42 people.");
  ASSERT_EQ(store_->status().facts, 1);
  publish("South", "In Lima it killed 31 people.");
  EXPECT_THAT(report_.alerts.at(0).summary, StartsWith("people killed, Lima: "));
  EXPECT_EQ(store_->dispute(1)->fact.label, "people killed, Lima");
  EXPECT_THAT(store_->dispute(1)->fact.live, SizeIs(3));
}

TEST_F(LedgerTest, AnAlertHoldsTheEvidenceOfBothSides) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  const auto whole = body();
  const auto& data = whole.at("data").as_object();
  EXPECT_EQ(data.at("claim").as_object().at("quote"), "It killed 31 people");
  const auto& against = data.at("against").as_array().at(0).as_object();
  EXPECT_EQ(against.at("claim").as_object().at("quote"), "It killed 42 people");
  EXPECT_EQ(against.at("claim").as_object().at("url"), "https://news.example/Coast");
  EXPECT_EQ(against.at("verdict").as_object().at("relation"), "contradicts");
}

// By what an article's revision says to whoever asks for it.
std::string shown_digest(const storage::StoreReader& store, const boost::json::object& claim) {
  const auto history = store.article_history(claim.at("article_id").as_int64());
  const auto revision = static_cast<std::size_t>(claim.at("revision").as_int64());
  const storage::ArticleView& view = history.value().revisions.at(revision - 1).article;
  return feeds::content_sha256(view.title, view.text);
}

TEST_F(LedgerTest, AnAlertTellsWhatItsArticlesSaid) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  const auto data = body().at("data").as_object();
  const auto& claim = data.at("claim").as_object();
  const auto& against = data.at("against").at(0).at("claim").as_object();
  EXPECT_EQ(claim.at("content_sha256").as_string(), shown_digest(*store_, claim));
  EXPECT_EQ(against.at("content_sha256").as_string(), shown_digest(*store_, against));
  EXPECT_NE(claim.at("content_sha256"), against.at("content_sha256"));
}

TEST_F(LedgerTest, ACorrectionTellsOfBothRevisions) {
  publish("Coast", "It killed 42 people.");
  publish("Coast", "It killed 31 people.");
  const auto data = body().at("data").as_object();
  const auto& claim = data.at("claim").as_object();
  const auto& before = data.at("against").at(0).at("claim").as_object();
  EXPECT_EQ(claim.at("article_id"), before.at("article_id"));
  EXPECT_EQ(claim.at("revision"), 2);
  EXPECT_EQ(before.at("revision"), 1);
  EXPECT_EQ(claim.at("content_sha256").as_string(), shown_digest(*store_, claim));
  EXPECT_EQ(before.at("content_sha256").as_string(), shown_digest(*store_, before));
}

TEST_F(LedgerTest, AnAlertGoesByTheLanguagesOfItsArticles) {
  LedgerOptions options = this->options();
  for (const char* language : {"es", "unknown"}) {
    alerts::Endpoint desk;
    desk.name = language;
    options.endpoints.push_back(desk);
    alerts::Route route;
    route.name = language;
    route.match.languages = {language};
    route.to = {language};
    options.routes.push_back(route);
  }
  Ledger ledger(*store_, options);
  const auto told = [&](const std::string& outlet, const std::string& text,
                        const std::string& language) {
    feeds::Article one = article(outlet, text);
    one.language = language;
    const PollBatch polled = batch({one});
    std::vector<std::string> endpoints;
    for (const alerts::Alert& alert : ledger.record({&polled, 1}, at(10)).alerts)
      for (const alerts::Delivery& delivery : store_->deliveries(alert.id))
        endpoints.push_back(delivery.endpoint);
    return endpoints;
  };
  told("Coast", "It killed 42 people.", "en");
  EXPECT_THAT(told("Norte", "It killed 31 people.", "es-MX"), ElementsAre("es"));
  EXPECT_THAT(told("South", "It killed 77 people.", ""), testing::Contains("unknown"));
}

TEST_F(LedgerTest, ASideThatIsThereIsNotToldAgain) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  EXPECT_THAT(publish("South", "It killed 42 people."), IsEmpty());
  EXPECT_EQ(store_->status().alerts, 1);
}

TEST_F(LedgerTest, AThirdValueWidens) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  EXPECT_THAT(publish("South", "It killed 77 people."), ElementsAre(AlertType::kDisputeWidened));
  EXPECT_THAT(body().at("data").as_object().at("against").as_array(), SizeIs(2));
  EXPECT_EQ(report_.alerts[0].dispute_sequence, 2);
  EXPECT_FALSE(report_.alerts[0].previous_id.empty());
}

TEST_F(LedgerTest, AnOutletThatChangesItsFigureIsTold) {
  publish("Coast", "It killed 42 people.");
  EXPECT_THAT(publish("Coast", "It killed 24 people."), ElementsAre(AlertType::kCorrection));
  EXPECT_THAT(report_.alerts[0].summary, HasSubstr("before: Coast says 42"));
  EXPECT_EQ(store_->status().revisions, 2);
}

// Half of all edits mend words; a dispute that was told as settled and as reopened for each
// of them would be muted.
TEST_F(LedgerTest, AnEditThatLeavesTheFiguresIsNoNews) {
  publish("Coast", "It killed 42 people.");
  publish("Harbour", "It killed 11 people.");
  EXPECT_THAT(publish("Harbour", "It killed 11 people. Rescuers are on their way."), IsEmpty());
  const auto disputes = store_->disputes(10);
  ASSERT_THAT(disputes, SizeIs(1));
  EXPECT_EQ(disputes[0].state, claims::DisputeState::kOpen);
  EXPECT_THAT(disputes[0].sides, SizeIs(2));
}

TEST_F(LedgerTest, AnOutletThatComesOverSettles) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  EXPECT_THAT(publish("North", "It killed 42 people."),
              testing::UnorderedElementsAre(AlertType::kCorrection, AlertType::kDisputeSettled));
}

TEST_F(LedgerTest, AWithdrawnSideSettles) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  EXPECT_THAT(publish("North", "The number of the dead is not known."),
              ElementsAre(AlertType::kDisputeSettled));
  EXPECT_EQ(store_->dispute(1)->dispute.state, claims::DisputeState::kSettled);
}

TEST_F(LedgerTest, ADismissedDisputeStaysQuietAndTakesClaims) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  decide(1, claims::DecisionKind::kDismissed);
  EXPECT_THAT(publish("South", "It killed 42 people."), IsEmpty());
  EXPECT_THAT(publish("East", "It killed 77 people."), IsEmpty());
  const auto view = store_->dispute(1);
  EXPECT_EQ(view->dispute.state, claims::DisputeState::kDismissed);
  EXPECT_THAT(view->dispute.sides, SizeIs(3));
  EXPECT_THAT(view->claims, SizeIs(4));
  EXPECT_EQ(store_->status().disputes, 1);
  EXPECT_EQ(store_->status().alerts, 1);
}

TEST_F(LedgerTest, ADismissedDisputeDoesNotSettle) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  decide(1, claims::DecisionKind::kDismissed);
  EXPECT_THAT(publish("North", "The number of the dead is not known."), IsEmpty());
  EXPECT_EQ(store_->dispute(1)->dispute.state, claims::DisputeState::kDismissed);
}

TEST_F(LedgerTest, AReopenedDisputeTellsAgain) {
  publish("Coast", "It killed 42 people.");
  publish("North", "It killed 31 people.");
  decide(1, claims::DecisionKind::kDismissed);
  publish("South", "It killed 77 people.");
  decide(1, claims::DecisionKind::kReopened);
  EXPECT_THAT(publish("East", "It killed 55 people."), ElementsAre(AlertType::kDisputeWidened));
}

TEST_F(LedgerTest, ClaimsAreGatheredByTheModelOfTheOptions) {
  LedgerOptions options;
  claims::FeatureWeights weights{};
  weights[0] = -30;  // whatever the words say
  options.sameness = claims::SamenessModel(weights);
  Ledger doubting(*store_, options);
  for (const PollBatch& one :
       {batch({article("Coast", "It killed 42 people.")}),
        batch({article("North", "In 2019 a bus crash killed 9 people there.")})})
    doubting.record({&one, 1}, at(10));
  EXPECT_EQ(store_->status().claims, 2);
  EXPECT_EQ(store_->status().facts, 2);
  publish("South", "In 2019 a bus crash killed 9 people there.");
  EXPECT_EQ(store_->status().facts, 2);
}

TEST_F(LedgerTest, ThePollIsWrittenWithWhatItBrought) {
  publish("Coast", "It killed 42 people.");
  const feeds::Feed stored = store_->feeds().at(0);
  EXPECT_EQ(stored.validators.etag, "\"v1\"");
  EXPECT_EQ(stored.next_poll, report_.polls.at(0).after.next_poll);
  EXPECT_GE(stored.next_poll, at(310));
  const auto fetches = store_->fetches(feed_.id, 10);
  ASSERT_THAT(fetches, SizeIs(1));
  EXPECT_EQ(fetches[0].added, 1);
  EXPECT_EQ(fetches[0].next_poll, stored.next_poll);
  EXPECT_EQ(fetches[0].rule, "interval");
  EXPECT_EQ(report_.polls.at(0).new_articles, 1u);
  EXPECT_EQ(report_.polls.at(0).after.validators.etag, "\"v1\"");
}

TEST_F(LedgerTest, TheSameDocumentAgainBringsNothing) {
  publish("Coast", "It killed 42 people.");
  EXPECT_THAT(publish("Coast", "It killed 42 people."), IsEmpty());
  EXPECT_EQ(report_.polls.at(0).new_articles, 0u);
  EXPECT_EQ(store_->status().claims, 1);
}

TEST_F(LedgerTest, AQuietEndpointIsSentOnlyWhatIsSevere) {
  publish("Coast", "It killed 146 people.");
  EXPECT_THAT(publish("North", "It killed 147 people."), SizeIs(1));
  EXPECT_THAT(store_->deliveries(report_.alerts[0].id), IsEmpty());
}

// --- the health of feeds

TEST_F(LedgerTest, WhatIsHeldForKnownByMistakeIsReadAllTheSame) {
  PollBatch one = batch({article("Coast", "It killed 42 people.")});
  one.claims[0].reset();
  EXPECT_EQ(ledger_.record({&one, 1}, at(10)).polls.at(0).claims, 1U);
  PollBatch again = batch({article("Coast", "It killed 42 people.")});
  again.claims[0].reset();
  const auto report = ledger_.record({&again, 1}, at(20));
  EXPECT_EQ(report.polls.at(0).claims, 0U);
  PollBatch revised = batch({article("Coast", "It killed 43 people.")});
  revised.claims[0].reset();
  EXPECT_EQ(ledger_.record({&revised, 1}, at(30)).polls.at(0).revised_articles, 1U);
  EXPECT_EQ(store_->status().claims, 2);
}

PollBatch failure_of(const feeds::Feed& feed, int status) {
  PollBatch batch{feed, at(10), {}, {}};
  batch.reading.status = status;
  batch.reading.code = "http-" + std::to_string(status);
  batch.reading.error = "The server answers " + std::to_string(status);
  return batch;
}

TEST_F(LedgerTest, AFailingFeedIsToldAndSoIsItsRecovery) {
  std::vector<std::string> told;
  const auto record = [&](PollBatch batch) {
    batch.feed = store_->polled_feeds().at(0);
    report_ = ledger_.record({&batch, 1}, at(10));
    for (const alerts::Alert& alert : report_.alerts) {
      told.emplace_back(format_alert_type(alert.type));
      EXPECT_THAT(store_->deliveries(alert.id), SizeIs(1)) << "whatever its endpoint's severity";
    }
  };
  for (int i = 0; i < 6; ++i) record(failure_of(feed_, 500));
  EXPECT_THAT(told, ElementsAre("feed.failing"));
  const auto body = boost::json::parse(store_->alerts(1).at(0).body).as_object();
  const auto& feed = body.at("data").at("feed").as_object();
  EXPECT_EQ(feed.at("code"), "http-500");
  EXPECT_EQ(feed.at("failures"), 4);
  EXPECT_EQ(feed.at("url"), "https://a.example/rss");
  record(batch({}));
  EXPECT_THAT(told, ElementsAre("feed.failing", "feed.recovered"));
}

TEST_F(LedgerTest, AFeedThatIsGoneIsToldAndPolledNoMore) {
  for (int i = 0; i < 2; ++i) {
    PollBatch gone = failure_of(store_->polled_feeds().at(0), 410);
    report_ = ledger_.record({&gone, 1}, at(10));
  }
  ASSERT_THAT(report_.alerts, SizeIs(1));
  EXPECT_EQ(report_.alerts[0].type, AlertType::kFeedGone);
  EXPECT_THAT(store_->polled_feeds(), IsEmpty());
  EXPECT_EQ(store_->feeds().at(0).state, feeds::FeedState::kGone);
}

TEST_F(LedgerTest, AFailureLeavesNothingBehind) {
  std::vector<PollBatch> batches{batch({article("Coast", "It killed 42 people.")}), batch({})};
  batches[1].feed.id = 99;  // the store has no such feed
  EXPECT_THROW(ledger_.record(batches, at(10)), storage::StoreError);
  EXPECT_EQ(store_->status().articles, 0);
  EXPECT_EQ(store_->status().claims, 0);
}

}  // namespace
}  // namespace figured::daemon
