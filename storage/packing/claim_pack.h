// ClaimPack: claims of one revision in one run of bytes.
//
// Millions of claims are stored and few are read again, so they stand as small as
// they can: quotes, figures and most strings are spans of the revision's text, a
// string is held once, a context is told by the words of the text.  A pack can also
// stand alone, in full; so evidence outlives a text that is dropped.  Or it can be made
// ready before the claims are stored: then it does not hold their facts, and times
// are told by a day of its own, not by when the revision was seen.
//
// A claim comes back as it was put but for `restated`, which is not stored, and
// `companions`, which are those among the claims of the pack.
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

enum class PackForm : std::uint8_t { kOfText = 1, kStandsAlone = 2, kReady = 3 };

class ClaimPacker {
 public:
  // The fields must outlive the packer.  Of kReady, `source.seen` is any time near those
  // of the claims.
  explicit ClaimPacker(const ClaimSource& source, PackForm form = PackForm::kOfText);

  // Claims have ids in a row, of which none is written.  `keys`: those by which the
  // fact is found; null = those that claims::fact_keys() gives.  Of kReady the two ids
  // are equal and keys null.
  void add(std::int64_t id, std::int64_t fact_id, const claims::Claim& claim,
           const std::vector<claims::FactKey>* keys);
  const std::string& bytes() const { return out_.bytes(); }

 private:
  std::string_view field(const claims::Claim& claim) const;
  void put_times(const claims::Claim& claim);
  void put_string(std::string_view text, std::string_view near, std::string_view field);
  void put_strings(const claims::Claim& claim, std::string_view field);

  const PackForm form_;
  ClaimSource source_;
  ByteWriter out_;
  std::vector<std::string> known_;  // strings that were put
};

// Beside a pack that was made ready, of which facts its claims are: of each how much
// less the fact's id is.  "" where each is of a fact with its own id.
std::string pack_facts(std::int64_t first, const std::vector<std::int64_t>& facts);
// Throws BadBytes.
void unpack_facts(std::string_view bytes, std::vector<PackedClaim>& claims);

// What is wanted of a pack; contexts take longer than all else.
struct Unpack {
  enum class Wanted : std::uint8_t { kAll, kAllButContext, kOne };

  Wanted wanted = Wanted::kAll;
  std::int64_t one = 0;  // the id of that one

  // Claims have no companions either then.
  static Unpack without_context() { return {Wanted::kAllButContext, 0}; }
  // The others are told by no more than makes them companions.
  static Unpack only(std::int64_t id) { return {Wanted::kOne, id}; }

  bool wants(std::int64_t id) const { return wanted != Wanted::kOne || id == one; }
  bool wants_context(std::int64_t id) const {
    return wanted == Wanted::kAll || (wanted == Wanted::kOne && id == one);
  }
};

// The claims of a pack, the first of which has the id `first`; of one that was made
// ready, each is of a fact with its own id.  Throws BadBytes.
std::vector<PackedClaim> unpack_claims(std::string_view bytes, std::int64_t first,
                                       const ClaimSource& source, Unpack wanted = {});

}  // namespace figured::storage
