#include "claims/sameness/claim_profile.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "claims/lexicon/lexicon.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/claim_pair.h"

namespace figured::claims {
namespace {

constexpr double kReach = 6;  // words; at that distance a word weighs 1/e

constexpr std::string_view kScopeNames[] = {
    "part",   "other",   "new",   "previous", "remaining",  "average", "net",        "peak",
    "change", "serious", "light", "list",     "aftershock", "total",   "cumulative", "superseded"};

std::uint64_t key(std::string_view text) {
  return text.empty() ? 0 : XXH3_64bits(text.data(), text.size());
}

void add_scope(ClaimProfile& profile, std::string_view token) {
  const std::size_t colon = token.find(':');
  if (colon == std::string_view::npos) {
    const auto* found = std::find(std::begin(kScopeNames), std::end(kScopeNames), token);
    if (found != std::end(kScopeNames)) profile.scopes |= 1U << (found - std::begin(kScopeNames));
    return;
  }
  const std::string_view kind = token.substr(0, colon);
  const std::uint64_t value = key(token.substr(colon + 1));
  profile.has_named_scope = profile.has_named_scope || value != 0;
  if (kind == "of") profile.named.of = value;
  if (kind == "nation") profile.named.nation = value;
  if (kind == "at") profile.named.at = value;
  if (kind == "from") profile.named.from = value;
  if (kind == "per") profile.named.per = value;
}

void set_noun(ClaimProfile& profile, const std::string& noun) {
  const Lexicon& lexicon = Lexicon::english();
  const std::string singular = lexicon.singular(noun);
  profile.noun = key(singular);
  profile.noun_class = lexicon.find(singular).noun;
}

void set_place(ClaimProfile& profile, const std::string& where) {
  if (where.empty()) return;
  const Gazetteer& world = Gazetteer::world();
  profile.place = key(last_word(where));
  profile.place_id = world.best(where);
  profile.country =
      profile.place_id != kNoPlace && world.country_of(profile.place_id) == profile.place_id;
}

// Named beside the figure, and narrow enough that what happened there happened
// nowhere else.
bool is_pinned(const Claim& claim, const ClaimProfile& profile) {
  if (claim.place.empty() || !claim.setting.empty() || profile.place_id == kNoPlace) return false;
  const PlaceKind kind = Gazetteer::world().place(profile.place_id).kind;
  return kind == PlaceKind::kCity || kind == PlaceKind::kState;
}

const Event* parent_of(const Event& event) {
  return event.parent == kNoIndex ? nullptr : &Lexicon::english().event(event.parent);
}

bool is_below(const Event* event, std::string_view name) {
  const Event* wider = Lexicon::english().event_named(name);
  while (event != nullptr && event != wider) event = parent_of(*event);
  return event != nullptr;
}

// Of an election or a game: votes, "the delegates she needs", yards rushed.
bool is_of_contest(const Claim& claim) {
  const auto is_one = [](const Event* event) {
    return is_below(event, "electoral") || is_below(event, "sport");
  };
  const Lexicon& lexicon = Lexicon::english();
  const std::int16_t counted = lexicon.find(claim.noun).noun_event;
  return is_one(event_of(claim.measure)) ||
         (counted != kNoIndex && is_one(&lexicon.event(counted)));
}

// What befalls people and places in an event is told without an owner; anything
// else is somebody's.
bool is_owned(const Claim& claim) {
  static constexpr std::string_view kOfEvents[] = {"people.",   "armed.",  "building.",
                                                   "vehicle.",  "weapon.", "place.",
                                                   "magnitude", "length.", "money.stolen_money"};
  for (const std::string_view kind : kOfEvents) {
    if (claim.measure.starts_with(kind)) return is_of_contest(claim);
  }
  return true;
}

// "Three in five voters": a share, though of things that are counted.
bool is_share(const Figure& figure) {
  return figure.unit.empty() && figure.value() > 0 && figure.value() < 1;
}

// Pages, races, questions: nothing that is somewhere by itself, as people, ships and
// countries are.
bool is_mere_thing(std::string_view measure) {
  constexpr std::string_view kCount = "count.";
  if (!measure.starts_with(kCount)) return false;
  const Noun* noun = Lexicon::english().noun_named(measure.substr(kCount.size()));
  return noun == nullptr || (noun->kind == "thing" && noun->name != "country");
}

// "Six women", "two senators": no event tells which ones.
bool is_of_people(std::string_view measure) {
  constexpr std::string_view kCount = "count.";
  if (!measure.starts_with(kCount)) return false;
  const Noun* noun = Lexicon::english().noun_named(measure.substr(kCount.size()));
  return noun != nullptr && (noun->kind == "person" || noun->kind == "carrier");
}

// The length of a film, how often somebody has married: told once and for all, of no
// stretch of time.
bool is_settled(const std::string& measure) {
  constexpr std::string_view kLasts = "duration.";
  static constexpr std::string_view kSettled[] = {"times.married", "times.divorced",
                                                  "child.offspring", "address.block_number",
                                                  "doors.distance"};
  if (std::find(std::begin(kSettled), std::end(kSettled), measure) != std::end(kSettled))
    return true;
  if (!measure.starts_with(kLasts)) return false;
  const std::string_view what = std::string_view(measure).substr(kLasts.size());
  static constexpr std::string_view kWorks[] = {"video", "film",      "movie", "clip",
                                                "tape",  "recording", "speech"};
  return std::find(std::begin(kWorks), std::end(kWorks), what) != std::end(kWorks);
}

std::uint32_t traits_of(const Claim& claim) {
  const std::string& measure = claim.measure;
  const Event* const event = event_of(measure);
  std::uint32_t traits = 0;
  const auto add = [&](MeasureTrait trait, bool holds) { traits |= holds ? trait : 0U; };
  const auto is_of = [&](std::string_view kind) { return measure.starts_with(kind); };
  const bool owned = is_owned(claim), age = measure == "age", count = is_of("count.");
  // Points and games are those of one season, round or poll.
  const bool of_a_round =
      measure == "count.share" || measure == "count.point" || measure == "count.game";
  add(kOwnedMeasure, owned);
  // What else is counted or measured once and for all needs no period.
  const bool settled = is_settled(measure);
  add(kSettledMeasure, settled);
  add(kPeriodMeasure,
      of_a_round || is_share(claim.figure) || (owned && !age && !count && !settled));
  add(kBareCount, count);
  add(kStuffMeasure, is_of("mass.") || is_of("volume."));
  // "Employs 300 people": an employer's.
  const bool harmed = is_of("people.") || is_of("armed.") || is_of("place.") || is_of("weapon.") ||
                      measure == "magnitude" || measure == "money.stolen_money";
  add(kHarmMeasure, harmed && !is_below(event, "work"));
  add(kLocatedMeasure, measure == "magnitude" || is_of("length."));
  add(kPersonalMeasure, age || measure == "child.offspring");
  add(kBarePeople, is_of_people(measure));
  add(kMereThing, is_mere_thing(measure));
  add(kTollMeasure, is_below(event, "harmed") || is_below(event, "arrested"));
  return traits;
}

double length_of(const std::vector<ContextWord>& context) {
  double squares = 0;
  for (const ContextWord& word : context) {
    const double weight = nearness(word.distance);
    squares += weight * weight;
  }
  return std::sqrt(squares);
}

}  // namespace

double nearness(std::uint8_t distance) {
  static const std::array<double, 256> table = [] {
    std::array<double, 256> weights;
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] = std::exp(-static_cast<double>(i) / kReach);
    return weights;
  }();
  return table[distance];
}

ClaimProfile make_profile(const SourcedClaim& sourced) {
  const Claim& claim = sourced.claim;
  ClaimProfile profile;
  profile.measure = key(claim.measure);
  profile.measure_name = claim.measure;
  profile.family = key(std::string_view(claim.measure).substr(0, claim.measure.find('.')));
  profile.traits = traits_of(claim);
  if (!claim.noun.empty()) set_noun(profile, claim.noun);
  profile.owner = owner_keys(claim.subject);
  set_place(profile, claim.where());
  profile.pinned = is_pinned(claim, profile);
  for (const std::string& token : claim.scope) add_scope(profile, token);
  if (!claim.figure.unit.empty()) profile.unit = Lexicon::english().unit_named(claim.figure.unit);
  profile.unit_name = key(claim.figure.unit);
  profile.low = claim.figure.low;
  profile.high = claim.figure.high;
  profile.grain = claim.figure.grain;
  profile.bound = claim.figure.bound;
  profile.modality = claim.modality;
  profile.negated = claim.negated;
  profile.rivals = static_cast<std::uint32_t>(claim.rivals.size());
  profile.range = value_range(claim.figure);
  profile.dynamic = dynamic_of(claim.measure);
  profile.headline = sketch_headline(sourced.title);
  profile.event_time = claim.event_time;
  profile.published = sourced.published;
  profile.context_length = length_of(claim.context);
  profile.near_words = static_cast<std::uint32_t>(
      std::count_if(claim.context.begin(), claim.context.end(),
                    [](const ContextWord& word) { return word.distance < kNearest; }));
  return profile;
}

std::shared_ptr<const ClaimProfile> profile_of(const SourcedClaim& claim) {
  if (claim.profile != nullptr) return claim.profile;
  auto profile = std::make_shared<const ClaimProfile>(make_profile(claim));
  if (claim.id != 0) claim.profile = profile;
  return profile;
}

}  // namespace figured::claims
