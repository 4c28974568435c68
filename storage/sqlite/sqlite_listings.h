// SqliteListings keeps the contract of Listings over one connection.
#pragma once
#include "storage/listings.h"

namespace figured::storage {

class Connection;
class SqliteFacts;

class SqliteListings : public Listings {
 public:
  // Both must outlive this.
  SqliteListings(Connection& db, const SqliteFacts& facts) : db_(db), facts_(facts) {}

  std::vector<claims::Dispute> disputes_behind(const DisputeMark& mark,
                                               std::size_t limit) const override;
  std::vector<claims::Dispute> standing_disputes_behind(const DisputeMark& mark,
                                                        std::size_t limit) const override;
  std::size_t standing_disputes() const override;
  std::optional<DisputeWords> words_of_dispute(std::int64_t id) const override;
  std::uint64_t dispute_stamp(std::int64_t id) const override;
  std::uint64_t whole_dispute_stamp(std::int64_t id) const override;
  std::vector<claims::Dispute> disputes_changed(std::chrono::sys_seconds from) const override;
  std::vector<std::int64_t> disputes_joined(std::int64_t after) const override;
  std::optional<claims::Dispute> dispute_head(std::int64_t id) const override;
  std::optional<claims::Dispute> dispute_of_fact(std::int64_t fact_id) const override;
  std::optional<std::int64_t> dispute_of_claim(std::int64_t claim_id) const override;
  std::int64_t last_disputed_claim() const override;
  std::vector<alerts::Alert> alerts_behind(const AlertChoice& choice,
                                           std::size_t limit) const override;
  std::vector<std::int64_t> articles_behind(std::int64_t before, std::size_t limit) const override;

 private:
  Connection& db_;
  const SqliteFacts& facts_;
};

}  // namespace figured::storage
