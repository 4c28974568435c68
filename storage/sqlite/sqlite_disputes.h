// SqliteDisputes keeps the verdicts and the disputes with their sides.
//
// Its members do what those of Store say.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteDisputes {
 public:
  explicit SqliteDisputes(Connection& db) : db_(db) {}

  std::vector<claims::Dispute> newest(std::size_t limit) const;
  std::optional<claims::Dispute> by_id(std::int64_t id) const;
  std::optional<claims::Dispute> of_fact(std::int64_t fact_id) const;
  std::optional<claims::Dispute> of_claim(std::int64_t claim_id) const;
  // On the dispute's fact, and on the claims of its sides, whose facts are `facts`.
  std::vector<VerdictRecord> verdicts(const claims::Dispute& dispute,
                                      std::set<std::int64_t> facts) const;

  void put(claims::Dispute& dispute);
  void put_verdict(const VerdictRecord& record);

  // Sets the disputes' part of the status.
  void count(StoreStatus& status) const;

 private:
  std::vector<claims::Side> sides(std::int64_t dispute_id) const;
  void read_verdicts(const claims::Dispute& dispute, std::int64_t fact_id,
                     std::vector<VerdictRecord>& records) const;
  // What is stored of the sides already stays as it is: many articles tell one side.
  void put_sides(const claims::Dispute& dispute);
  void put_side(std::int64_t dispute_id, std::size_t number, const claims::Side& side,
                const std::vector<std::int64_t>& stored);

  Connection& db_;
};

}  // namespace figured::storage
