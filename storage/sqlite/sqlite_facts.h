// SqliteFacts keeps the facts, and which claims speak of them.
//
// Its members do what those of Store say.  The writer's remembers the facts that
// it gave last and by which keys facts are found; a reader's does not, for others
// write.
//
// A fact that is just what its first claim says has that claim's number and no row
// of its own; any other has one.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "storage/facts/fact_index.h"
#include "storage/filler.h"
#include "storage/sqlite/sqlite_claims.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class LiveFacts;
class StoredTexts;

class SqliteFacts {
 public:
  // All must outlive this; `held` and `spent` are null for a reader.
  SqliteFacts(Connection& db, StoredTexts& texts, LiveFacts* held = nullptr,
              SpentArticles* spent = nullptr)
      : db_(db), held_(held), claims_(db, texts, spent) {}

  std::vector<claims::Fact> all() const;
  std::vector<claims::SharedFact> by_keys(std::span<const claims::FactKey> keys, std::size_t limit,
                                          const claims::ArticleFilter& filter) const;
  // Null when there is none.
  claims::SharedFact by_id(std::int64_t id) const;
  // Without live claims.
  std::optional<claims::Fact> words_of(std::int64_t id) const;
  // The revision that the claim was read in.
  std::optional<RevisionSource> revision_of(std::int64_t claim_id) const {
    return claims_.revision_of(claim_id);
  }
  // Every claim on a side of the dispute, oldest first.
  std::vector<claims::SourcedClaim> claims_of_dispute(std::int64_t dispute_id) const;
  void count(StoreStatus& status) const;

  // Every claim in the order of arrival.
  void each_claim(
      const std::function<void(const claims::SourcedClaim&, bool is_live)>& visit) const;

  // A transaction begins.
  void begin();
  // The next claims are those of this article, of which the revision was just stored.
  void enter(std::shared_ptr<const ReadyArticle> ready);
  std::int64_t put(const claims::Fact& fact);
  std::int64_t put_claim(std::int64_t fact_id, std::int64_t revision, claims::SourcedClaim& claim,
                         std::span<const claims::FactKey> keys);
  std::int64_t put_ready_claim(std::int64_t fact_id, std::int64_t revision, ReadyArticle& ready,
                               std::size_t place);
  std::vector<claims::SourcedClaim> retire(std::int64_t article_id, std::int64_t revision);
  // As SqliteClaims::drop_text.
  bool drop_text(std::int64_t revision_id) { return claims_.drop_text(revision_id); }
  // Takes away those claims of a row for which `goes` is true, with the facts that no
  // other claim speaks of.  Returns their ids.
  std::vector<std::int64_t> remove_claims(
      std::int64_t first_claim,
      const std::function<bool(std::int64_t claim_id, std::int64_t fact_id)>& goes);
  // Writes what is still only in memory: before a transaction ends, and before
  // anybody else reads through the connection.
  void write();
  // What was told of the file is no longer true: the transaction was rolled back.
  void forget_all() noexcept;

  // The index is taken from there when it is first needed; else it is filled then.
  void take_index_from(std::unique_ptr<Filler<FactIndex>> filler) { filler_ = std::move(filler); }
  // Waits for it.
  void require_index() const { index(); }

 private:
  // The row of `tally`.
  struct Tally {
    std::int64_t next_id = 0;
    std::int64_t claims = 0;
    std::int64_t facts = 0;
  };

  std::optional<claims::Fact> read(std::int64_t id) const;
  std::optional<claims::Fact> read_row(std::int64_t id) const;
  // `first` is the claim that began it, where that was read before.
  claims::LiveClaims live_claims(std::int64_t fact_id, std::optional<StoredClaim> first) const;
  void put_row(const claims::Fact& fact);
  void join(std::int64_t fact_id, std::int64_t claim_id);
  void hold(const claims::SourcedClaim& claim, const RevisionSource& source);
  void place_begun(const claims::SourcedClaim& claim);
  Tally& tally();  // to be changed
  FactIndex& index() const;

  Connection& db_;
  LiveFacts* held_;
  mutable SqliteClaims claims_;
  // Put, and no claim of it yet.
  std::optional<claims::Fact> begun_;
  std::optional<Tally> tally_;
  bool tally_changed_ = false;
  std::int64_t least_id_ = 1;  // no number is given twice, not even one taken back
  std::int64_t first_id_ = 0;  // that the transaction may give; 0 = it gave none
  std::vector<std::pair<std::int64_t, std::int64_t>> retired_;  // within it: claim, article
  mutable std::optional<FactIndex> index_;
  mutable std::unique_ptr<Filler<FactIndex>> filler_;
};

}  // namespace figured::storage
