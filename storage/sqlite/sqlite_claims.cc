#include "storage/sqlite/sqlite_claims.h"

#include <utility>

#include "claims/verdicts/fact_name.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

std::optional<StoredClaim> find_claim(const RevisionSource& revision, bool retired,
                                      std::vector<PackedClaim> claims, std::int64_t id) {
  if (claims.empty() || id < claims.front().id || id > claims.back().id) return std::nullopt;
  PackedClaim& claim = claims[static_cast<std::size_t>(id - claims.front().id)];
  return StoredClaim{sourced(revision, std::move(claim)), retired};
}

}  // namespace

// All but the claims, which are given as they stand; they stay until the row is left.
template <class Reading>
StoredTexts::ClaimBytes SqliteClaims::read_columns(Statement& row, Reading& reading) {
  RevisionSource& revision = reading.revision;
  Blob claims, facts, text;
  row.read(reading.first_claim, reading.retired, claims, facts, revision.id, revision.article_id,
           revision.number, revision.seen, revision.published, revision.names, text,
           revision.outlet, revision.group);
  texts_.restore_text(text.bytes, revision);
  return {claims.bytes, facts.bytes};
}

void SqliteClaims::enter(std::shared_ptr<const ReadyArticle> ready) {
  write();
  ready_ = std::move(ready);
  revision_ = ready_->revision;
}

void SqliteClaims::forget() noexcept {
  pending_.reset();
  putting_.reset();
  ready_.reset();
  revision_.reset();
  last_.reset();
  recent_.forget_all();
  asked_.forget_all();
}

void SqliteClaims::forget(std::int64_t first_claim) {
  recent_.forget(first_claim);
  asked_.forget(first_claim);
}

const RevisionSource& SqliteClaims::revision(std::int64_t article_id, std::int64_t number) {
  if (revision_ && revision_->article_id == article_id && revision_->number == number)
    return *revision_;
  write();
  revision_.reset();
  ready_.reset();
  Statement row = db_.statement(R"sql(
    SELECT r.id, r.article_id, r.number, r.seen, r.published, r.names, r.text, o.name, o.owner
    FROM revision r
    JOIN article a ON a.id = r.article_id
    JOIN outlet o ON o.id = a.outlet_id
    WHERE r.article_id = ?1 AND r.number = ?2
  )sql");
  if (!row.bind(article_id, number).step())
    throw StoreError("there is no revision " + std::to_string(number) + " of article " +
                     std::to_string(article_id));
  auto read = std::make_shared<RevisionSource>();
  Blob text;
  row.read(read->id, read->article_id, read->number, read->seen, read->published, read->names, text,
           read->outlet, read->group);
  texts_.restore_text(text.bytes, *read);
  revision_ = std::move(read);
  return *revision_;
}

void SqliteClaims::put(std::int64_t id, std::int64_t fact_id, const claims::Claim& claim,
                       const std::vector<claims::FactKey>* keys) {
  if (putting_ || (pending_ && id != pending_->last + 1)) write();
  if (!pending_) pending_.emplace(Pending{ClaimPacker(revision_->claim_source()), id, id});
  pending_->packer.add(id, fact_id, claim, keys);
  pending_->last = id;
}

void SqliteClaims::put_ready(std::int64_t id, std::int64_t fact_id, std::size_t place) {
  if (!putting_ && place == 0) {
    write();
    putting_.emplace(ReadyReading{id, {}, ready_});
    putting_->facts.reserve(ready_->claims.size());
  }
  if (putting_ && place == putting_->facts.size() && id == putting_->end()) {
    putting_->facts.push_back(fact_id);
  } else {
    put(id, fact_id, ready_->claims[place].claim, nullptr);
  }
}

// As it was packed beforehand, if all of it was put.
void SqliteClaims::write_ready() {
  ReadyReading reading = *std::exchange(putting_, std::nullopt);
  if (reading.facts.size() < ready_->claims.size()) {
    for (std::size_t i = 0; i < reading.facts.size(); ++i)
      put(reading.first + static_cast<std::int64_t>(i), reading.facts[i], ready_->claims[i].claim,
          nullptr);
    return;
  }
  const std::string facts = pack_facts(reading.first, reading.facts);
  db_.statement(R"sql(
    INSERT INTO reading (first_claim, revision_id, claims, facts)
    VALUES (?1, ?2, ?3, ?4)
  )sql")
      .bind(reading.first, revision_->id, Blob{ready_->packed_claims},
            facts.empty() ? std::nullopt : std::optional(Blob{facts}))
      .run();
  recent_.put(std::move(reading));
}

void SqliteClaims::write() {
  if (putting_) write_ready();
  if (!pending_) return;
  db_.statement("INSERT INTO reading (first_claim, revision_id, claims) VALUES (?1, ?2, ?3)")
      .bind(pending_->first, revision_->id,
            Blob{texts_.compress(PackedKind::kClaims, pending_->packer.bytes())})
      .run();
  pending_.reset();
}

std::vector<claims::SourcedClaim> SqliteClaims::retire(std::int64_t article_id,
                                                       std::int64_t number) {
  write();
  last_.reset();
  std::vector<claims::SourcedClaim> claims;
  std::vector<std::int64_t> readings;
  {
    Statement rows = db_.statement(R"sql(
      SELECT c.first_claim, c.retired, c.claims, c.facts, r.id, r.article_id, r.number, r.seen, r.published,
             r.names, r.text, o.name, o.owner
      FROM revision r
      CROSS JOIN reading c ON c.revision_id = r.id
      CROSS JOIN article a ON a.id = r.article_id
      CROSS JOIN outlet o ON o.id = a.outlet_id
      WHERE r.article_id = ?1 AND r.number < ?2 AND c.retired = 0
      ORDER BY c.first_claim
    )sql");
    rows.bind(article_id, number);
    StoredReading reading;
    while (rows.step()) {
      read_row(rows, reading);
      readings.push_back(reading.first_claim);
      for (PackedClaim& packed : reading.claims)
        claims.push_back(sourced(reading.revision, std::move(packed)));
    }
  }
  for (const std::int64_t first : readings) {
    forget(first);
    db_.statement("UPDATE reading SET retired = 1 WHERE first_claim = ?1").bind(first).run();
  }
  return claims;
}

bool SqliteClaims::drop_text(std::int64_t revision_id) {
  write();
  revision_.reset();
  last_.reset();
  RevisionSource revision;
  {
    Statement row = db_.statement("SELECT text FROM revision WHERE id = ?1");
    if (!row.bind(revision_id).step()) return false;
    Blob text;
    row.read(text);
    revision.id = revision_id;
    texts_.restore_text(text.bytes, revision);
  }
  if (revision.text.empty()) return false;
  for (const StoredReading& reading : readings_of(revision_id))
    put_run(reading, reading.claims, true);
  revision.text.clear();
  const std::string text = pack_text(revision);
  // Not UPDATE, which leaves the page as sparse as it has become: to delete a row joins
  // its page with its neighbours, or else nothing would be given back.
  db_.statement(R"sql(
    REPLACE INTO revision (id, article_id, number, seen, published, names, text)
    SELECT id, article_id, number, seen, published, names, ?2
    FROM revision
    WHERE id = ?1
  )sql")
      .bind(revision_id, Blob{texts_.compress(PackedKind::kText, text)})
      .run();
  return true;
}

RemovedClaims SqliteClaims::remove(std::int64_t first_claim,
                                   const std::function<bool(const PackedClaim&)>& goes) {
  write();
  RemovedClaims removed;
  const StoredReading* const found = reading_of(first_claim);
  if (found == nullptr || found->first_claim != first_claim) return removed;
  const StoredReading reading = *found;
  last_.reset();
  removed.article_id = reading.revision.article_id;
  std::vector<std::vector<PackedClaim>> runs(1);  // of those that stay
  for (const PackedClaim& claim : reading.claims) {
    if (!goes(claim)) {
      runs.back().push_back(claim);
    } else {
      removed.claims.push_back(claim);
      runs.emplace_back();
    }
  }
  if (removed.claims.empty()) return removed;
  db_.statement("DELETE FROM reading WHERE first_claim = ?1").bind(first_claim).run();
  const bool alone = reading.revision.text.empty();
  for (const auto& run : runs) put_run(reading, run, alone);
  for (const PackedClaim& claim : removed.claims)
    if (leave_fact(reading.revision, claim)) ++removed.facts;
  return removed;
}

// Claims with numbers in a row.
void SqliteClaims::put_run(const StoredReading& reading, std::span<const PackedClaim> claims,
                           bool alone) {
  forget(reading.first_claim);
  if (claims.empty()) return;
  ClaimPacker packer(reading.revision.claim_source(),
                     alone ? PackForm::kStandsAlone : PackForm::kOfText);
  for (const PackedClaim& packed : claims)
    packer.add(packed.id, packed.fact_id, packed.claim, packed.keys ? &*packed.keys : nullptr);
  db_.statement(R"sql(
    INSERT INTO reading (first_claim, revision_id, retired, claims)
    VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (first_claim) DO UPDATE SET claims = excluded.claims, facts = NULL
  )sql")
      .bind(claims.front().id, reading.revision.id, reading.retired,
            Blob{texts_.compress(PackedKind::kClaims, packer.bytes())})
      .run();
}

// The claim is no longer stored.  Whether its fact goes too.
bool SqliteClaims::leave_fact(const RevisionSource& revision, const PackedClaim& claim) {
  if (claim.fact_id != claim.id) {
    db_.statement("DELETE FROM fact_claim WHERE fact_id = ?1 AND claim_id = ?2")
        .bind(claim.fact_id, claim.id)
        .run();
  }
  if (!is_spoken_of(claim.fact_id)) {
    db_.statement("DELETE FROM fact WHERE id = ?1").bind(claim.fact_id).run();
    return true;
  }
  if (claim.fact_id != claim.id) return false;
  const claims::Fact fact = claims::make_fact(sourced(revision, claim));
  db_.statement(R"sql(
    INSERT INTO fact (id, label, measure, subject, place)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO NOTHING
  )sql")
      .bind(claim.fact_id, fact.label, fact.measure, fact.subject, fact.place)
      .run();
  return false;
}

bool SqliteClaims::is_spoken_of(std::int64_t fact_id) {
  {
    Statement row = db_.statement("SELECT 1 FROM fact_claim WHERE fact_id = ?1 LIMIT 1");
    if (row.bind(fact_id).step()) return true;
  }
  const std::optional<StoredClaim> first = by_id(fact_id);
  return first && first->claim.fact_id == fact_id;
}

std::optional<StoredClaim> SqliteClaims::by_id(std::int64_t id) {
  if (pending_ && id >= pending_->first) {
    return find_claim(*revision_, false,
                      unpack_claims(pending_->packer.bytes(), pending_->first,
                                    revision_->claim_source(), Unpack::only(id)),
                      id);
  }
  if (putting_ && id >= putting_->first && id < putting_->end())
    return StoredClaim{putting_->claim(id), false};
  if (const ReadyReading* const recent = recent_.find(id))
    return StoredClaim{recent->claim(id), false};
  if (const RestoredReading* const asked = asked_.find(id))
    return find_claim(asked->revision, asked->retired, unpack(*asked, id), id);
  return read_back(id);
}

std::optional<StoredClaim> SqliteClaims::read_back(std::int64_t id) {
  RestoredReading reading;
  {
    Statement row = row_of_claim();
    if (!row.bind(id).step()) return std::nullopt;
    const StoredTexts::ClaimBytes bytes = read_columns(row, reading);
    reading.claims = texts_.restore_row(reading.first_claim, bytes.claims);
    reading.facts = bytes.facts;
  }
  std::vector<PackedClaim> claims = unpack(reading, id);
  reading.end = reading.first_claim + static_cast<std::int64_t>(claims.size());
  auto claim = find_claim(reading.revision, reading.retired, std::move(claims), id);
  if (is_writer_ && claim) asked_.put(std::move(reading));
  return claim;
}

std::vector<PackedClaim> SqliteClaims::unpack(const RestoredReading& reading, std::int64_t one) {
  return texts_.unpack({reading.claims, reading.facts}, reading.first_claim,
                       reading.revision.claim_source(), Unpack::only(one));
}

std::optional<RevisionSource> SqliteClaims::revision_of(std::int64_t claim_id) {
  // A reading that is kept says nothing of a claim of one that is not.
  if (!by_id(claim_id)) return std::nullopt;
  if (pending_ && claim_id >= pending_->first) return *revision_;
  if (putting_ && claim_id >= putting_->first) return *putting_->ready->revision;
  if (const ReadyReading* const recent = recent_.find(claim_id)) return *recent->ready->revision;
  Statement row = db_.statement(R"sql(
    SELECT r.id, r.article_id, r.number, r.seen, r.published, r.text, o.name, o.owner
    FROM reading c
    CROSS JOIN revision r ON r.id = c.revision_id
    CROSS JOIN article a ON a.id = r.article_id
    CROSS JOIN outlet o ON o.id = a.outlet_id
    WHERE c.first_claim = (SELECT max(first_claim) FROM reading WHERE first_claim <= ?1)
  )sql");
  if (!row.bind(claim_id).step()) return std::nullopt;
  RevisionSource revision;
  Blob text;
  row.read(revision.id, revision.article_id, revision.number, revision.seen, revision.published,
           text, revision.outlet, revision.group);
  texts_.restore_text(text.bytes, revision);
  return revision;
}

// The row that holds the claim, or else the one before it.
Statement SqliteClaims::row_of_claim() {
  return db_.statement(R"sql(
    SELECT c.first_claim, c.retired, c.claims, c.facts, r.id, r.article_id, r.number, r.seen, r.published,
           r.names, r.text, o.name, o.owner
    FROM reading c
    CROSS JOIN revision r ON r.id = c.revision_id
    CROSS JOIN article a ON a.id = r.article_id
    CROSS JOIN outlet o ON o.id = a.outlet_id
    WHERE c.first_claim = (SELECT max(first_claim) FROM reading WHERE first_claim <= ?1)
  )sql");
}

const StoredReading* SqliteClaims::reading_of(std::int64_t claim_id) {
  Statement row = row_of_claim();
  if (!row.bind(claim_id).step()) return nullptr;
  if (!last_) last_.emplace();
  read_row(row, *last_);
  return &*last_;
}

std::vector<StoredReading> SqliteClaims::readings_of(std::int64_t revision_id) {
  Statement rows = db_.statement(R"sql(
    SELECT c.first_claim, c.retired, c.claims, c.facts, r.id, r.article_id, r.number, r.seen, r.published,
           r.names, r.text, o.name, o.owner
    FROM reading c INDEXED BY reading_of_revision
    CROSS JOIN revision r ON r.id = c.revision_id
    CROSS JOIN article a ON a.id = r.article_id
    CROSS JOIN outlet o ON o.id = a.outlet_id
    WHERE c.revision_id = ?1
    ORDER BY c.first_claim
  )sql");
  rows.bind(revision_id);
  std::vector<StoredReading> readings;
  while (rows.step()) read_row(rows, readings.emplace_back());
  return readings;
}

void SqliteClaims::each(const std::function<bool(StoredReading&)>& take, Unpack wanted) {
  Statement rows = db_.statement(R"sql(
    SELECT c.first_claim, c.retired, c.claims, c.facts, r.id, r.article_id, r.number, r.seen, r.published,
           r.names, r.text, o.name, o.owner
    FROM reading c
    CROSS JOIN revision r ON r.id = c.revision_id
    CROSS JOIN article a ON a.id = r.article_id
    CROSS JOIN outlet o ON o.id = a.outlet_id
    ORDER BY c.first_claim
  )sql");
  StoredReading reading;
  while (rows.step()) {
    read_row(rows, reading, wanted);
    if (!take(reading)) return;
  }
}

void SqliteClaims::read_row(Statement& row, StoredReading& reading, Unpack wanted) {
  const StoredTexts::ClaimBytes bytes = read_columns(row, reading);
  reading.claims =
      texts_.restore_claims(bytes, reading.first_claim, reading.revision.claim_source(), wanted);
}

}  // namespace figured::storage
