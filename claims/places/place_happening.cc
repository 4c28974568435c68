#include "claims/places/place_happening.h"

#include "claims/places/place_role.h"
#include "claims/text/clause.h"

namespace figured::claims {

namespace {
constexpr int kDepartureReach = 6;  // tokens back from "from" to the verb

// "started out on foot from", "marched from", "took off from": those who go are there.
bool sets_out(const SentenceView& s, int from) {
  static constexpr WordList kGone = {"marched", "marching", "departed", "departing", "departs",
                                     "sailed",  "sailing",  "embarked", "embarking"};
  static constexpr WordList kStarted = {"set",      "sets",   "setting", "start",  "started",
                                        "starting", "starts", "took",    "taking", "takes"};
  bool away = false;  // "out", "off" seen
  for (int i = from - 1; i > from - kDepartureReach && s.is_word(i); --i) {
    if (s.is_one_of(i, kGone) || (away && s.is_one_of(i, kStarted))) return true;
    if (s.is(i, kClauseBreak | kConjunction) || is_finite_verb(s, i)) return false;
    away = s.lower_is(i, "out") || s.lower_is(i, "off");
  }
  return false;
}
}  // namespace

// "stolen from", "rescued from": it was there when it happened.
bool takes_from(const SentenceView& s, int from) {
  static constexpr WordList kTaken = {
      "stolen",    "looted",   "taken",     "seized",   "removed",   "evacuated",
      "airlifted", "rescued",  "recovered", "pulled",   "freed",     "escaped",
      "kidnapped", "abducted", "snatched",  "smuggled", "withdrawn", "confiscated"};
  return s.lower_is(from, "from") && (s.is_one_of(from - 1, kTaken) || sets_out(s, from));
}

// "in the Peruvian civil war", "during the 2019 Peru elections": what happens is in the
// country whose name it bears; "in the Peru talks" may be anywhere.
bool names_event(const SentenceView& s, int first, int last) {
  static constexpr WordList kEvents = {
      "war",      "wars",   "conflict", "fighting",  "uprising",   "revolution", "insurgency",
      "coup",     "famine", "genocide", "massacre",  "earthquake", "quake",      "tsunami",
      "flood",    "floods", "attack",   "attacks",   "bombing",    "bombings",   "shooting",
      "protests", "unrest", "election", "elections", "referendum"};
  int before = first - 1;
  if (s.is_kind(before, TokenKind::kNumber)) --before;  // "the 2019 Peru elections"
  if (!s.lower_is(before, "the")) return false;
  if (!s.lower_is(before - 1, "in") && !s.lower_is(before - 1, "during")) return false;
  for (int i = last; i < last + 3 && s.is_word(i); ++i) {
    if (s.is_one_of(i, kEvents)) return true;
  }
  return false;
}

// "hits Lima", "rocked Lima": what befalls a place is there; "hit Iran with sanctions"
// and "struck Lima as odd" are other senses.
bool befalls_place(const SentenceView& s, int verb, int last) {
  static constexpr WordList kBlows = {
      "hit",       "hits",       "hitting",    "struck",      "strikes",  "striking", "rocked",
      "rocks",     "rocking",    "shook",      "shakes",      "shaking",  "jolted",   "jolts",
      "jolting",   "rattled",    "rattles",    "rattling",    "battered", "batters",  "battering",
      "pounded",   "pounds",     "pounding",   "slammed",     "slams",    "ravaged",  "ravages",
      "ravaging",  "devastated", "devastates", "devastating", "flooded",  "swept",    "engulfed",
      "lashed",    "lashes",     "lashing",    "shelled",     "bombed",   "bombs",    "bombing",
      "bombarded", "stormed",    "besieged",   "gripped",     "swamped",  "levelled", "leveled",
      "levels",    "ripped",     "rips",       "tore",        "tears",    "roared",   "plowed",
      "ploughed",  "barreled",   "barrelled",  "raged",       "crashed",  "spread"};
  if (s.lower_is(verb, "through") || s.lower_is(verb, "into") || s.lower_is(verb, "across"))
    --verb;  // "swept through Lima"
  return s.is_one_of(verb, kBlows) && !s.lower_is(last, "with") && !s.lower_is(last, "as");
}

// "the streets of Lima", whatever is done to them.
bool is_ground_of(const SentenceView& s, int of) {
  static constexpr WordList kGrounds = {"streets", "street", "outskirts", "suburbs",
                                        "suburb",  "centre", "center",    "heart",
                                        "skies",   "shores", "coast"};
  return s.lower_is(of, "of") && s.is_one_of(of - 1, kGrounds);
}

// "the Lima airport", "a Lima hospital": it stands there.
bool is_site(const SentenceView& s, int noun) {
  static constexpr WordList kSites = {
      "airport",   "hospital", "hospitals", "church",   "mosque",     "synagogue",  "school",
      "nightclub", "hotel",    "bar",       "market",   "mall",       "restaurant", "stadium",
      "prison",    "jail",     "theater",   "theatre",  "station",    "suburb",     "neighborhood",
      "apartment", "factory",  "plant",     "beach",    "courthouse", "museum",     "concert",
      "marathon",  "shooting", "bombing",   "massacre", "attack",     "attacks",    "bombings"};
  return s.is_one_of(noun, kSites) && !s.is_kind(noun + 1, TokenKind::kPossessiveEnd) &&
         !is_name_word(s, noun + 1);
}

bool is_aside(const SentenceView& s, int first) {
  static constexpr WordList kAsides = {
      "talks",     "meeting",     "meetings",  "summit",      "negotiations", "conference",
      "dialogue",  "briefing",    "interview", "speech",      "meet",         "met",
      "reporters", "journalists", "speaking",  "spoke",       "lives",        "lived",
      "living",    "resides",     "resided",   "residing",    "office",       "bureau",
      "newspaper", "embassy",     "consulate", "headquarters"};
  int at = before_name(s, first);
  if (!locates(s, at)) return false;
  --at;
  if (s.is(at, kWeekday | kDayWord | kAdverb)) --at;  // "met on Monday in Lima" is not looked for
  return s.is_one_of(at, kAsides);
}

}  // namespace figured::claims
