// The store's schema, as the steps that lead to it.
//
// The list is append-only: a step that was released is never changed.  How many
// of them a file has taken stands in its PRAGMA user_version.
#pragma once
#include <cstdint>
#include <span>

namespace figured::storage {

class Connection;

struct Migration {
  const char* name;
  const char* sql;
  // What SQL cannot say, done behind `sql`; and the SQL behind that.  Null = nothing.
  void (*carry_over)(Connection&) = nullptr;
  const char* end = nullptr;
};

std::span<const Migration> migrations();

// In the file's header, so that a figured store is told from other databases.
inline constexpr std::int32_t kApplicationId = 0x66696764;  // "figd"

// Throws StoreError when the database holds something that is not figured's.
void refuse_foreign(Connection& db);

// Throws StoreError when the store has taken steps that are not among these.
void refuse_newer(Connection& db, std::span<const Migration> steps = migrations());

// Takes the steps that the file lacks, each in a transaction of its own.
// Takes the steps that the file lacks, each in a transaction of its own.  Requires
// that foreign keys are not enforced: some tables are made anew.
// Throws StoreError when the file is no figured store, or one of a newer figured.
void migrate(Connection& db, std::span<const Migration> steps = migrations());

// Throws StoreError unless the file is a figured store that has taken just
// these steps.  Writes nothing.
void require_migrated(Connection& db, std::span<const Migration> steps = migrations());

}  // namespace figured::storage
