#include "storage/store_check.h"

#include <cstdint>
#include <functional>
#include <utility>

#include "storage/packing/packed_check.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostDamage = 100;
constexpr std::int64_t kNewestRows = 64;  // of each table
constexpr std::int64_t kSpreadRows = 256;

struct StoredTable {
  std::string name;
  bool has_rowid = true;
};

// Reading is checking: SQLite refuses a page whose form is wrong.
void note_damage(Damage& damage, const std::function<void()>& read) {
  try {
    read();
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::kDamaged) throw;
    damage.emplace_back(error.what());
  }
}

// The rows of a PRAGMA that says "ok" or what is wrong.
Damage findings(Connection& db, const std::string& sql) {
  Damage damage;
  note_damage(damage, [&] {
    const auto prepared = db.prepare(sql.c_str());
    Statement rows(prepared.get());
    std::string finding;
    while (rows.step()) {
      rows.read(finding);
      if (finding != "ok") damage.push_back(finding);
    }
  });
  return damage;
}

std::vector<StoredTable> tables_of(Connection& db) {
  Statement rows = db.statement(R"sql(
    SELECT name, NOT wr
    FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
    ORDER BY name
  )sql");
  std::vector<StoredTable> tables;
  while (rows.step()) {
    StoredTable& table = tables.emplace_back();
    rows.read(table.name, table.has_rowid);
  }
  return tables;
}

// Reads every column of the rows that `rest` picks, overflow pages too.
void read_rows(Connection& db, const std::string& table, const std::string& rest,
               std::int64_t first = 0) {
  const auto prepared = db.prepare(("SELECT * FROM \"" + table + "\" " + rest).c_str());
  Statement rows(prepared.get());
  if (rest.find("?1") != std::string::npos) rows.bind(first);
  rows.run();
}

std::int64_t largest_rowid(Connection& db, const std::string& table) {
  const auto prepared = db.prepare(("SELECT ifnull(max(rowid), 0) FROM \"" + table + "\"").c_str());
  Statement row(prepared.get());
  std::int64_t largest = 0;
  if (row.step()) row.read(largest);
  return largest;
}

void read_sample(Connection& db, const StoredTable& table, SteadyClock::time_point end) {
  read_rows(db, table.name, "LIMIT 1");
  if (!table.has_rowid) return;
  const std::string newest = "ORDER BY rowid DESC LIMIT " + std::to_string(kNewestRows);
  read_rows(db, table.name, newest);
  const std::int64_t largest = largest_rowid(db, table.name);
  const std::int64_t step = largest / kSpreadRows + 1;
  // Rows that are numbered by a hash come near the largest number there is.
  for (std::int64_t id = 1; id <= largest - step && SteadyClock::now() < end; id += step)
    read_rows(db, table.name, "WHERE rowid >= ?1 ORDER BY rowid LIMIT 1", id);
}

struct Rule {
  const char* broken;  // what it means where there are such rows
  const char* sql;     // counts them
};

// What the schema's own constraints do not say.
constexpr Rule kRules[] = {
    {"disputes of which neither a claim nor a verdict is stored", R"sql(
      SELECT count(*)
      FROM dispute d
      WHERE NOT EXISTS (SELECT 1 FROM dispute_claim c WHERE c.dispute_id = d.id)
        AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.later_claim = d.fact_id)
        AND NOT EXISTS (SELECT 1
                        FROM fact_claim f
                        JOIN verdict v ON v.later_claim = f.claim_id
                        WHERE f.fact_id = d.fact_id)
    )sql"},
    {"alerts that were reserved and never written", R"sql(
      SELECT count(*) FROM alert WHERE body = ''
    )sql"},
    {"alerts missing in the sequence", R"sql(
      SELECT ifnull(max(sequence), 0) - count(*) FROM alert
    )sql"},
    {"articles whose latest revision is not stored", R"sql(
      SELECT count(*)
      FROM article a
      WHERE NOT EXISTS (SELECT 1 FROM revision r
                        WHERE r.article_id = a.id AND r.number = a.revision)
    )sql"},
};

void check_rules(Connection& db, Damage& damage) {
  for (const Rule& rule : kRules) {
    note_damage(damage, [&] {
      Statement row = db.statement(rule.sql);
      std::int64_t count = 0;
      if (row.step()) row.read(count);
      if (count != 0) damage.push_back(std::to_string(count) + " " + rule.broken);
    });
  }
}

void check_references(Connection& db, Damage& damage) {
  note_damage(damage, [&] {
    Statement rows = db.statement(R"sql(
      SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2
    )sql");
    std::string child, parent;
    std::int64_t count = 0;
    while (rows.step()) {
      rows.read(child, parent, count);
      damage.push_back(std::to_string(count) + " rows of " + child + " refer to a missing row of " +
                       parent);
    }
  });
}

}  // namespace

Damage check_quickly(Connection& db, std::chrono::milliseconds time) {
  Damage damage;
  std::int64_t bytes = 0;
  note_damage(damage, [&] { bytes = db.pragma("page_count") * db.pragma("page_size"); });
  if (!damage.empty()) return damage;
  return bytes <= kWhollyRead ? check_pages(db) : check_sample(db, time);
}

Damage check_sample(Connection& db, std::chrono::milliseconds time) {
  const auto end = SteadyClock::now() + time;
  Damage damage;
  note_damage(damage, [&] {
    for (const StoredTable& table : tables_of(db)) {
      if (SteadyClock::now() >= end) break;
      note_damage(damage, [&] { read_sample(db, table, end); });
    }
  });
  return damage;
}

Damage check_pages(Connection& db) {
  return findings(db, "PRAGMA quick_check(" + std::to_string(kMostDamage) + ")");
}

Damage check_suspect(Connection& db) {
  Damage damage = check_pages(db);
  const auto version = static_cast<std::size_t>(db.pragma("user_version"));
  if (damage.empty() && version == migrations().size()) damage = check_packed(db);
  return damage;
}

Damage check_wholly(Connection& db) {
  Damage damage = findings(db, "PRAGMA integrity_check(" + std::to_string(kMostDamage) + ")");
  // Rows of a file whose form is wrong tell nothing more.
  if (!damage.empty()) return damage;
  const Snapshot snapshot(db);
  check_references(db, damage);
  check_rules(db, damage);
  for (std::string& found : check_packed(db)) damage.push_back(std::move(found));
  return damage;
}

}  // namespace figured::storage
