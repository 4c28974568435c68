#include "claims/places/place_role.h"

#include "claims/places/place_happening.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

// "in Lima's Blue Room", "in Peru's capital"; "in Peru's history" is no place.
bool owns_place(const SentenceView& s, int end) {
  int head = end + 1;
  while (head < end + 4 && s.is_word(head + 1) && s.at(head + 1).capital) ++head;
  const Word& word = *s.at(head).word;
  return s.is(head, kPlaceCue) || word.topic == Topic::kLocation ||
         (word.topic == Topic::kArtifact && s.is_word(head));
}

// "at the Lima airport", "in a Texas prison": what is in a town or a state; "in the
// Iran talks" is no place.
bool holds(const SentenceView& s, const gazetteer_data::Name& name, int preposition) {
  static constexpr WordList kIn = {"in", "at", "near", "outside", "inside"};
  const PlaceKind kind = Gazetteer::world().place(name.row).kind;
  return (kind == PlaceKind::kCity || kind == PlaceKind::kState) && s.is_one_of(preposition, kIn) &&
         !takes_in(s, preposition - 1);
}

// "Texas governor", "U.S. troops": a noun follows at once.
bool modifies(const SentenceView& s, int last) {
  const int next = s.at(last).text == "." && s.at(last).span.start == s.at(last - 1).span.end &&
                           s.is_word(last + 1)
                       ? last + 1
                       : last;
  if (s.is_kind(next, TokenKind::kHyphen) && s.binds(next)) return true;
  if (!s.is_word(next) || is_place_cue(s, next)) return false;
  // "in Lima less than a year"
  static constexpr WordList kLimits = {"less",   "more",    "fewer", "nearly",
                                       "almost", "roughly", "alone", "itself"};
  if (s.is_one_of(next, kLimits)) return false;
  if (is_name_word(s, next)) return true;
  return !s.is(next, kPreposition | kDeterminer | kConjunction | kPronoun | kMonth | kWeekday |
                         kBe | kHave | kDayWord | kAdverb | kClauseBreak | kModal | kWill | kSay) &&
         !is_finite_verb(s, next) &&
         (s.at(next).word->verb_forms == 0 || s.at(next).word->is_likely(PartOfSpeech::kNoun));
}

}  // namespace

bool takes_in(const SentenceView& s, int noun) {
  static constexpr WordList kNouns = {
      "stake", "stakes", "interest", "interests", "share", "shares", "investment", "invested",
      "invest", "holding", "rise", "increase", "drop", "fall", "decline", "cut", "cuts", "change",
      "changes", "confidence", "trust", "believe", "believes", "believed", "faith", "role", "part",
      "participate", "specialize", "specializes", "result", "resulted", "resulting", "majority",
      "position", "stock", "trading", "partner", "engaged", "involved", "succeed", "seat",
      // of whom it is said, not of what is counted
      "headquartered", "based", "born", "raised", "incorporated", "registered", "educated"};
  return s.is_one_of(noun, kNouns);
}

bool locates(const SentenceView& s, int i) {
  static constexpr WordList kLocating = {"in",         "near",   "outside", "across",
                                         "throughout", "around", "inside",  "within",
                                         "off",        "at",     "over",    "above"};
  return s.is_one_of(i, kLocating);
}

bool locates_unknown(const SentenceView& s, int i) {
  static constexpr WordList kSure = {"in",         "near",   "outside", "across",
                                     "throughout", "around", "inside"};
  return s.is_one_of(i, kSure) && !takes_in(s, i - 1);
}

bool is_place_cue(const SentenceView& s, int i) {
  return s.is_word(i) && s.is(i, kPlaceCue) && s.at(i).capital && !s.is(i, kTitle);
}

bool is_area(const SentenceView& s, int i) {
  static constexpr WordList kParts = {"part",    "parts",     "area",     "areas",   "section",
                                      "suburbs", "outskirts", "republic", "enclave", "stronghold"};
  return s.is_word(i) && !s.at(i).capital &&
         (s.is(i, kPlaceCue) || s.at(i).word->topic == Topic::kLocation || s.is_one_of(i, kParts));
}

bool is_direction(const SentenceView& s, int i) {
  static constexpr WordList kDirections = {
      "northern", "southern", "eastern", "western", "central", "downtown", "east",    "west",
      "north",    "south",    "upper",   "lower",   "greater", "suburban", "occupied"};
  return s.is_one_of(i, kDirections);
}

bool is_name_word(const SentenceView& s, int i) {
  return s.is_word(i) && s.at(i).capital &&
         !s.is(i, kPreposition | kDeterminer | kConjunction | kPronoun | kMonth | kWeekday | kBe |
                      kHave | kDayWord | kAdverb | kClauseBreak);
}

int before_name(const SentenceView& s, int first) {
  return s.is(first - 1, kDeterminer) ? first - 2 : first - 1;
}

PlaceRole role_behind(const SentenceView& s, int at) {
  if (locates(s, at)) return takes_in(s, at - 1) ? PlaceRole::kNamed : PlaceRole::kLocated;
  if (s.lower_is(at, "from")) return takes_from(s, at) ? PlaceRole::kLocated : PlaceRole::kSource;
  static constexpr WordList kTowards = {"to", "into", "toward", "towards", "for"};
  return s.is_one_of(at, kTowards) ? PlaceRole::kTarget : PlaceRole::kNamed;
}

PlaceRole place_role(const SentenceView& s, const gazetteer_data::Name& name, int first, int last,
                     bool placed) {
  if (names_event(s, first, last)) return PlaceRole::kLocated;
  if ((name.traits & kDemonym) != 0) return PlaceRole::kAdjective;
  if (is_dateline(s, first, last)) return PlaceRole::kLocated;
  if (s.is_kind(last, TokenKind::kPossessiveEnd))
    return owns_place(s, last) && locates(s, before_name(s, first)) ? PlaceRole::kLocated
                                                                    : PlaceRole::kNamed;
  int at = before_name(s, first);
  const PlaceKind kind = Gazetteer::world().place(name.row).kind;
  const bool narrow = kind == PlaceKind::kCity || kind == PlaceKind::kState;
  // "in Lima province", but "Lima city officials"
  const int behind = narrow && s.is(last, kPlaceCue) ? last + 1 : last;
  if (!placed && narrow && is_site(s, last)) {
    if (!s.lower_is(at, "from") || takes_from(s, at)) return PlaceRole::kLocated;
  }
  if (!placed && modifies(s, behind)) {
    if (narrow && s.lower_is(at, "from"))
      return takes_from(s, at) ? PlaceRole::kLocated : PlaceRole::kSource;
    return holds(s, name, at) ? PlaceRole::kLocated : PlaceRole::kAdjective;
  }
  while (is_direction(s, at) || s.is_kind(at, TokenKind::kHyphen) || s.is(at, kDeterminer)) --at;
  // "in the capital, Lima"
  if (s.at(at).text == "," && s.lower_is(at - 1, "capital")) at = phrase_start(s, at - 1) - 1;
  if (is_ground_of(s, at)) return PlaceRole::kLocated;
  if (s.lower_is(at, "of") && is_area(s, at - 1)) at = phrase_start(s, at - 1) - 1;
  if (befalls_place(s, at, last)) return PlaceRole::kLocated;
  return role_behind(s, at);
}

}  // namespace figured::claims
