#include "storage/sqlite/migrations.h"

#include <string>

#include "storage/packing/pack_rows.h"
#include "storage/sqlite/name_table.h"
#include "storage/sqlite/schema.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/store.h"

namespace figured::storage {
namespace {

constexpr Migration kMigrations[] = {
    {"feeds and articles", kFeedsAndArticles},
    {"claims and facts", kClaimsAndFacts},
    {"verdicts and disputes", kVerdictsAndDisputes},
    {"alerts and deliveries", kAlertsAndDeliveries},
    {"settings of claims", kSettings},
    {"rivals of claims", kRivals},
    {"context of claims", kContext},
    {"decisions on disputes", kDecisions},
    {"keys of claims", kClaimKeys},
    {"routes of alerts", kRoutes},
    {"retention", kRetention},
    {"polling of feeds", kPolling},
    {"web pages of articles", kPages},
    {"aliases of articles", kAliases},
    {"packed texts and claims", kPackedTables, pack_rows, kPackedInPlace},
    {"claims made ready", kReadyClaims},
    {"counts for the status", kCounts},
    {"subscriptions at hubs", kSubscriptions},
    {"names of the latest articles", kLatestNames},
    {"packed verdicts", kPackedVerdicts, pack_single_verdicts, kVerdictsPacked},
    {"zones of feeds", kFeedZone},
    {"packed names of articles", kArticleNames, pack_article_names, kArticleNamesPacked},
    {"walks past pending deliveries", kPendingDeliveries},
};

[[noreturn]] void refuse(const Connection& db, const std::string& reason,
                         StoreErrorKind kind = StoreErrorKind::kOther) {
  throw StoreError("store '" + db.path() + "' " + reason, kind);
}

bool is_empty(Connection& db) { return db.pragma("schema_version") == 0; }

void take(Connection& db, const Migration& step, std::size_t version) {
  db.execute("BEGIN IMMEDIATE");
  try {
    db.execute(step.sql);
    if (step.carry_over != nullptr) step.carry_over(db);
    if (step.end != nullptr) db.execute(step.end);
    db.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
    db.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    db.execute("COMMIT");
  } catch (const StoreError& error) {
    if (db.in_transaction()) db.execute("ROLLBACK");
    refuse(db,
           "cannot take migration " + std::to_string(version) + " (" + step.name +
               "): " + error.what(),
           error.kind());
  }
}

}  // namespace

void refuse_foreign(Connection& db) {
  if (!is_empty(db) && db.pragma("application_id") != kApplicationId)
    refuse(db, "is a database, but not a figured store");
}

void refuse_newer(Connection& db, std::span<const Migration> steps) {
  const std::int64_t version = db.pragma("user_version");
  if (version > static_cast<std::int64_t>(steps.size()))
    refuse(db, "has schema " + std::to_string(version) + ", this figured knows schemas up to " +
                   std::to_string(steps.size()) +
                   ": run the newer figured that wrote it, or restore an older backup");
}

std::span<const Migration> migrations() { return kMigrations; }

void migrate(Connection& db, std::span<const Migration> steps) {
  refuse_foreign(db);
  refuse_newer(db, steps);
  const std::int64_t version = db.pragma("user_version");
  for (auto taken = static_cast<std::size_t>(version); taken < steps.size(); ++taken)
    take(db, steps[taken], taken + 1);
}

void require_migrated(Connection& db, std::span<const Migration> steps) {
  if (is_empty(db)) refuse(db, "is empty: figured has not written to it yet");
  refuse_foreign(db);
  refuse_newer(db, steps);
  const std::int64_t version = db.pragma("user_version");
  if (version < static_cast<std::int64_t>(steps.size()))
    refuse(db, "has schema " + std::to_string(version) + " of " + std::to_string(steps.size()) +
                   ": start figured once, it brings the store up to date");
}

}  // namespace figured::storage
