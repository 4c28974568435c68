#include "storage/packing/packed_check.h"

#include <cstdint>
#include <string>

#include "storage/packing/stored_texts.h"
#include "storage/sqlite/name_table.h"
#include "storage/sqlite/sqlite_claims.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_disputes.h"

namespace figured::storage {
namespace {

constexpr std::size_t kMostDamage = 100;

struct Counted {
  std::int64_t claims = 0;
  std::int64_t later = 0;  // claims of facts that another claim began
};

// Whether there was none.
template <class Read>
bool is_sound(Damage& damage, const Read& read) {
  if (damage.size() >= kMostDamage) return false;
  try {
    read();
    return true;
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::kDamaged) throw;
    damage.emplace_back(error.what());
    return false;
  }
}

void check_texts(Connection& db, StoredTexts& texts, Damage& damage) {
  Statement rows = db.statement("SELECT id, text FROM revision ORDER BY id");
  RevisionSource revision;
  Blob text;
  while (rows.step()) {
    rows.read(revision.id, text);
    is_sound(damage, [&] { texts.restore_text(text.bytes, revision); });
  }
}

Counted check_claims(Connection& db, SqliteClaims& claims, Damage& damage) {
  Counted counted;
  Statement rows = db.statement("SELECT first_claim FROM reading ORDER BY first_claim");
  std::int64_t first = 0;
  while (rows.step()) {
    rows.read(first);
    is_sound(damage, [&] {
      // Null where its article is missing, which the references tell.
      const StoredReading* const reading = claims.reading_of(first);
      if (reading == nullptr || reading->first_claim != first) return;
      for (const PackedClaim& claim : reading->claims) {
        ++counted.claims;
        if (claim.fact_id != claim.id) ++counted.later;
      }
    });
  }
  return counted;
}

void check_verdicts(Connection& db, Damage& damage) {
  Statement rows = db.statement("SELECT later_claim, verdicts FROM verdict ORDER BY later_claim");
  std::int64_t later = 0;
  Blob verdicts;
  while (rows.step()) {
    rows.read(later, verdicts);
    is_sound(damage, [&] { restore_verdicts(db, later, verdicts.bytes); });
  }
}

void check_names(Connection& db, Damage& damage) {
  is_sound(damage, [&] { NameTable(db).each([](const NumberedName&) { return true; }); });
}

void check_count(Connection& db, const char* sql, std::int64_t expected, const std::string& what,
                 Damage& damage) {
  std::int64_t count = 0;
  Statement row = db.statement(sql);
  if (row.step()) row.read(count);
  if (count == expected) return;
  damage.push_back(what + " " + std::to_string(count) + ", but there are " +
                   std::to_string(expected));
}

void check_disputed(Connection& db, SqliteClaims& claims, Damage& damage) {
  Statement rows = db.statement("SELECT DISTINCT claim_id FROM dispute_claim");
  std::int64_t id = 0, missing = 0;
  while (rows.step()) {
    rows.read(id);
    is_sound(damage, [&] {
      if (!claims.by_id(id)) ++missing;
    });
  }
  if (missing != 0)
    damage.push_back(std::to_string(missing) + " disputed claims that are not stored");
}

}  // namespace

Damage check_packed(Connection& db) {
  const Snapshot snapshot(db);
  Damage damage;
  StoredTexts texts(db);
  SqliteClaims claims(db, texts);
  check_texts(db, texts, damage);
  const Counted counted = check_claims(db, claims, damage);
  check_verdicts(db, damage);
  check_names(db, damage);
  // Rows that cannot be read count nothing.
  if (!damage.empty()) return damage;
  check_count(db, "SELECT claims FROM tally", counted.claims, "claims are counted as", damage);
  check_count(db, "SELECT count(*) FROM fact_claim", counted.later,
              "claims that joined a fact are counted as", damage);
  check_disputed(db, claims, damage);
  return damage;
}

}  // namespace figured::storage
