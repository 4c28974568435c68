#include "claims/places/place_matcher.h"

#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/word_hash.h"
#include "claims/places/place_happening.h"
#include "claims/places/place_role.h"
#include "claims/subjects/side_name.h"
#include "claims/text/clause.h"
#include "claims/text/names.h"

namespace figured::claims {
namespace {

constexpr std::uint32_t kBigCity = 900;  // thousands: known without a word of place

// The hash of a place's key with one more word.
std::uint64_t next_key(std::uint64_t hash, const Token& word) {
  return word.letters ? next_word_hash(hash, word.text.hash())
                      : next_word_hash(hash, place_key(word.text));
}

}  // namespace

PlaceMatch PlaceMatcher::match(int first) {
  std::uint64_t key = next_key(0, s_.at(first));
  const PlaceNames found = world_.find(key);
  PlaceMatch best{first + 1, found.names};
  int words = 1;
  for (int i = first + 1; words < found.longest && s_.has(i); ++i) {
    if (s_.binds(i)) continue;
    if (s_.at(i).text == "." && s_.at(i - 1).text.size() <= 2) continue;  // "St. Louis"
    if (s_.is_kind(i, TokenKind::kPossessiveEnd) || !s_.is_word(i)) break;
    key = next_key(key, s_.at(i));
    ++words;
    const PlaceNames longer = world_.find(key);
    if (!longer.names.empty()) best = {i + 1, longer.names};
  }
  return best.names.empty() ? PlaceMatch() : best;
}

PlaceMatch PlaceMatcher::container(int last) {
  if (s_.at(last).text != "," || !s_.at(last + 1).capital) return {};
  PlaceMatch wider = match(last + 1);
  if (wider.names.empty()) return {};
  const PlaceKind kind = world_.place(wider.names.front().row).kind;
  if (kind == PlaceKind::kCity || kind == PlaceKind::kBody ||
      (wider.names.front().traits & kDemonym) != 0)
    return {};
  if (s_.at(wider.last).text == "." && s_.at(wider.last - 1).text.size() <= 5 &&
      (wider.names.front().traits & kAbbreviation) != 0)
    ++wider.last;
  return wider;
}

const gazetteer_data::Name* PlaceMatcher::choose(std::span<const gazetteer_data::Name> names,
                                                 PlaceMatch& wider) const {
  for (const gazetteer_data::Name& name : names) {
    for (const gazetteer_data::Name& wide : wider.names) {
      if (name.row != wide.row && world_.within(name.row, wide.row)) return &name;
    }
  }
  wider = {};  // "Paris, Germany and Spain" is a list
  for (const gazetteer_data::Name& name : names) {
    if ((name.traits & kAbbreviation) == 0) return &name;
  }
  return nullptr;
}

bool PlaceMatcher::believe(const gazetteer_data::Name& name, int first, int last) const {
  const gazetteer_data::Row& place = world_.place(name.row);
  const auto located = [&] {
    return locates(s_, before_name(s_, first)) || s_.lower_is(before_name(s_, first), "from") ||
           s_.lower_is(first - 1, "to") || is_dateline(s_, first, last) ||
           (s_.lower_is(first - 1, "of") && is_area(s_, first - 2)) ||
           is_ground_of(s_, first - 1) ||
           (s_.at(first - 1).text == "," && s_.lower_is(first - 2, "capital")) ||
           s_.is(last, kPlaceCue) ||
           ((name.traits & kPersonName) == 0 &&
            (befalls_place(s_, before_name(s_, first), last) || is_site(s_, last)));
  };
  if ((name.traits & kCommonWord) != 0 || is_within_person(first, last)) return false;
  if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kRegion) {
    return (name.traits & kPersonName) == 0 || located() ||
           (!is_person(first, last) && !is_name_word(s_, first - 1));
  }
  // "Michael Boston", "Boston Scientific"
  const bool inside = (is_name_word(s_, first - 1) && !is_place_cue(s_, first - 1) &&
                       !s_.at(first - 1).word->title && !is_direction(s_, first - 1)) ||
                      s_.is_kind(first - 1, TokenKind::kHyphen);
  const bool cued = s_.is(last, kPlaceCue) && !s_.is(last, kTitle);  // "Orsk province"
  if (inside || (!cued && is_person(first, last))) return false;
  const bool known = place.population >= kBigCity && (name.traits & kPersonName) == 0;
  if (is_name_word(s_, last) && !is_place_cue(s_, last) && place.kind == PlaceKind::kCity && !known)
    return false;
  if ((name.traits & kDemonym) != 0) return true;
  if ((name.traits & kPersonName) != 0 || place.kind == PlaceKind::kCity) return known || located();
  // Of the world's provinces only those that English has its own name for are
  // known by it alone.
  return known || name.row < gazetteer_data::kOurs || located();
}

// "Paris Hilton": the run of capitals is a person of the article.
bool PlaceMatcher::is_within_person(int first, int last) const {
  if (!is_name_word(s_, last)) return false;
  const auto run = read_name(s_, first);
  if (!run || run->last <= last) return false;
  const SideName named = sides_.trim(s_, *run);
  return named.kind == SideKind::kPerson && named.span.first == first;
}

bool PlaceMatcher::is_person(int first, int last) const {
  if (last - first != 1) return false;
  const int side = sides_.named(s_.at(first).text);
  return side != kNoSide && sides_.side(side).kind == SideKind::kPerson;
}

}  // namespace figured::claims
