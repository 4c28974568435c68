// ClaimPack: claims of one revision in one run of bytes.
//
// Millions of claims are stored and few are read again, so they stand as small as
// they can: quotes, figures and most strings are spans of the revision's text, a
// string is held once, a context is told by the words of the text.  A pack can also
// stand alone, in full; so evidence outlives a text that is dropped.
//
// A claim comes back as it was put but for `restated`, which is not stored.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/fact.h"
#include "storage/packing/byte_coding.h"

namespace figured::storage {

struct PackedClaim {
  std::int64_t id = 0;
  std::int64_t fact_id = 0;
  claims::Claim claim;
  // By which its fact is found; empty = those that claims::fact_keys() gives.
  std::optional<std::vector<claims::FactKey>> keys;
};

// What claims are told by: the fields they stand in, and when these were seen.
struct ClaimSource {
  std::string_view title;
  std::string_view text;
  std::chrono::sys_seconds seen;
};

class ClaimPacker {
 public:
  // The fields must outlive the packer.
  explicit ClaimPacker(const ClaimSource& source, bool stands_alone = false);

  // Claims have ids in a row, of which none is written.  `keys`: those by which the
  // fact is found; null = those that claims::fact_keys() gives.
  void add(std::int64_t id, std::int64_t fact_id, const claims::Claim& claim,
           const std::vector<claims::FactKey>* keys);
  const std::string& bytes() const { return out_.bytes(); }

 private:
  std::string_view field(const claims::Claim& claim) const;
  void put_times(const claims::Claim& claim);
  void put_string(std::string_view text, std::string_view near, std::string_view field);
  void put_strings(const claims::Claim& claim, std::string_view field);

  const bool stands_alone_;
  const ClaimSource source_;
  ByteWriter out_;
  std::vector<std::string> known_;  // strings that were put
};

// What of a claim is wanted.
enum class Unpack : std::uint8_t { kAll, kWithoutContext };

// The claims of a pack, the first of which has the id `first`.  Throws BadBytes.
std::vector<PackedClaim> unpack_claims(std::string_view bytes, std::int64_t first,
                                       const ClaimSource& source, Unpack wanted = Unpack::kAll);

}  // namespace figured::storage
