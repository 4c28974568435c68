// SqliteFacts keeps the facts, their keys and the claims that speak of them.
//
// Its members do what those of Store say.  The writer's remembers the facts that
// it gave last; a reader's does not, for others write.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;
class LiveFacts;
class Statement;

class SqliteFacts {
 public:
  // `held` is null for a reader.
  explicit SqliteFacts(Connection& db, LiveFacts* held = nullptr) : db_(db), held_(held) {}

  std::vector<claims::Fact> all() const;
  std::vector<claims::SharedFact> by_keys(std::span<const claims::FactKey> keys,
                                          std::size_t limit) const;
  // Null when there is none.
  claims::SharedFact by_id(std::int64_t id) const;
  // Every claim on a side of the dispute, oldest first.
  std::vector<claims::SourcedClaim> claims_of_dispute(std::int64_t dispute_id) const;

  std::int64_t put(const claims::Fact& fact);
  std::int64_t put_claim(std::int64_t fact_id, std::int64_t revision, claims::SourcedClaim& claim,
                         std::span<const claims::FactKey> keys);
  std::vector<claims::SourcedClaim> retire(std::int64_t article_id, std::int64_t revision);

 private:
  std::optional<claims::Fact> read(std::int64_t id) const;
  std::vector<claims::SourcedClaim> live_claims(std::int64_t fact_id) const;
  void put_keys(std::int64_t fact_id, std::int64_t claim_id, std::span<const claims::FactKey> keys);

  void hold_claim(std::int64_t fact_id, std::int64_t claim_id);

  Connection& db_;
  LiveFacts* held_;
};

}  // namespace figured::storage
