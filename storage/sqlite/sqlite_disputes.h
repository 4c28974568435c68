// SqliteDisputes keeps the verdicts and the disputes with their sides.
//
// Its members do what those of Store say.  The verdicts on one claim come one behind the
// other and become one row (storage/packing/verdict_pack.h); so what was put stands in memory
// until it is written, at the latest before the transaction ends.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

// A row of `verdict`.  Throws StoreError where it is damaged.
std::vector<VerdictRecord> restore_verdicts(const Connection& db, std::int64_t later_claim,
                                            std::string_view bytes);

class SqliteDisputes {
 public:
  explicit SqliteDisputes(Connection& db) : db_(db) {}

  std::vector<claims::Dispute> newest(std::size_t limit) const;
  std::optional<claims::Dispute> by_id(std::int64_t id) const;
  std::optional<claims::Dispute> of_fact(std::int64_t fact_id) const;
  std::optional<claims::Dispute> of_claim(std::int64_t claim_id) const;
  // Of claims of the dispute's fact or on its sides: those on the fact, and those on two that
  // stand on the sides.
  std::vector<VerdictRecord> verdicts(const claims::Dispute& dispute) const;

  void put(claims::Dispute& dispute);
  void put_verdict(const VerdictRecord& record);
  // Before a transaction ends, and before anybody else reads through the connection.
  void write();
  // The transaction is rolled back.
  void forget() noexcept { pending_.clear(); }

  // Sets the disputes' part of the status.
  void count(StoreStatus& status) const;

 private:
  std::vector<claims::Side> sides(std::int64_t dispute_id) const;
  std::vector<VerdictRecord> verdicts_on(std::int64_t later_claim) const;
  // What is stored of the sides already stays as it is: many articles tell one side.
  void put_sides(const claims::Dispute& dispute);
  // `before` is what is stored of it; null = nothing.
  void put_side(std::int64_t dispute_id, std::size_t number, const claims::Side& side,
                const claims::Side* before);

  Connection& db_;
  std::vector<VerdictRecord> pending_;  // all on its first one's later claim
};

}  // namespace figured::storage
