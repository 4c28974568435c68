#include "storage/packing/pack_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/verdicts/matcher.h"
#include "storage/enum_numbers.h"
#include "storage/packing/context_blob.h"
#include "storage/packing/revision_source.h"
#include "storage/packing/rival_text.h"
#include "storage/packing/stored_texts.h"
#include "storage/packing/verdict_pack.h"
#include "storage/sqlite/sqlite_articles.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

using Seconds = std::chrono::sys_seconds;

void pack_articles(Connection& db) {
  db.execute(R"sql(
    INSERT INTO outlet (name, owner)
    SELECT DISTINCT outlet, owner
    FROM article;

    INSERT INTO packed_article (id, feed_id, outlet_id, revision, content_hash)
    SELECT a.id, a.feed_id, o.id, a.revision, a.content_hash
    FROM article a
    JOIN outlet o ON o.name = a.outlet AND o.owner = a.owner;
  )sql");
}

void put_key(Connection& db, std::int64_t feed_id, std::uint64_t key, std::int64_t article_id) {
  db.statement(R"sql(
    INSERT INTO article_key (feed_id, key, article_id)
    VALUES (?1, ?2, ?3)
    ON CONFLICT DO NOTHING
  )sql")
      .bind(feed_id, key, article_id)
      .run();
}

void hash_keys(Connection& db) {
  std::int64_t feed_id = 0, article_id = 0;
  std::string text;
  {
    Statement rows = db.statement("SELECT feed_id, identity, article_id FROM article_identity");
    while (rows.step()) {
      rows.read(feed_id, text, article_id);
      put_key(db, feed_id, identity_key(text), article_id);
    }
  }
  Statement rows = db.statement("SELECT feed_id, url, id FROM article WHERE url <> ''");
  while (rows.step()) {
    rows.read(feed_id, text, article_id);
    put_key(db, feed_id, url_key(text), article_id);
  }
}

void pack_revisions(Connection& db, StoredTexts& texts) {
  Statement rows = db.statement(R"sql(
    SELECT r.id, r.article_id, r.number, r.seen, r.published, r.names, a.guid, r.url, r.title,
           r.text
    FROM revision r
    JOIN article a ON a.id = r.article_id
    ORDER BY r.id
  )sql");
  RevisionSource revision;
  while (rows.step()) {
    rows.read(revision.id, revision.article_id, revision.number, revision.seen, revision.published,
              revision.names, revision.guid, revision.url, revision.title, revision.text);
    const std::vector<claims::NameKey> names = std::exchange(revision.names, {});
    const std::string text = pack_text(revision);
    db.statement(R"sql(
      INSERT INTO packed_revision (id, article_id, number, seen, published, names, text)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    )sql")
        .bind(revision.id, revision.article_id, revision.number, revision.seen, revision.published,
              std::span<const std::uint64_t>(names), Blob{texts.compress(PackedKind::kText, text)})
        .run();
  }
}

struct ClaimRow {
  RevisionSource revision;
  bool retired = false;
  PackedClaim packed;
};

// The columns as they stand in the statement of pack_claims().
void read_claim(Statement& row, ClaimRow& read) {
  RevisionSource& revision = read.revision;
  claims::Claim& claim = read.packed.claim;
  claims::Figure& figure = claim.figure;
  std::string scope, rivals;
  std::vector<std::uint64_t> context;
  std::optional<Seconds> event_from;
  Seconds event_to;
  std::optional<std::vector<claims::FactKey>> keys;
  row.read(revision.id, revision.article_id, revision.seen, revision.published, revision.names,
           revision.title, revision.text, read.retired, read.packed.id, read.packed.fact_id,
           claim.field, claim.span.start, claim.span.end, claim.quote, figure.low, figure.high,
           figure.bound, figure.unit, figure.grain, figure.span.start, figure.span.end,
           figure.surface, claim.noun, claim.measure, claim.subject, scope, claim.place,
           claim.setting, claim.as_of, event_from, event_to, claim.speaker, claim.origin,
           claim.modality, claim.negated, claim.confidence, rivals, context, keys);
  claim.context = unpack_context(context);
  claim.rivals = split_rivals(rivals);
  claim.scope = split_lines(scope);
  claim.event_time.reset();
  if (event_from) claim.event_time = claims::TimeSpan{*event_from, event_to};
  // Keys that say nothing beyond the claim are not kept.
  read.packed.keys.reset();
  if (keys && !std::ranges::equal(*keys, claims::fact_keys(sourced(revision, read.packed))))
    read.packed.keys = std::move(keys);
}

void put_reading(Connection& db, StoredTexts& texts, const ClaimRow& of,
                 std::vector<PackedClaim>& claims) {
  if (claims.empty()) return;
  ClaimPacker packer(of.revision.claim_source());
  for (const PackedClaim& packed : claims)
    packer.add(packed.id, packed.fact_id, packed.claim, packed.keys ? &*packed.keys : nullptr);
  db.statement(R"sql(
    INSERT INTO reading (first_claim, revision_id, retired, claims)
    VALUES (?1, ?2, ?3, ?4)
  )sql")
      .bind(claims.front().id, of.revision.id, of.retired,
            Blob{texts.compress(PackedKind::kClaims, packer.bytes())})
      .run();
  claims.clear();
}

void pack_claims(Connection& db, StoredTexts& texts) {
  Statement rows = db.statement(R"sql(
    SELECT r.id, r.article_id, r.seen, r.published, r.names, r.title, r.text, c.retired,
           c.id, c.fact_id, c.field, c.span_start, c.span_end, c.quote,
           c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
           c.noun, c.measure, c.subject, c.scope, c.place, c.setting, c.as_of, c.event_from,
           c.event_to, c.speaker, c.origin, c.modality, c.negated, c.confidence, c.rivals,
           c.context, k.keys
    FROM claim c
    CROSS JOIN revision r ON r.id = c.revision_id
    LEFT JOIN claim_key k ON k.claim_id = c.id
    ORDER BY c.id
  )sql");
  ClaimRow row, of;
  std::vector<PackedClaim> claims;
  while (rows.step()) {
    read_claim(rows, row);
    const bool goes_on = !claims.empty() && row.revision.id == of.revision.id &&
                         row.retired == of.retired && row.packed.id == claims.back().id + 1;
    if (!goes_on) put_reading(db, texts, of, claims);
    if (row.packed.fact_id != row.packed.id) {
      db.statement("INSERT INTO fact_claim (fact_id, claim_id) VALUES (?1, ?2)")
          .bind(row.packed.fact_id, row.packed.id)
          .run();
    }
    claims.push_back(row.packed);
    if (!goes_on) of = row;
  }
  put_reading(db, texts, of, claims);
}

}  // namespace

void pack_rows(Connection& db) {
  StoredTexts texts(db);
  pack_articles(db);
  hash_keys(db);
  pack_revisions(db, texts);
  pack_claims(db, texts);
  db.execute(R"sql(
    INSERT INTO tally (id, next_id, claims, facts)
    SELECT 1,
           1 + max((SELECT ifnull(max(id), 0) FROM claim), (SELECT ifnull(max(id), 0) FROM fact)),
           (SELECT count(*) FROM claim),
           (SELECT count(*) FROM fact);
  )sql");
}

void pack_single_verdicts(Connection& db) {
  std::vector<VerdictRecord> records;
  const auto put = [&] {
    if (records.empty()) return;
    db.statement("INSERT INTO verdict (later_claim, verdicts) VALUES (?1, ?2)")
        .bind(records.front().later_claim, Blob{pack_verdicts(records)})
        .run();
    records.clear();
  };
  Statement rows = db.statement(R"sql(
    SELECT fact_id, earlier_claim, later_claim, at, relation, severity, score, why, tags, passed,
           missing
    FROM single_verdict
    ORDER BY later_claim, fact_id, earlier_claim
  )sql");
  VerdictRecord record;
  std::string tags, passed, missing;
  while (rows.step()) {
    claims::Verdict& verdict = record.verdict;
    rows.read(record.fact_id, record.earlier_claim, record.later_claim, record.at, verdict.relation,
              verdict.severity, verdict.score, verdict.why, tags, passed, missing);
    verdict.tags = split_lines(tags);
    verdict.passed = split_lines(passed);
    verdict.missing = split_lines(missing);
    if (!records.empty() && records.back().later_claim != record.later_claim) put();
    records.push_back(record);
  }
  put();
}

}  // namespace figured::storage
