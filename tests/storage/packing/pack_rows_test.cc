// A store of the version before texts and claims were packed is carried over.
#include "storage/packing/pack_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string>

#include "claims/verdicts/matcher.h"
#include "storage/packing/context_blob.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// The migrations before it.
std::span<const Migration> before() {
  const auto all = migrations();
  const auto at = std::ranges::find(all, &pack_rows, &Migration::carry_over);
  return all.first(static_cast<std::size_t>(at - all.begin()));
}

constexpr char kText[] = "Around 9,000 men stood ready in Høydal, the commander said.";

// A dispute of two articles, one of which has two revisions.
class PackRowsTest : public testing::Test {
 protected:
  PackRowsTest() {
    Connection db(path(), OpenMode::kReadWrite);
    migrate(db, before());
    db.execute("PRAGMA foreign_keys = ON");
    fill(db);
  }

  std::string path() const { return folder_.path("figured.db"); }

  static claims::SourcedClaim claim(std::int64_t id, std::int64_t fact_id) {
    claims::SourcedClaim claim = claim_in({}, article("guid:" + std::to_string(id)));
    claim.id = id;
    claim.fact_id = fact_id;
    claim.names = {3, 7};
    return claim;
  }

  static void fill(Connection& db) {
    db.execute(R"sql(
      INSERT INTO feed (id, url, outlet, owner, interval, next_poll)
      VALUES (1, 'https://a.example/rss', 'A', '', 300, 0);
      INSERT INTO article (id, feed_id, guid, outlet, owner, url, revision, content_hash)
      VALUES (1, 1, 'one', 'The Example', 'Example Media', 'https://a.example/1', 2, 11),
             (2, 1, 'two', 'The Other', '', '', 1, 12);
      INSERT INTO article_identity (feed_id, identity, article_id)
      VALUES (1, 'guid:one', 1), (1, 'guid:older', 1), (1, 'guid:two', 2);
      INSERT INTO fact (id, label, measure, subject, place)
      VALUES (1, 'armed men', 'people.armed', 'Valley Front', 'Høydal'),
             (2, 'a fact of no claim', '', '', '');
    )sql");
    const std::vector<claims::NameKey> names = {3, 7};
    const auto revise = [&](std::int64_t article_id, std::int64_t number, const char* text) {
      db.statement(R"sql(
        INSERT INTO revision (article_id, number, seen, published, content_hash, url, title, names,
                              text)
        VALUES (?1, ?2, ?3, ?4, 0, ?5, 'Men of the valley', ?6, ?7)
      )sql")
          .bind(article_id, number, at(number), at(-600),
                article_id == 1 ? "https://a.example/1" : "", std::span<const std::uint64_t>(names),
                text)
          .run();
    };
    revise(1, 1, "Around 8,000 men.");
    revise(2, 1, "Some 20,000 men.");
    revise(1, 2, kText);
    put_claim(db, claim(1, 1), 1, 1, true);
    put_claim(db, claim(2, 1), 2, 2, false);
    put_claim(db, claim(3, 1), 1, 3, false);
    db.execute(R"sql(
      INSERT INTO dispute (id, fact_id, state, severity, sequence, opened_at, changed_at)
      VALUES (5, 1, 0, 0.5, 1, 10, 10);
      INSERT INTO dispute_side VALUES (5, 0, 9000, 9000), (5, 1, 20000, 20000);
      INSERT INTO dispute_claim VALUES (5, 0, 0, 3), (5, 1, 0, 2);
      INSERT INTO verdict VALUES (2, 3, 1, 10, 0, 0.5, 0.9, '', 'they differ', 'measure', '');
      INSERT INTO decision (dispute_id, at, kind, reason, note) VALUES (5, 11, 2, NULL, 'yes');
      INSERT INTO pair_label VALUES (2, 3, 5, 1, 'near_words=1');
      INSERT INTO silence VALUES (4, '{}', 'Ada', 'a drill', 10, 900);
      INSERT INTO alert VALUES (1, 'alr_1', 5, 1, 1, '', 0, 0.5, 10, 'told', '{}', NULL),
                               (2, 'alr_2', 5, 1, 2, 'alr_1', 2, 0.6, 11, 'silenced', '{}', 4);
      INSERT INTO endpoint VALUES ('desk', 'webhook desk', '', NULL, '');
      INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt, bundle, message_id)
      VALUES ('desk', 1, 5, 0, 'by hour', 'msg_1');
      INSERT INTO attempt (endpoint, sequence, at, status, error, state)
      VALUES ('desk', 1, 10, 503, 'busy', 0);
      INSERT INTO retention VALUES (0, 1, 0), (1, 2, 5), (2, 1, 1);
      INSERT INTO page (article_id, revision, state, deadline, text_revision)
      VALUES (1, 2, 0, 700, 1), (2, 1, 2, 600, NULL);
      INSERT INTO article_alias VALUES (1, 4711, 2), (1, 4712, 0);
      INSERT INTO article_sketch VALUES (1, 10, x'0300'), (2, NULL, x'');
      INSERT INTO fact_key VALUES (55, 1, 2);
      INSERT INTO fetch VALUES (1, 3, 10, 200, 'ok', '', 900, 2, 1, 1, 5, 90, 300, 'interval',
                                'its interval', '');
      UPDATE feed SET state = 0, listed = 1, pages = 3, gap = 60, etag = '"e1"';
      UPDATE roster SET version = 9;
    )sql");
  }

  // Of the schema: tables, indexes and views.
  static std::set<std::string> names_in(Connection& db) {
    std::set<std::string> names;
    Statement rows = db.statement("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'");
    std::string name;
    while (rows.step()) {
      rows.read(name);
      names.insert(name);
    }
    return names;
  }
  static std::int64_t number(Connection& db, const char* sql) {
    Statement row = db.statement(sql);
    std::int64_t number = -1;
    if (row.step()) row.read(number);
    return number;
  }

  static void put_claim(Connection& db, const claims::SourcedClaim& sourced,
                        std::int64_t article_id, std::int64_t revision_id, bool retired) {
    const claims::Claim& claim = sourced.claim;
    const std::string scope = join_lines(claim.scope);
    db.statement(R"sql(
      INSERT INTO claim (id, fact_id, article_id, revision_id, retired, field, span_start, span_end,
                         quote, low, high, bound, unit, grain, figure_start, figure_end, surface,
                         noun, measure, subject, scope, place, setting, as_of, event_from, event_to,
                         speaker, origin, modality, negated, confidence, rivals, context)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
              ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)
    )sql")
        .bind(sourced.id, sourced.fact_id, article_id, revision_id, retired, claim.field,
              claim.span.start, claim.span.end, claim.quote, claim.figure.low, claim.figure.high,
              claim.figure.bound, claim.figure.unit, claim.figure.grain, claim.figure.span.start,
              claim.figure.span.end, claim.figure.surface, claim.noun, claim.measure, claim.subject,
              scope, claim.place, claim.setting, claim.as_of, claim.event_time->from,
              claim.event_time->to, claim.speaker, claim.origin, claim.modality, claim.negated,
              claim.confidence, "11 12.5 alike;40 60", pack_context(claim.context))
        .run();
    const std::vector<claims::FactKey> keys = {77};
    db.statement("INSERT INTO claim_key VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(sourced.id, sourced.fact_id, article_id, retired,
              std::span<const std::uint64_t>(keys))
        .run();
  }

  // The claim's own words: what it says of its article is another's.
  static std::string words(claims::SourcedClaim sourced) {
    claims::SourcedClaim plain;
    plain.id = sourced.id;
    plain.fact_id = sourced.fact_id;
    plain.claim = std::move(sourced.claim);
    return describe(plain);
  }

  tests::TempFolder folder_;
};

TEST_F(PackRowsTest, FactsAndTheirClaimsComeOver) {
  const auto store = open_sqlite_store(path());
  const auto facts = store->facts();
  EXPECT_THAT(labels(facts), ElementsAre("armed men", "a fact of no claim"));
  ASSERT_THAT(facts.at(0).live, SizeIs(2));
  EXPECT_EQ(words(facts[0].live[0]), words(claim(2, 1)));
  EXPECT_EQ(words(facts[0].live[1]), words(claim(3, 1)));
  const claims::SourcedClaim& last = facts[0].live[1];
  EXPECT_EQ(last.article, "one");
  EXPECT_EQ(last.outlet, "The Example");
  EXPECT_EQ(last.group, "Example Media");
  EXPECT_EQ(last.url, "https://a.example/1");
  EXPECT_EQ(last.title, "Men of the valley");
  EXPECT_EQ(last.published, at(-600));
  EXPECT_EQ(last.seen, at(2));
  EXPECT_THAT(last.names, ElementsAre(3, 7));
  EXPECT_EQ(facts[0].live[0].url, "");
}

TEST_F(PackRowsTest, FactsAreFoundByTheirKeys) {
  const auto store = open_sqlite_store(path());
  const auto found = store->facts_by_keys(std::vector<claims::FactKey>{77}, 10, {});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]->label, "armed men");
}

TEST_F(PackRowsTest, DisputesKeepTheirEvidence) {
  open_sqlite_store(path());
  const auto view = open_sqlite_reader(path())->dispute(5);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->fact.label, "armed men");
  EXPECT_THAT(view->claims, SizeIs(2));
  EXPECT_THAT(view->dispute.sides.at(1).claim_ids, ElementsAre(2));
  ASSERT_THAT(view->verdicts, SizeIs(1));
  EXPECT_EQ(view->verdicts[0].verdict.why, "they differ");
  EXPECT_THAT(view->decisions, SizeIs(1));
}

TEST_F(PackRowsTest, AlertsAndLabelsComeOver) {
  const auto store = open_sqlite_store(path());
  EXPECT_EQ(store->pair_labels().at(0).features, "near_words=1");
  EXPECT_EQ(store->due_deliveries("desk", at(0), 10).at(0).alert.id, "alr_1");
  EXPECT_EQ(store->deliveries("alr_1").size(), 1u);
}

TEST_F(PackRowsTest, ArticlesAreFoundAgain) {
  const auto store = open_sqlite_store(path());
  Transaction transaction(*store);
  feeds::Article known = article("guid:older");
  known.content_hash = 11;
  EXPECT_EQ(tests::put_article(*store, 1, known, {}, at(900)).novelty, Novelty::kKnown);
  known.identity = "guid:new";
  known.url = "https://a.example/1";
  EXPECT_EQ(tests::put_article(*store, 1, known, {}, at(901)).id, 1);
  EXPECT_EQ(tests::put_article(*store, 1, article("guid:two"), {}, at(902)).revision, 2);
}

TEST_F(PackRowsTest, NewClaimsHaveNumbersOfTheirOwn) {
  const auto store = open_sqlite_store(path());
  EXPECT_EQ(store->status().claims, 3);
  EXPECT_EQ(store->status().facts, 2);
  EXPECT_EQ(store->status().revisions, 3);
  Transaction transaction(*store);
  EXPECT_THAT(store->retire_claims(1, 2), IsEmpty());
  claims::SourcedClaim next = claim(0, 0);
  next.article_id = 2;
  EXPECT_EQ(tests::put_claim(*store, 1, 1, next, {}), 4);
  EXPECT_THAT(store->facts().at(0).live, SizeIs(3));
  EXPECT_THAT(store->retire_claims(1, 3), SizeIs(1));
  EXPECT_THAT(store->facts().at(0).live, SizeIs(2));
}

TEST_F(PackRowsTest, WhatWasAddedSinceComesOver) {
  const auto store = open_sqlite_store(path());
  EXPECT_EQ(store->alerts(10).at(0).summary, "silenced");
  EXPECT_EQ(store->silences(at(-2'000'000'000)).at(0).author, "Ada");
  const auto delivery = store->deliveries("alr_1").at(0);
  EXPECT_EQ(delivery.endpoint, "desk");
  EXPECT_EQ(store->attempts("alr_1").at(0).error, "busy");
  EXPECT_EQ(store->endpoints().at(0).pending, 1);
  EXPECT_EQ(store->fetches(1, 10).at(0).bytes, 900);
  EXPECT_EQ(store->roster_version(), 9);
  EXPECT_EQ(store->feeds().at(0).validators.etag, "\"e1\"");
  const auto wanted = store->wanted_pages();
  ASSERT_THAT(wanted, SizeIs(1));
  EXPECT_EQ(wanted[0].url, "https://a.example/1");
  EXPECT_TRUE(store->has_full_text(1));
  EXPECT_EQ(store->article(1, 2)->text, kText);
}

TEST_F(PackRowsTest, AnArticleIsFoundByItsAlias) {
  const auto store = open_sqlite_store(path());
  Transaction transaction(*store);
  feeds::Article renamed = article("guid:renamed");
  renamed.aliases = {4712, 4711};
  EXPECT_EQ(tests::put_article(*store, 1, renamed, {}, at(900)).id, 2);
}

TEST_F(PackRowsTest, NoIndexOfATableThatStayedIsLost) {
  std::set<std::string> before;
  {
    Connection db(path(), OpenMode::kReadOnly);
    before = names_in(db);
  }
  open_sqlite_store(path());
  Connection db(path(), OpenMode::kReadOnly);
  std::set<std::string> gone;
  std::ranges::set_difference(before, names_in(db), std::inserter(gone, gone.end()));
  EXPECT_THAT(gone,
              ElementsAre("article_alias", "article_by_url", "article_identity", "article_sketch",
                          "claim", "claim_key", "claim_of_article", "claim_of_fact", "fact_key",
                          "sourced_claim", "verdict_of_earlier", "verdict_of_later"));
}

TEST_F(PackRowsTest, RetentionLooksAgainAtTheRowItHadComeTo) {
  open_sqlite_store(path());
  Connection db(path(), OpenMode::kReadOnly);
  EXPECT_EQ(number(db, "SELECT up_to FROM retention WHERE kind = 0"), 1);
  EXPECT_EQ(number(db, "SELECT up_to FROM retention WHERE kind = 1"), 1);
  EXPECT_EQ(number(db, "SELECT max(first_claim) FROM reading WHERE first_claim > 1"), 3);
  EXPECT_EQ(number(db, "SELECT removed FROM retention WHERE kind = 1"), 5);
}

TEST_F(PackRowsTest, TheStorePassesTheWholeCheck) {
  open_sqlite_store(path());
  EXPECT_THAT(check_sqlite_store(path()), IsEmpty());
}

TEST_F(PackRowsTest, ReferencesHold) {
  open_sqlite_store(path());
  Connection db(path(), OpenMode::kReadOnly);
  EXPECT_FALSE(db.statement("PRAGMA foreign_key_check").step());
  EXPECT_EQ(db.pragma("user_version"), static_cast<std::int64_t>(migrations().size()));
}

}  // namespace
}  // namespace figured::storage
