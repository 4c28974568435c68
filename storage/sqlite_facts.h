// SqliteFacts keeps the facts, their keys and the claims that speak of them.
//
// Its members do what those of Store say.  The writer's remembers the facts that
// it gave last and by which keys facts are found; a reader's does not, for others
// write.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "storage/fact_index.h"
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
  std::vector<claims::SharedFact> by_keys(std::span<const claims::FactKey> keys, std::size_t limit,
                                          const claims::ArticleFilter& filter) const;
  // Null when there is none.
  claims::SharedFact by_id(std::int64_t id) const;
  // Every claim on a side of the dispute, oldest first.
  std::vector<claims::SourcedClaim> claims_of_dispute(std::int64_t dispute_id) const;

  // Every claim in the order of arrival: those that are live, or those retired.
  void each_claim(bool retired,
                  const std::function<void(const claims::SourcedClaim&)>& visit) const;

  std::int64_t put(const claims::Fact& fact);
  std::int64_t put_claim(std::int64_t fact_id, std::int64_t revision, claims::SourcedClaim& claim,
                         std::span<const claims::FactKey> keys);
  std::vector<claims::SourcedClaim> retire(std::int64_t article_id, std::int64_t revision);
  // Of the article's last revision.
  void put_sketch(std::int64_t article_id, std::optional<std::chrono::sys_seconds> published,
                  const std::vector<claims::NameSketch>& names);
  // The claim was deleted.
  void forget_claim(std::int64_t claim_id, std::int64_t fact_id);
  // What was told of the file is no longer true: the transaction was rolled back.
  void forget_all() noexcept;

 private:
  std::optional<claims::Fact> read(std::int64_t id) const;
  claims::LiveClaims live_claims(std::int64_t fact_id) const;
  void put_keys(const claims::SourcedClaim& claim, std::span<const claims::FactKey> keys);
  void hold_claim(const claims::SourcedClaim& claim, std::int64_t revision);
  claims::SourcedClaim read_article(std::int64_t article_id, std::int64_t revision);
  FactIndex& index() const;

  Connection& db_;
  LiveFacts* held_;
  // Filled when it is first asked for.
  mutable std::optional<FactIndex> index_;
  // What every claim of a revision holds of it, of the one read last.
  claims::SourcedClaim article_;
  std::int64_t revision_ = 0;
};

}  // namespace figured::storage
