// Answers that are kept: given again while nothing of them has changed, never when
// something has, whoever changed it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <boost/json.hpp>
#include <thread>

#include "storage/sqlite/sqlite_store.h"
#include "tests/support/put_article.h"
#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {
namespace json = boost::json;
using std::chrono::seconds;

constexpr std::chrono::sys_seconds kNow{seconds(1'786'000'000)};
constexpr char kList[] = "/api/v1/disputes";

class KeptAnswersTest : public PageRun {
 protected:
  std::string dispute_path() const { return "/api/v1/disputes/" + std::to_string(dispute_); }

  // Something happens in one transaction.
  void happens(const std::function<void(storage::Store&)>& what) {
    storage::Transaction transaction(*store_);
    what(*store_);
    transaction.commit();
  }

  storage::StoredArticle put_article(const std::string& guid, const std::string& text) {
    feeds::Article article;
    article.guid = guid;
    article.identity = "guid:" + guid;
    article.title = "News";
    article.text = text;
    article.outlet = "Third Paper";
    article.content_hash = std::hash<std::string>{}(text);
    return tests::put_article(*store_, feed_, article, {}, kNow);
  }

  std::int64_t put_claim(std::int64_t fact, double value) {
    const std::string text = "Officials counted " + std::to_string(int(value)) + " people hurt.";
    const auto stored = put_article("third-" + std::to_string(value), text);
    claims::SourcedClaim sourced;
    sourced.article_id = stored.id;
    sourced.outlet = "Third Paper";
    sourced.seen = kNow;
    sourced.claim.quote = text;
    sourced.claim.span = {0, static_cast<std::uint32_t>(text.size())};
    sourced.claim.figure.low = sourced.claim.figure.high = value;
    sourced.claim.measure = "people.injured";
    return tests::put_claim(*store_, fact, stored.revision, sourced, {});
  }

  struct Change {
    std::string name;
    std::function<void(storage::Store&)> what;
    bool in_list = true;  // a list shows it, too
  };
  std::vector<Change> changes();
};

std::vector<KeptAnswersTest::Change> KeptAnswersTest::changes() {
  const auto dispute = [this](storage::Store& store, auto edit) {
    claims::Dispute changed = store.dispute(dispute_)->dispute;
    edit(changed);
    store.put_dispute(changed);
  };
  return {
      {"its state",
       [=](storage::Store& store) {
         dispute(store, [](auto& one) { one.state = claims::DisputeState::kWidened; });
       }},
      {"its severity",
       [=](storage::Store& store) { dispute(store, [](auto& one) { one.severity = 0.9; }); }},
      {"a side's range",
       [=](storage::Store& store) { dispute(store, [](auto& one) { one.sides[0].high = 41; }); }},
      {"a claim that joins a side",
       [=, this](storage::Store& store) {
         const std::int64_t id = put_claim(fact_, 65);
         dispute(store, [id](auto& one) { one.sides[1].claim_ids.push_back(id); });
       }},
      {"the words of its fact",
       [this](storage::Store& store) {
         claims::Fact fact;
         fact.id = fact_;
         fact.label = "people hurt, Lowport";
         fact.measure = "people.injured";
         fact.place = "Lowport";
         store.put_fact(fact);
       }},
      {"a decision",
       [this](storage::Store& store) {
         claims::Decision decision;
         decision.kind = claims::DecisionKind::kConfirmed;
         decision.at = kNow;
         store.put_decision(dispute_, decision, {});
       }},
      {"an alert",
       [this](storage::Store& store) {
         alerts::Alert alert;
         alert.dispute_id = dispute_;
         alert.type = alerts::AlertType::kDisputeWidened;
         alert.created_at = kNow + seconds(1);  // after the decision
         alert.summary = "One more";
         store.reserve_alert(alert);
         alert.body = "{}";
         store.put_alert(alert, std::vector<alerts::DeliveryPlan>{{"desk"}});
       }},
      {"a claim of the fact on no side", [this](storage::Store&) { put_claim(fact_, 52); }, false},
      {"a verdict",
       [this](storage::Store& store) {
         storage::VerdictRecord record;
         record.fact_id = fact_;
         record.earlier_claim = claims_[0];
         record.later_claim = claims_[1];
         record.verdict.score = 0.95;
         record.verdict.why = "Judged anew.";
         record.at = kNow;
         store.put_verdict(record);
       },
       false},
      {"a claim that is withdrawn",
       [this](storage::Store& store) { store.retire_claims(articles_[0], 99); }, false},
      {"an attempt to deliver",
       [this](storage::Store& store) {
         alerts::Attempt attempt;
         attempt.endpoint = "desk";
         attempt.alert_id = alert_;
         attempt.at = kNow;
         attempt.status = 503;
         attempt.error = "busy";
         attempt.next_attempt = kNow + seconds(60);
         store.put_attempt(attempt);
       },
       false},
      {"a silence",
       [this](storage::Store& store) {
         storage::Silence silence;
         silence.matching = R"({"disputes":[)" + std::to_string(dispute_) + "]}";
         silence.created_at = kNow;
         silence.ends_at = kNow + seconds(600);
         silence.reason = "looked into";
         store.put_silence(silence);
       },
       false},
  };
}

TEST_F(KeptAnswersTest, WhateverChangesIsSeenByTheNextWhoAsks) {
  serve();
  for (const Change& change : changes()) {
    const std::string whole = get(dispute_path()).headers.at("etag");
    const std::string list = get(kList).headers.at("etag");
    happens(change.what);
    EXPECT_EQ(get(dispute_path(), {{"If-None-Match", whole}}).status, 200) << change.name;
    EXPECT_EQ(get(kList, {{"If-None-Match", list}}).status, change.in_list ? 200 : 304)
        << change.name;
    EXPECT_EQ(get(dispute_path()).body, get(dispute_path()).body);
  }
}

TEST_F(KeptAnswersTest, WhatHappensElsewhereLeavesThemAsTheyAre) {
  serve();
  for (const std::string& target :
       {dispute_path(), std::string(kList), dispute_path() + "/claimreview",
        std::string("/api/v1/facets"), std::string("/disputes.atom"),
        std::string("/api/v1/disputes?measure=people&outlet=coast+wire")}) {
    const Reply before = get(target);
    happens([this](storage::Store& store) {
      claims::Fact fact;
      fact.label = "boats lost";
      put_claim(store.put_fact(fact), 3);
    });
    EXPECT_EQ(get(target, {{"If-None-Match", before.headers.at("etag")}}).status, 304) << target;
    EXPECT_EQ(get(target).body, before.body) << target;
  }
}

TEST_F(KeptAnswersTest, ASilenceThatEndsByItselfIsGone) {
  happens([this](storage::Store& store) {
    storage::Silence silence;
    silence.matching = R"({"disputes":[)" + std::to_string(dispute_) + "]}";
    silence.created_at = kNow;
    silence.ends_at = kNow + seconds(60);
    silence.reason = "looked into";
    store.put_silence(silence);
  });
  serve();
  EXPECT_EQ(get(dispute_path()).json().at("silences").as_array().size(), 1u);
  now_ = kNow + seconds(61);
  EXPECT_EQ(get(dispute_path()).json().at("silences").as_array().size(), 0u);
}

TEST_F(KeptAnswersTest, FiltersFollowWhatChanges) {
  serve();
  const std::string grave = "/api/v1/disputes?severity=0.8";
  const std::string third = "/api/v1/disputes?outlet=third+paper";
  EXPECT_EQ(get(grave).json().at("total"), 0);
  EXPECT_EQ(get(third).json().at("total"), 0);
  happens([this](storage::Store& store) {
    claims::Dispute dispute = store.dispute(dispute_)->dispute;
    dispute.severity = 0.9;
    dispute.sides[1].claim_ids.push_back(put_claim(fact_, 65));
    store.put_dispute(dispute);
  });
  EXPECT_EQ(get(grave).json().at("total"), 1);
  EXPECT_EQ(get(third).json().at("total"), 1);
  EXPECT_EQ(get("/api/v1/facets").json().at("outlets").as_array().size(), 3u);
}

// Equal questions at one time share an answer; each of the later ones is newer.
TEST_F(KeptAnswersTest, ManyWhoAskAtOnceWhileItChangesSeeNothingOlderThanTheirQuestion) {
  serve();
  std::atomic<std::int64_t> committed = 1;
  std::atomic<int> older = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 6; ++reader)
    readers.emplace_back([&] {
      for (int turn = 0; turn < 20; ++turn)
        for (const std::string& target : {std::string(kList), dispute_path()}) {
          const std::int64_t known = committed;
          const json::value body = get(target).json();
          const json::value& one = target == kList ? body.at("items").at(0) : body;
          if (one.at("sequence").as_int64() < known) ++older;
        }
    });
  for (int turn = 0; turn < 40; ++turn) {
    happens([this](storage::Store& store) {
      claims::Dispute dispute = store.dispute(dispute_)->dispute;
      ++dispute.sequence;
      store.put_dispute(dispute);
    });
    ++committed;
    std::this_thread::yield();
  }
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(older, 0);
}

}  // namespace
}  // namespace figured::web
