#include "storage/sqlite_facts.h"

#include <algorithm>

#include "storage/context_blob.h"
#include "storage/enum_numbers.h"
#include "storage/live_facts.h"
#include "storage/rival_text.h"
#include "storage/sqlite_connection.h"

namespace figured::storage {
namespace {

// Reads the columns of the view sourced_claim up to `fact_id`.
claims::SourcedClaim read_claim(Statement& row) {
  claims::SourcedClaim sourced;
  claims::Claim& claim = sourced.claim;
  claims::Figure& figure = claim.figure;
  std::string scope;
  std::string rivals;
  std::vector<std::uint64_t> context;
  std::optional<Seconds> event_from;
  Seconds event_to;
  row.read(sourced.id, sourced.article_id, sourced.article, sourced.outlet, sourced.group,
           sourced.url, sourced.title, sourced.published, sourced.seen, sourced.names, claim.field,
           claim.span.start, claim.span.end, claim.quote, figure.low, figure.high, figure.bound,
           figure.unit, figure.grain, figure.span.start, figure.span.end, figure.surface,
           claim.noun, claim.measure, claim.subject, scope, claim.place, claim.setting, claim.as_of,
           event_from, event_to, claim.speaker, claim.origin, claim.modality, claim.negated,
           claim.confidence, rivals, context, sourced.fact_id);
  claim.context = unpack_context(context);
  claim.rivals = split_rivals(rivals);
  claim.scope = split_lines(scope);
  if (event_from) claim.event_time = claims::TimeSpan{*event_from, event_to};
  return sourced;
}

std::vector<claims::SourcedClaim> read_claims(Statement& rows) {
  std::vector<claims::SourcedClaim> claims;
  while (rows.step()) claims.push_back(read_claim(rows));
  return claims;
}

claims::Fact read_fact(Statement& row) {
  claims::Fact fact;
  row.read(fact.id, fact.label, fact.measure, fact.subject, fact.place);
  return fact;
}

// The rows of claim_key and article_sketch, and what there was before them.
void fill_index(Connection& db, FactIndex& index) {
  std::int64_t article_id = 0, fact_id = 0, claim_id = 0;
  {
    Statement rows = db.statement("SELECT article_id, published, names FROM article_sketch");
    std::optional<Seconds> published;
    std::vector<claims::NameSketch> names;
    while (rows.step()) {
      rows.read(article_id, published, names);
      index.put_article(article_id, published, names);
    }
  }
  {
    Statement rows = db.statement("SELECT fact_id, spoken, key FROM fact_key");
    claims::FactKey key = 0;
    while (rows.step()) {
      rows.read(fact_id, claim_id, key);
      index.put_unread(fact_id, claim_id, key);
    }
  }
  Statement rows = db.statement(
      "SELECT claim_id, fact_id, article_id, retired, keys FROM claim_key ORDER BY claim_id");
  bool retired = false;
  std::vector<claims::FactKey> keys;
  while (rows.step()) {
    rows.read(claim_id, fact_id, article_id, retired, keys);
    index.put_claim(claim_id, fact_id, article_id, keys);
    if (retired) index.retire(claim_id);
  }
}

}  // namespace

std::vector<claims::Fact> SqliteFacts::all() const {
  const Snapshot snapshot(db_);
  std::vector<claims::Fact> facts;
  {
    Statement rows =
        db_.statement("SELECT id, label, measure, subject, place FROM fact ORDER BY id");
    while (rows.step()) facts.push_back(read_fact(rows));
  }
  for (claims::Fact& fact : facts) fact.live = live_claims(fact.id);
  return facts;
}

claims::SharedFact SqliteFacts::by_id(std::int64_t id) const {
  if (held_) {
    if (claims::SharedFact fact = held_->find(id)) return fact;
  }
  std::optional<claims::Fact> fact = read(id);
  if (!fact) return nullptr;
  return held_ ? held_->hold(std::move(*fact)) : std::make_shared<claims::Fact>(std::move(*fact));
}

std::optional<claims::Fact> SqliteFacts::read(std::int64_t id) const {
  const Snapshot snapshot(db_);
  Statement row =
      db_.statement("SELECT id, label, measure, subject, place FROM fact WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  claims::Fact fact = read_fact(row);
  fact.live = live_claims(id);
  return fact;
}

std::vector<claims::SharedFact> SqliteFacts::by_keys(std::span<const claims::FactKey> keys,
                                                     std::size_t limit,
                                                     const claims::ArticleFilter& filter) const {
  const Snapshot snapshot(db_);
  std::vector<claims::SharedFact> facts;
  for (const std::int64_t id : index().find(keys, limit, filter)) facts.push_back(by_id(id));
  return facts;
}

FactIndex& SqliteFacts::index() const {
  if (!index_) fill_index(db_, index_.emplace());
  return *index_;
}

claims::LiveClaims SqliteFacts::live_claims(std::int64_t fact_id) const {
  Statement rows = db_.statement(R"sql(
    SELECT *
    FROM sourced_claim
    WHERE fact_id = ?1 AND retired = 0
    ORDER BY id DESC
    LIMIT ?2
  )sql");
  rows.bind(fact_id, static_cast<std::int64_t>(claims::kMaxLiveClaims));
  claims::LiveClaims claims;
  while (rows.step()) claims.push_back(read_claim(rows));
  claims.reverse();
  return claims;
}

std::vector<claims::SourcedClaim> SqliteFacts::claims_of_dispute(std::int64_t dispute_id) const {
  Statement rows = db_.statement(R"sql(
    SELECT *
    FROM sourced_claim
    WHERE id IN (SELECT claim_id FROM dispute_claim WHERE dispute_id = ?1)
    ORDER BY id
  )sql");
  rows.bind(dispute_id);
  return read_claims(rows);
}

void SqliteFacts::each_claim(bool retired,
                             const std::function<void(const claims::SourcedClaim&)>& visit) const {
  Statement rows = db_.statement("SELECT * FROM sourced_claim WHERE retired = ?1 ORDER BY id");
  rows.bind(retired);
  while (rows.step()) visit(read_claim(rows));
}

std::int64_t SqliteFacts::put(const claims::Fact& fact) {
  db_.statement(R"sql(
    INSERT INTO fact (id, label, measure, subject, place)
    VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE
    SET label = excluded.label,
        measure = excluded.measure,
        subject = excluded.subject,
        place = excluded.place
  )sql")
      .bind(fact.id, fact.label, fact.measure, fact.subject, fact.place)
      .run();
  if (held_) held_->forget(fact.id);
  return fact.id ? fact.id : db_.last_id();
}

std::int64_t SqliteFacts::put_claim(std::int64_t fact_id, std::int64_t revision,
                                    claims::SourcedClaim& sourced,
                                    std::span<const claims::FactKey> keys) {
  const claims::Claim& claim = sourced.claim;
  const claims::Figure& figure = claim.figure;
  const std::string scope = join_lines(claim.scope);
  const std::string rivals = join_rivals(claim.rivals);
  std::optional<Seconds> event_from;
  std::optional<Seconds> event_to;
  if (claim.event_time) {
    event_from = claim.event_time->from;
    event_to = claim.event_time->to;
  }
  db_.statement(R"sql(
    INSERT INTO claim (fact_id, article_id, revision_id, field, span_start, span_end, quote,
                       low, high, bound, unit, grain, figure_start, figure_end, surface,
                       noun, measure, subject, scope, place, setting, as_of, event_from, event_to,
                       speaker, origin, modality, negated, confidence, rivals, context)
    VALUES (?1, ?2, (SELECT id FROM revision WHERE article_id = ?2 AND number = ?3),
            ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
            ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
  )sql")
      .bind(fact_id, sourced.article_id, revision, claim.field, claim.span.start, claim.span.end,
            claim.quote, figure.low, figure.high, figure.bound, figure.unit, figure.grain,
            figure.span.start, figure.span.end, figure.surface, claim.noun, claim.measure,
            claim.subject, scope, claim.place, claim.setting, claim.as_of, event_from, event_to,
            claim.speaker, claim.origin, claim.modality, claim.negated, claim.confidence, rivals,
            pack_context(claim.context))
      .run();
  sourced.id = db_.last_id();
  sourced.fact_id = fact_id;
  put_keys(sourced, keys);
  if (held_ && held_->find(fact_id)) hold_claim(sourced, revision);
  return sourced.id;
}

// The claim as it will be read from now on, not as it was handed in.
void SqliteFacts::hold_claim(const claims::SourcedClaim& claim, std::int64_t revision) {
  claims::SourcedClaim held = read_article(claim.article_id, revision);
  held.id = claim.id;
  held.fact_id = claim.fact_id;
  held.claim = claim.claim;
  held.claim.restated.reset();
  held.claim.restated_agrees = true;
  held_->add_claim(claim.fact_id, std::move(held));
}

claims::SourcedClaim SqliteFacts::read_article(std::int64_t article_id, std::int64_t revision) {
  if (revision_ == revision && article_.article_id == article_id) return article_;
  Statement row = db_.statement(R"sql(
    SELECT a.id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names
    FROM article a
    JOIN revision r ON r.article_id = a.id
    WHERE a.id = ?1 AND r.number = ?2
  )sql");
  row.bind(article_id, revision).step();
  row.read(article_.article_id, article_.article, article_.outlet, article_.group, article_.url,
           article_.title, article_.published, article_.seen, article_.names);
  revision_ = revision;
  return article_;
}

void SqliteFacts::put_keys(const claims::SourcedClaim& claim,
                           std::span<const claims::FactKey> keys) {
  db_.statement(R"sql(
    INSERT INTO claim_key (claim_id, fact_id, article_id, keys)
    VALUES (?1, ?2, ?3, ?4)
  )sql")
      .bind(claim.id, claim.fact_id, claim.article_id, keys)
      .run();
  if (index_) index_->put_claim(claim.id, claim.fact_id, claim.article_id, keys);
}

void SqliteFacts::put_sketch(std::int64_t article_id, std::optional<Seconds> published,
                             const std::vector<claims::NameSketch>& names) {
  db_.statement(R"sql(
    INSERT INTO article_sketch (article_id, published, names)
    VALUES (?1, ?2, ?3)
    ON CONFLICT (article_id) DO UPDATE SET published = excluded.published, names = excluded.names
  )sql")
      .bind(article_id, published, std::span<const claims::NameSketch>(names))
      .run();
  if (index_) index_->put_article(article_id, published, names);
}

// To the index it is as one that was retired.
void SqliteFacts::forget_claim(std::int64_t claim_id, std::int64_t fact_id) {
  if (index_) index_->retire(claim_id);
  if (held_) held_->forget(fact_id);
}

void SqliteFacts::forget_all() noexcept {
  if (held_) held_->forget_all();
  index_.reset();
  revision_ = 0;
}

std::vector<claims::SourcedClaim> SqliteFacts::retire(std::int64_t article_id,
                                                      std::int64_t revision) {
  std::vector<claims::SourcedClaim> claims;
  {
    Statement rows = db_.statement(R"sql(
      SELECT *
      FROM sourced_claim
      WHERE article_id = ?1 AND retired = 0 AND revision < ?2
      ORDER BY id
    )sql");
    rows.bind(article_id, revision);
    claims = read_claims(rows);
  }
  for (const claims::SourcedClaim& claim : claims) {
    db_.statement("UPDATE claim SET retired = 1 WHERE id = ?1").bind(claim.id).run();
    db_.statement("UPDATE claim_key SET retired = 1 WHERE claim_id = ?1").bind(claim.id).run();
    if (index_) index_->retire(claim.id);
    if (held_) held_->forget(claim.fact_id);
  }
  return claims;
}

}  // namespace figured::storage
