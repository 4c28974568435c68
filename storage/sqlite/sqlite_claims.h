// SqliteClaims keeps the claims of revisions, packed.
//
// Claims that come one behind the other under one revision become one row; so what
// was put stands in memory until it is written, at the latest before the transaction
// ends.  It does not know how facts are found.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "storage/packing/revision_source.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/asked_readings.h"
#include "storage/sqlite/recent_readings.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class Statement;

struct StoredClaim {
  claims::SourcedClaim claim;
  bool retired = false;
};

// A row of `reading` with its revision.
struct StoredReading {
  std::int64_t first_claim = 0;
  bool retired = false;
  RevisionSource revision;
  std::vector<PackedClaim> claims;
};

// What SqliteClaims::remove() took away.
struct RemovedClaims {
  std::int64_t article_id = 0;
  std::vector<PackedClaim> claims;
  std::int64_t facts = 0;  // that no claim speaks of any more
};

class SqliteClaims {
 public:
  // All must outlive this; `spent` is null where nothing is written.
  SqliteClaims(Connection& db, StoredTexts& texts, SpentArticles* spent = nullptr)
      : db_(db), texts_(texts), recent_(spent), is_writer_(spent != nullptr) {}

  // --- for the writer
  // The next claims are those of this article, of which the revision is stored.
  void enter(std::shared_ptr<const ReadyArticle> ready);
  // What enter() was told last.
  bool has_entered(const ReadyArticle& ready) const { return ready_.get() == &ready; }
  const RevisionSource& entered() const { return *revision_; }
  // As enter() was told, else as it is stored.  Throws StoreError when there is none.
  const RevisionSource& revision(std::int64_t article_id, std::int64_t number);
  // Requires that revision() was asked for the claim's last, and that no id was put
  // that is as high as this.  `keys` as ClaimPacker::add has them.
  void put(std::int64_t id, std::int64_t fact_id, const claims::Claim& claim,
           const std::vector<claims::FactKey>* keys);
  // The same of the claim at `place` of what is ready; its keys are those that follow.
  void put_ready(std::int64_t id, std::int64_t fact_id, std::size_t place);
  void write();
  // The transaction is rolled back.
  void forget() noexcept;

  // Returns the live claims of the article's revisions before `number`, from now on retired.
  std::vector<claims::SourcedClaim> retire(std::int64_t article_id, std::int64_t number);

  // --- for what is kept no longer
  // Takes the text away, but not what the revision's claims quote of it.  Title, URL
  // and guid stay.  False when there was none.
  bool drop_text(std::int64_t revision_id);
  // Takes away those claims of a row for which `goes` is true.  A fact that one of them
  // began keeps its words while other claims are of it, and goes with the last.
  RemovedClaims remove(std::int64_t first_claim,
                       const std::function<bool(const PackedClaim&)>& goes);

  // --- also for readers
  std::optional<StoredClaim> by_id(std::int64_t id);
  // The revision that the claim was read in, which is stored; without its names.
  std::optional<RevisionSource> revision_of(std::int64_t claim_id);
  // The row that holds the claim, or else the one before it; null when there is none.
  // What is given stays until the next call.
  const StoredReading* reading_of(std::int64_t claim_id);
  // Those of the revision, in the order of ids.
  std::vector<StoredReading> readings_of(std::int64_t revision_id);
  // All, in the order of ids, until `take` returns false.
  void each(const std::function<bool(StoredReading&)>& take, Unpack wanted = {});

 private:
  // Claims that are packed, but not written; of revision_.
  struct Pending {
    ClaimPacker packer;
    std::int64_t first;
    std::int64_t last;
  };

  template <class Reading>
  StoredTexts::ClaimBytes read_columns(Statement& row, Reading& reading);
  void read_row(Statement& row, StoredReading& reading, Unpack wanted = {});
  void write_ready();
  Statement row_of_claim();
  std::optional<StoredClaim> read_back(std::int64_t id);
  std::vector<PackedClaim> unpack(const RestoredReading& reading, std::int64_t one);
  void forget(std::int64_t first_claim);
  void put_run(const StoredReading& reading, std::span<const PackedClaim> claims, bool alone);
  bool leave_fact(const RevisionSource& revision, const PackedClaim& claim);
  bool is_spoken_of(std::int64_t fact_id);

  Connection& db_;
  StoredTexts& texts_;
  std::shared_ptr<const RevisionSource> revision_;
  std::optional<Pending> pending_;
  std::shared_ptr<const ReadyArticle> ready_;  // of revision_; may be null
  std::optional<ReadyReading> putting_;        // what was put of it, and is not written
  RecentReadings recent_;
  const bool is_writer_;               // so no row changes without it
  AskedReadings asked_;                // of the writer
  std::optional<StoredReading> last_;  // that was asked for
};

}  // namespace figured::storage
