// ClaimProfile: a claim as sameness looks at it.
//
// Words are keys, places are places of the world, restrictions are bits: comparing
// two claims by them builds no string.  All that is compared of most pairs stands
// here together, but the words around; it is made once a claim.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/gazetteer/gazetteer.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/unit.h"
#include "claims/sameness/twin_headlines.h"
#include "claims/verdicts/value_range.h"

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
  kScopeSuperseded = 1 << 15,
};

// Hashes of what scope tokens with a colon name; 0 = none.
struct NamedScopes {
  std::uint64_t of = 0;      // "of:child"
  std::uint64_t nation = 0;  // "nation:Thailand"
  std::uint64_t at = 0;      // "at:airport"
  std::uint64_t from = 0;    // "from:kabul"
  std::uint64_t per = 0;     // "per:day"
};

// What a measure is, whatever is said of it, as bits.
enum MeasureTrait : std::uint32_t {
  kOwnedMeasure = 1 << 0,     // somebody's: "money.profit", not "people.killed"
  kPeriodMeasure = 1 << 1,    // of a stretch of time: what somebody owes or earns
  kBareCount = 1 << 2,        // "56 pages": no event says which ones
  kStuffMeasure = 1 << 3,     // by weight or volume, of one stuff or of another
  kHarmMeasure = 1 << 4,      // what befalls people and places, nobody's in itself
  kLocatedMeasure = 1 << 5,   // a shock or a distance: nothing without its place
  kPersonalMeasure = 1 << 6,  // one person's: how old, of how many children
  kMereThing = 1 << 7,   // pages, races, questions: nowhere by themselves, unlike people and ships
  kBarePeople = 1 << 9,  // "six women": a bare count of people
  kSettledMeasure = 1 << 8,  // its owner's once and for all: the length of a film
  kTollMeasure = 1 << 10,    // people to whom one event did it: killed, injured, arrested
};

// What every pair is compared by stands first, in few cache lines: most profiles have
// left the caches when they are asked for.
struct alignas(64) ClaimProfile {
  std::uint64_t measure = 0;    // 0 = none
  std::uint64_t noun = 0;       // the singular; 0 = none
  std::uint64_t place = 0;      // the last word of where(); 0 = nowhere
  std::uint64_t unit_name = 0;  // 0 = a count
  std::optional<double> low, high;

  double grain = 0;
  std::optional<TimeSpan> event_time;
  std::optional<std::chrono::sys_seconds> published;
  std::uint32_t scopes = 0;  // of ScopeBit
  std::uint32_t rivals = 0;
  std::uint32_t traits = 0;  // of MeasureTrait
  PlaceId place_id = kNoPlace;

  std::vector<std::uint64_t> owner;  // words of the subject, sorted, legal forms left out
  std::uint64_t family = 0;          // of the measure: "people" of "people.killed"; 0 = no measure
  double context_length = 0;         // of the vector that weighs each word by its nearness
  const Unit* unit = nullptr;        // null for counts, and for what the tables do not know
  std::uint32_t near_words = 0;      // of the context, those within kNearest words
  std::int16_t noun_class = -1;      // canonical noun of the tables; -1 = none
  Bound bound = Bound::kExact;
  Modality modality = Modality::kAsserted;
  bool negated = false;
  bool has_named_scope = false;  // any of `named`
  bool country = false;          // where() is a whole country
  bool pinned = false;           // a town or a state, and the sentence itself names it
  Dynamic dynamic = Dynamic::kLevel;

  NamedScopes named;
  ValueRange range{};  // value_range() of the figure
  std::string measure_name;
  HeadlineSketch headline;  // of the article
};

ClaimProfile make_profile(const SourcedClaim& claim);

// The one that the claim has, else a new one; the claim keeps it where it is stored.
std::shared_ptr<const ClaimProfile> profile_of(const SourcedClaim& claim);

// A claim with its profile.
struct ProfiledClaim {
  const SourcedClaim& claim;
  const ClaimProfile& profile;
};

// How much a word that far from the figure weighs, in (0, 1].
double nearness(std::uint8_t distance);
inline constexpr std::uint8_t kNearest = 6;  // words to either side

}  // namespace figured::claims
