// SqliteRetention takes away what a store keeps no longer, a few rows at a time.
//
// Of each kind it remembers in the store up to which row it has come, for rows come
// in the order of time: so a step costs the same however much is stored, and a row
// is looked at once.  What it takes away it tells SqliteFacts, which holds some of it
// in memory.
#pragma once
#include <functional>
#include <string>

#include "storage/retention.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class SqliteFacts;

class SqliteRetention {
 public:
  // Both must outlive this.
  SqliteRetention(Connection& db, SqliteFacts& facts) : db_(db), facts_(facts) {}

  // At most `rows` of each kind, claims by the rows they stand in.  Within a transaction.
  Removal remove_expired(const RetentionPolicy& policy, Seconds now, std::int64_t rows);

 private:
  enum class Kind { kBodies = 0, kClaims = 1, kDeliveries = 2 };
  struct Row {
    std::int64_t id = 0;
    Seconds at;
  };
  struct Progress {
    std::int64_t removed = 0;
    bool is_done = true;
  };
  // Rows after ?1 in their order, at most ?2: their id and time.
  Progress sweep(Kind kind, const char* rows_sql, std::optional<Seconds> before, std::int64_t rows,
                 const std::function<std::int64_t(std::int64_t id)>& remove);
  std::int64_t cursor(Kind kind);
  void move_cursor(Kind kind, std::int64_t up_to, std::int64_t removed);

  std::int64_t remove_claims(std::int64_t first_claim);
  bool is_evidence(std::int64_t claim_id, std::int64_t fact_id);
  void remove_verdicts(std::int64_t claim_id);
  std::int64_t remove_deliveries(std::int64_t sequence);
  std::int64_t used_bytes();
  std::int64_t give_back();

  Connection& db_;
  SqliteFacts& facts_;
};

}  // namespace figured::storage
