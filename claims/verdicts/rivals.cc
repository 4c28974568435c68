#include "claims/verdicts/rivals.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "claims/measures/scope_reader.h"
#include "claims/subjects/owner_names.h"
#include "claims/times/background_age.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/companions.h"

namespace figured::claims {
namespace {

// So many claims of a measure and unit each claim is held against; a table has
// thousands.
constexpr std::size_t kMaxKin = 64;

// A claim among others of its measure and unit.
struct Kin {
  Claim* claim;
  ValueRange told;

  std::pair<std::string_view, std::string_view> kind() const {
    return {claim->measure, claim->figure.unit};
  }
};

using Published = std::optional<std::chrono::sys_seconds>;

// Of an event of long before, which is told beside the news.
bool is_background(const Claim& claim, const Published& published) {
  return published && claim.event_time && *published - claim.event_time->to > kBackgroundAge;
}

// "2,000 men in the port and 500 in the hills": a strength is had in a place.  The places of what
// adds up in a day are as often where the words were said.
bool are_of_two_places(const Claim& a, const Claim& b) {
  return !a.place.empty() && !b.place.empty() && dynamic_of(a.measure) == Dynamic::kLevel &&
         place_of_both(a.place, b.place).empty();
}

// Neither voice, time, place nor restriction parts them.
bool are_alike(const Claim& a, const Claim& b, const Published& published) {
  if (a.negated != b.negated || a.modality != b.modality) return false;
  if (!same_restrictions(a.scope, b.scope)) return false;
  if (a.event_time && b.event_time &&
      (a.event_time->from > b.event_time->to || b.event_time->from > a.event_time->to))
    return false;
  if (is_background(a, published) != is_background(b, published)) return false;
  const auto differ = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  // "12 rifles and three pistols": told side by side, as two things.
  if (stand_together(a, b) && differ(a.noun, b.noun)) return false;
  if (are_of_two_places(a, b)) return false;
  return !differ(a.subject, b.subject) && !differ(a.origin, b.origin);
}

// "His rate was 36 percent, theirs 30": what somebody else has is no other value of it.  What
// befalls people is told of who did it as of who suffered it.
bool are_of_two_owners(const Claim& a, const Claim& b) {
  return !a.measure.starts_with("people.") && !a.subject.empty() && !b.subject.empty() &&
         a.subject != b.subject && !names_agree(a.subject, b.subject);
}

// A headline above its own text: the two tell of one fact, however they differ.
bool is_headline_of(const Claim& a, const Claim& b, const ValueRange& one,
                    const ValueRange& other) {
  if (a.field == b.field || !same_restrictions(a.scope, b.scope)) return false;
  const double below = std::min(one.high, other.high), above = std::max(one.low, other.low);
  return below > 0 && above <= kForgottenGap * below;
}

void add_rival(const Kin& to, const Kin& other, const Published& published) {
  Claim& claim = *to.claim;
  if (ranges_meet(other.told, to.told) ||
      is_headline_of(claim, *other.claim, to.told, other.told) ||
      are_of_two_owners(claim, *other.claim))
    return;
  const bool alike = are_alike(claim, *other.claim, published);
  for (Rival& known : claim.rivals) {
    if (known.told != other.told) continue;
    known.alike = known.alike || alike;
    return;
  }
  if (claim.rivals.size() < kMaxRivals) claim.rivals.push_back({other.told, alike});
}

}  // namespace

void find_rivals(std::vector<Claim>& claims, Published published) {
  std::vector<Kin> kin;
  for (Claim& claim : claims) {
    if (!claim.measure.empty()) kin.push_back({&claim, told_range(claim.figure)});
  }
  std::stable_sort(kin.begin(), kin.end(),
                   [](const Kin& a, const Kin& b) { return a.kind() < b.kind(); });
  for (auto begin = kin.begin(); begin != kin.end();) {
    auto end = begin + 1;
    while (end != kin.end() && end->kind() == begin->kind()) ++end;
    const auto looked_at = begin + std::min<std::ptrdiff_t>(end - begin, kMaxKin);
    for (auto claim = begin; claim != end; ++claim) {
      for (auto other = begin; other != looked_at; ++other) {
        if (claim != other) add_rival(*claim, *other, published);
      }
    }
    begin = end;
  }
}

}  // namespace figured::claims
