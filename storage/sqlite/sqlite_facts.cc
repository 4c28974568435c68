#include "storage/sqlite/sqlite_facts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "claims/verdicts/fact_name.h"
#include "claims/verdicts/matcher.h"
#include "storage/facts/live_facts.h"
#include "storage/facts/read_index.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

claims::Fact read_fact(Statement& row) {
  claims::Fact fact;
  row.read(fact.id, fact.label, fact.measure, fact.subject, fact.place);
  return fact;
}

bool same_words(const claims::Fact& a, const claims::Fact& b) {
  return a.label == b.label && a.measure == b.measure && a.subject == b.subject &&
         a.place == b.place;
}

claims::Fact fact_begun_by(const claims::SourcedClaim& claim) {
  claims::Fact fact = claims::make_fact(claim);
  fact.id = claim.id;
  return fact;
}

}  // namespace

std::vector<claims::Fact> SqliteFacts::all() const {
  const Snapshot snapshot(db_);
  std::map<std::int64_t, claims::Fact> facts;
  {
    Statement rows = db_.statement("SELECT id, label, measure, subject, place FROM fact");
    while (rows.step()) {
      claims::Fact fact = read_fact(rows);
      facts.emplace(fact.id, std::move(fact));
    }
  }
  claims_.each([&](StoredReading& reading) {
    for (PackedClaim& packed : reading.claims) {
      claims::SourcedClaim claim = sourced(reading.revision, std::move(packed));
      const std::int64_t id = claim.fact_id;
      auto fact = facts.find(id);
      if (fact == facts.end()) fact = facts.emplace(id, fact_begun_by(claim)).first;
      if (reading.retired) continue;
      fact->second.live.push_back(std::move(claim));
      if (fact->second.live.size() > claims::kMaxLiveClaims) fact->second.live.pop_front();
    }
    return true;
  });
  std::vector<claims::Fact> list;
  list.reserve(facts.size());
  for (auto& [id, fact] : facts) list.push_back(std::move(fact));
  return list;
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
  if (begun_ && begun_->id == id) return begun_;
  std::optional<StoredClaim> first;
  std::optional<claims::Fact> fact = read_row(id);
  if (!fact) {
    first = claims_.by_id(id);
    if (!first || first->claim.fact_id != id) return std::nullopt;
    fact = fact_begun_by(first->claim);
  }
  fact->live = live_claims(id, std::move(first));
  return fact;
}

std::optional<claims::Fact> SqliteFacts::words_of(std::int64_t id) const {
  if (std::optional<claims::Fact> fact = read_row(id)) return fact;
  const std::optional<StoredClaim> first = claims_.by_id(id);
  if (!first || first->claim.fact_id != id) return std::nullopt;
  return fact_begun_by(first->claim);
}

std::optional<claims::Fact> SqliteFacts::read_row(std::int64_t id) const {
  Statement row =
      db_.statement("SELECT id, label, measure, subject, place FROM fact WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  return read_fact(row);
}

std::vector<claims::SharedFact> SqliteFacts::by_keys(std::span<const claims::FactKey> keys,
                                                     std::size_t limit,
                                                     const claims::ArticleFilter& filter) const {
  const Snapshot snapshot(db_);
  const std::vector<std::int64_t> ids = index().find(keys, limit, filter);
  std::vector<claims::SharedFact> facts;
  if (held_)
    facts = held_->find_all(ids);
  else
    facts.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!facts[i]) facts[i] = by_id(ids[i]);
  // The index may name one that was taken back.
  std::erase(facts, nullptr);
  return facts;
}

FactIndex& SqliteFacts::index() const {
  if (index_) return *index_;
  if (filler_) return index_.emplace(take_from(filler_));
  claims_.write();
  return index_.emplace(read_index(db_));
}

claims::LiveClaims SqliteFacts::live_claims(std::int64_t fact_id,
                                            std::optional<StoredClaim> first) const {
  claims::LiveClaims live;
  const auto take = [&](std::optional<StoredClaim> stored) {
    if (stored && !stored->retired && stored->claim.fact_id == fact_id)
      live.push_back(std::move(stored->claim));
  };
  {
    Statement rows =
        db_.statement("SELECT claim_id FROM fact_claim WHERE fact_id = ?1 ORDER BY claim_id DESC");
    rows.bind(fact_id);
    std::int64_t id = 0;
    while (live.size() < claims::kMaxLiveClaims && rows.step()) {
      rows.read(id);
      take(claims_.by_id(id));
    }
  }
  if (live.size() < claims::kMaxLiveClaims) {
    if (!first) first = claims_.by_id(fact_id);
    take(std::move(first));
  }
  live.reverse();
  return live;
}

std::vector<claims::SourcedClaim> SqliteFacts::claims_of_dispute(std::int64_t dispute_id) const {
  std::vector<std::int64_t> ids;
  {
    Statement rows = db_.statement(
        "SELECT DISTINCT claim_id FROM dispute_claim WHERE dispute_id = ?1 ORDER BY claim_id");
    rows.bind(dispute_id);
    std::int64_t id = 0;
    while (rows.step()) {
      rows.read(id);
      ids.push_back(id);
    }
  }
  std::vector<claims::SourcedClaim> claims;
  for (const std::int64_t id : ids) {
    if (auto stored = claims_.by_id(id)) claims.push_back(std::move(stored->claim));
  }
  return claims;
}

void SqliteFacts::count(StoreStatus& status) const {
  Statement row = db_.statement("SELECT claims, facts FROM tally");
  if (row.step()) row.read(status.claims, status.facts);
}

SqliteFacts::Tally& SqliteFacts::tally() {
  tally_changed_ = true;
  if (tally_) return *tally_;
  tally_.emplace();
  Statement row = db_.statement("SELECT next_id, claims, facts FROM tally");
  if (row.step()) row.read(tally_->next_id, tally_->claims, tally_->facts);
  tally_->next_id = std::max(tally_->next_id, least_id_);
  if (first_id_ == 0) first_id_ = tally_->next_id;
  return *tally_;
}

void SqliteFacts::begin() {
  first_id_ = tally_ ? tally_->next_id : 0;
  retired_.clear();
}

void SqliteFacts::enter(std::shared_ptr<const ReadyArticle> ready) {
  const RevisionSource& revision = *ready->revision;
  index().put_article(revision.article_id, revision.published, ready->sketch);
  claims_.enter(std::move(ready));
}

void SqliteFacts::each_claim(
    const std::function<void(const claims::SourcedClaim&, bool)>& visit) const {
  claims_.each([&](StoredReading& reading) {
    for (PackedClaim& packed : reading.claims)
      visit(sourced(reading.revision, std::move(packed)), !reading.retired);
    return true;
  });
}

std::int64_t SqliteFacts::put(const claims::Fact& fact) {
  if (begun_) put_row(*std::exchange(begun_, std::nullopt));
  if (held_) held_->forget(fact.id);
  if (fact.id != 0) {
    put_row(fact);
    return fact.id;
  }
  begun_ = fact;
  begun_->id = tally().next_id++;
  ++tally().facts;
  return begun_->id;
}

void SqliteFacts::put_row(const claims::Fact& fact) {
  db_.statement(R"sql(
    INSERT INTO fact (id, label, measure, subject, place)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE
    SET label = excluded.label,
        measure = excluded.measure,
        subject = excluded.subject,
        place = excluded.place
  )sql")
      .bind(fact.id, fact.label, fact.measure, fact.subject, fact.place)
      .run();
}

// The fact that was put last takes the claim's number, or a row.
void SqliteFacts::place_begun(const claims::SourcedClaim& claim) {
  if (!begun_) return;
  if (begun_->id != claim.id || !same_words(*begun_, claims::make_fact(claim))) put_row(*begun_);
  begun_.reset();
}

std::int64_t SqliteFacts::put_claim(std::int64_t fact_id, std::int64_t revision,
                                    claims::SourcedClaim& sourced_claim,
                                    std::span<const claims::FactKey> keys) {
  FactIndex& index = this->index();  // as it was before the claim
  const RevisionSource& source = claims_.revision(sourced_claim.article_id, revision);
  const bool begins = begun_ && begun_->id == fact_id;
  sourced_claim.id = begins ? fact_id : tally().next_id++;
  sourced_claim.fact_id = fact_id;
  // What was just begun is what the next articles speak of.
  if (begins && held_) held_->hold(*begun_);
  place_begun(sourced_claim);
  ++tally().claims;
  if (!begins) join(fact_id, sourced_claim.id);
  const bool as_read = sourced_claim.names == source.names;
  std::optional<std::vector<claims::FactKey>> own_keys;
  if (!as_read || !std::ranges::equal(keys, claims::fact_keys(sourced_claim)))
    own_keys.emplace(keys.begin(), keys.end());
  claims_.put(sourced_claim.id, fact_id, sourced_claim.claim, own_keys ? &*own_keys : nullptr);
  index.put_claim(sourced_claim.id, fact_id, sourced_claim.article_id, keys);
  if (held_ && held_->find(fact_id)) hold(sourced_claim, source);
  return sourced_claim.id;
}

void SqliteFacts::join(std::int64_t fact_id, std::int64_t claim_id) {
  db_.statement("INSERT INTO fact_claim (fact_id, claim_id) VALUES (?1, ?2)")
      .bind(fact_id, claim_id)
      .run();
}

// A fact that it begins is not held before somebody asks for it: most are never asked for.
std::int64_t SqliteFacts::put_ready_claim(std::int64_t fact_id, std::int64_t revision,
                                          ReadyArticle& ready, std::size_t place) {
  claims::SourcedClaim& claim = ready.claims[place];
  if (!claims_.has_entered(ready)) {
    if (fact_id == 0) fact_id = put(claims::make_fact(claim));
    return put_claim(fact_id, revision, claim, ready.keys[place]);
  }
  FactIndex& index = this->index();
  if (begun_) put_row(*std::exchange(begun_, std::nullopt));
  Tally& tally = this->tally();
  claim.id = tally.next_id++;
  claim.fact_id = fact_id == 0 ? claim.id : fact_id;
  ++tally.claims;
  if (fact_id == 0) {
    ++tally.facts;
  } else {
    join(fact_id, claim.id);
  }
  claims_.put_ready(claim.id, claim.fact_id, place);
  index.put_claim(claim.id, claim.fact_id, claim.article_id, ready.keys[place]);
  if (fact_id != 0 && held_ && held_->find(fact_id)) hold(claim, claims_.entered());
  return claim.id;
}

// The claim as it will be read from now on, not as it was handed in.
void SqliteFacts::hold(const claims::SourcedClaim& claim, const RevisionSource& source) {
  PackedClaim packed{claim.id, claim.fact_id, claim.claim, std::nullopt};
  packed.claim.restated.reset();
  packed.claim.restated_agrees = true;
  claims::SourcedClaim stored = sourced(source, std::move(packed));
  stored.profile = claim.profile;
  held_->add_claim(claim.fact_id, std::move(stored));
}

std::vector<claims::SourcedClaim> SqliteFacts::retire(std::int64_t article_id,
                                                      std::int64_t revision) {
  const std::vector<claims::SourcedClaim> claims = claims_.retire(article_id, revision);
  for (const claims::SourcedClaim& claim : claims) {
    index().retire(claim.id);
    retired_.emplace_back(claim.id, claim.article_id);
    if (held_) held_->forget(claim.fact_id);
  }
  return claims;
}

std::vector<std::int64_t> SqliteFacts::remove_claims(
    std::int64_t first_claim, const std::function<bool(std::int64_t, std::int64_t)>& goes) {
  const auto leaves = [&](const PackedClaim& claim) { return goes(claim.id, claim.fact_id); };
  const RemovedClaims removed = claims_.remove(first_claim, leaves);
  std::vector<std::int64_t> ids;
  for (const PackedClaim& claim : removed.claims) {
    ids.push_back(claim.id);
    index().retire(claim.id);
    retired_.emplace_back(claim.id, removed.article_id);
    if (held_) held_->forget(claim.fact_id);
  }
  if (ids.empty()) return ids;
  tally().claims -= static_cast<std::int64_t>(ids.size());
  tally().facts -= removed.facts;
  return ids;
}

void SqliteFacts::write() {
  claims_.write();
  if (begun_) put_row(*std::exchange(begun_, std::nullopt));
  if (!std::exchange(tally_changed_, false)) return;
  db_.statement("UPDATE tally SET next_id = ?1, claims = ?2, facts = ?3")
      .bind(tally_->next_id, tally_->claims, tally_->facts)
      .run();
}

void SqliteFacts::forget_all() noexcept {
  if (held_) held_->forget_all();
  begun_.reset();
  claims_.forget();
  for (const auto& [claim, article] : std::exchange(retired_, {})) {
    if (index_) index_->revive(claim, article);
  }
  tally_changed_ = false;
  if (!tally_) return;
  least_id_ = tally_->next_id;
  if (index_) index_->forget_from(first_id_);
  tally_.reset();
}

}  // namespace figured::storage
