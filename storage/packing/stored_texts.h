// StoredTexts compresses what stands packed in the store, with the dictionaries
// that stand there too.
//
// What cannot be restored is damage: a StoreError of that kind, which also makes the
// store suspect (suspicion.h).
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/packing/claim_pack.h"
#include "storage/packing/text_codec.h"

namespace figured::storage {

class Connection;
struct Dictionaries;
struct RevisionSource;

// The column `kind` of a dictionary.
enum class PackedKind : std::uint8_t { kText, kClaims };

// Levels of zstd.  Workers compress, so more of it is worth their time where it is most of
// what is stored; from 6 to 9 it takes twice the time to save a thirtieth.
inline constexpr int kTextLevel = 6;
inline constexpr int kClaimLevel = 3;

class StoredTexts {
 public:
  // `db` must outlive this.
  explicit StoredTexts(Connection& db) : db_(db) {}

  std::string compress(PackedKind kind, std::string_view text) {
    return press(kind)->compress(text);
  }
  // What compresses with the newest dictionary that was read.
  std::shared_ptr<const TextPress> press(PackedKind kind);
  // What is given stays until the next call with the same kind.
  std::string_view restore(PackedKind kind, std::string_view bytes);
  // The column `text` of the revision: sets what pack_text() holds.  Requires its id.
  void restore_text(std::string_view bytes, RevisionSource& revision);
  // The columns `claims` and `facts` of a row of `reading`.
  struct ClaimBytes {
    std::string_view claims;
    std::string_view facts;
  };
  std::vector<PackedClaim> restore_claims(ClaimBytes bytes, std::int64_t first_claim,
                                          const ClaimSource& source, Unpack wanted = {});
  // The column `claims` as it was before it was compressed; stays until the next call.
  std::string_view restore_row(std::int64_t first_claim, std::string_view bytes);
  // As restore_claims() where restore_row() gave `claims`.
  std::vector<PackedClaim> unpack(ClaimBytes restored, std::int64_t first_claim,
                                  const ClaimSource& source, Unpack wanted = {});

  // Reads the dictionaries that came since this was last asked; from then on the
  // newest is used.  How many there are of each kind.
  std::int64_t read_dictionaries();
  // Within a transaction; they are used from the next read_dictionaries() on.
  void put_dictionaries(const Dictionaries& made);

 private:
  // Tells damage of the claims.
  template <class Read>
  auto of_claims(std::int64_t first_claim, const Read& read);
  std::string_view restore_bytes(PackedKind kind, std::string_view bytes);
  void add_dictionary(PackedKind kind, std::string_view bytes);
  TextCodec& codec(PackedKind kind) { return kind == PackedKind::kText ? texts_ : claims_; }

  Connection& db_;
  TextCodec texts_{kTextLevel};
  TextCodec claims_{kClaimLevel};
  bool asked_ = false;
  std::int64_t newest_ = 0;
  std::int64_t count_ = 0;  // of kText
};

}  // namespace figured::storage
