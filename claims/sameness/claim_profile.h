// ClaimProfile: a claim as sameness looks at it.
//
// Words are keys, places are places of the world, restrictions are bits: comparing
// two profiles builds no string.  It is made once a claim and compared with many.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/gazetteer.h"

namespace figured::claims {

// The plain tokens of a scope (scope_reader.h) as bits; the bit of a token is its
// place in kScopeNames.
enum ScopeBit : std::uint32_t {
  kScopePart = 1 << 0,
  kScopeOther = 1 << 1,
  kScopeNew = 1 << 2,
  kScopePrevious = 1 << 3,
  kScopeRemaining = 1 << 4,
  kScopeAverage = 1 << 5,
  kScopeNet = 1 << 6,
  kScopePeak = 1 << 7,
  kScopeChange = 1 << 8,
  kScopeSerious = 1 << 9,
  kScopeLight = 1 << 10,
  kScopeList = 1 << 11,
  kScopeAftershock = 1 << 12,
  kScopeTotal = 1 << 13,
  kScopeCumulative = 1 << 14,
};

// Hashes of what scope tokens with a colon name; 0 = none.
struct NamedScopes {
  std::uint64_t of = 0;      // "of:child"
  std::uint64_t nation = 0;  // "nation:Thailand"
  std::uint64_t at = 0;      // "at:airport"
  std::uint64_t from = 0;    // "from:kabul"
  std::uint64_t per = 0;     // "per:day"
};

struct ClaimProfile {
  std::uint64_t article = 0;
  std::string measure;
  std::uint64_t family = 0;          // of the measure: "people" of "people.killed"; 0 = no measure
  std::uint64_t noun = 0;            // the singular; 0 = none
  std::string noun_class;            // canonical noun of the tables; "" = none
  std::vector<std::uint64_t> owner;  // words of the subject, sorted, legal forms left out
  std::uint64_t place = 0;           // the last word of where(); 0 = nowhere
  PlaceId place_id = kNoPlace;
  bool country = false;      // where() is a whole country
  std::uint32_t scopes = 0;  // of ScopeBit
  NamedScopes named;
  std::optional<TimeSpan> event_time;
  std::optional<std::chrono::sys_seconds> published;
  Modality modality = Modality::kAsserted;
  bool negated = false;
  std::string unit;
  Bound bound = Bound::kExact;
  std::optional<double> low, high;
  double grain = 0;
  std::size_t rivals = 0;
  std::vector<ContextWord> context;
  double context_length = 0;  // of the vector that weighs each word by its nearness
  std::vector<NameKey> names;
};

ClaimProfile make_profile(const SourcedClaim& claim);

// How much a word that far from the figure weighs, in (0, 1].
double nearness(std::uint8_t distance);

}  // namespace figured::claims
