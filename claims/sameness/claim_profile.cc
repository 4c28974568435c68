#include "claims/sameness/claim_profile.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "claims/lexicon.h"
#include "claims/owner_names.h"
#include "claims/tokens.h"

namespace figured::claims {
namespace {

constexpr double kReach = 6;  // words; at that distance a word weighs 1/e

constexpr std::string_view kScopeNames[] = {
    "part",   "other",   "new",   "previous", "remaining",  "average", "net",       "peak",
    "change", "serious", "light", "list",     "aftershock", "total",   "cumulative"};

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
  const std::int16_t index = lexicon.find(singular).noun;
  if (index != kNoIndex) profile.noun_class = lexicon.noun(index).name;
}

void set_place(ClaimProfile& profile, const std::string& where) {
  if (where.empty()) return;
  const Gazetteer& world = Gazetteer::world();
  profile.place = key(last_word(where));
  profile.place_id = world.best(where);
  profile.country =
      profile.place_id != kNoPlace && world.country_of(profile.place_id) == profile.place_id;
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
  profile.article = sourced.article_id != 0 ? static_cast<std::uint64_t>(sourced.article_id)
                                            : key(sourced.article);
  profile.measure = claim.measure;
  profile.family = key(std::string_view(claim.measure).substr(0, claim.measure.find('.')));
  if (!claim.noun.empty()) set_noun(profile, claim.noun);
  profile.owner = owner_keys(claim.subject);
  set_place(profile, claim.where());
  for (const std::string& token : claim.scope) add_scope(profile, token);
  profile.event_time = claim.event_time;
  profile.published = sourced.published;
  profile.modality = claim.modality;
  profile.negated = claim.negated;
  profile.unit = claim.figure.unit;
  profile.bound = claim.figure.bound;
  profile.low = claim.figure.low;
  profile.high = claim.figure.high;
  profile.grain = claim.figure.grain;
  profile.rivals = claim.rivals.size();
  profile.context = claim.context;
  profile.context_length = length_of(claim.context);
  profile.names = sourced.names;
  return profile;
}

}  // namespace figured::claims
