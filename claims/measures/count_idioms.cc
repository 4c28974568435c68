#include "claims/measures/count_idioms.h"

#include <string_view>

#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kReach = 8;  // tokens before or behind a count
constexpr WordList kCrowds = {"protest", "protests", "march",         "marches",
                              "rally",   "rallies",  "demonstration", "demonstrations"};

std::int16_t event_named(std::string_view name) {
  const Lexicon& lexicon = Lexicon::english();
  return lexicon.index_of(*lexicon.event_named(name));
}

CountedEvent found(std::int16_t event, int verb, std::string_view rule) {
  return {.event = event, .verb = verb, .listed = false, .of_kind = false, .rule = rule};
}

CountedEvent taken_before(const SentenceView& s, int first) {
  static const std::int16_t killed = event_named("killed");
  static constexpr WordList kTaken = {"claimed", "claiming", "claims", "claim", "took",
                                      "taken",   "taking",   "takes",  "take",  "cost",
                                      "costing", "lost",     "losing", "loss",  "lose"};
  for (int i = first - 1; i > first - 5 && s.is_word(i); --i) {
    if (s.is_one_of(i, kTaken)) return found(killed, i, "lives taken");
  }
  return {};
}

CountedEvent lost_behind(const SentenceView& s, int last) {
  static const std::int16_t killed = event_named("killed");
  for (int i = last; i < last + 4 && s.is_word(i); ++i) {
    if (s.lower_is(i, "lost")) return found(killed, i, "lives lost");
  }
  return {};
}

// "who lost their lives", "have lost their life"
CountedEvent own_lives_lost(const SentenceView& s, int i) {
  static const std::int16_t killed = event_named("killed");
  static constexpr WordList kLosing = {"lose", "lost", "losing", "gave", "give"};
  while (s.is(i, kHave | kAdverb) || s.lower_is(i, "who")) ++i;
  if (!s.is_one_of(i, kLosing) || !s.is(i + 1, kPossessive)) return {};
  const bool lives = s.lower_is(i + 2, "lives") || s.lower_is(i + 2, "life");
  return lives ? found(killed, i, "lives lost") : CountedEvent();
}

CountedEvent lives_between(const SentenceView& s, int first, int last) {
  const CountedEvent taken = taken_before(s, first);
  return taken.event != kNoIndex ? taken : lost_behind(s, last);
}

// Out of a country, or out of harm's way.
CountedEvent told_to_leave(const SentenceView& s, const CountedPhrase& p, int verb) {
  static const std::int16_t deported = event_named("deported");
  static const std::int16_t evacuated = event_named("evacuated");
  const int left = after_determiners(s, verb + 1);
  const bool country = s.lower_is(left, "country") || (s.at(left).capital && left > verb) ||
                       s.at(p.noun.head).word->demonym;
  return found(country ? deported : evacuated, verb, "told to leave");
}

// "has 80", "with 80"
bool is_had(const SentenceView& s, const CountedPhrase& p) {
  for (int i = p.first - 1; i >= p.first - 3; --i) {
    if (s.is(i, kHave) || s.lower_is(i, "with")) return true;
  }
  return false;
}

bool is_force(const SentenceView& s, const CountedPhrase& p) {
  const std::int16_t noun = s.at(p.noun.head).word->noun;
  if (noun == kNoIndex || Lexicon::english().noun(noun).kind != "armed") return false;
  if (is_had(s, p)) return true;
  static constexpr WordList kCues = {"ready", "loyal", "stationed", "strong"};
  return s.is_one_of(p.noun.head + 1, kCues) || s.is_one_of(p.noun.head + 2, kCues);
}

}  // namespace

CountedEvent lives_taken(const SentenceView& s, const CountedPhrase& p) {
  // "claimed the lives of 42 miners"
  if (s.lower_is(p.first - 1, "of") && s.lower_is(p.first - 2, "lives"))
    return lives_between(s, p.first - 2, p.last);
  const int head = p.noun.head;
  if (const CountedEvent own = own_lives_lost(s, head >= 0 ? head + 1 : p.last);
      own.event != kNoIndex)
    return own;
  if (head < 0 || !(s.lower_is(head, "lives") || s.lower_is(head, "life"))) return {};
  return lives_between(s, p.first, head + 1);
}

CountedEvent margin_of_votes(const SentenceView& s, const CountedPhrase& p) {
  static const std::int16_t lead = event_named("lead");
  static const std::int16_t votes = event_named("voted"), seats = event_named("seats");
  if (p.noun.head < 0) return {};
  const std::int16_t what = s.at(p.noun.head).word->noun_event;
  if (what != votes && what != seats) return {};
  if (s.lower_is(p.first - 1, "by")) return found(lead, p.first - 1, "margin of votes");
  for (int i = p.first - 1; i > p.first - kReach && s.is_word(i); --i) {
    if (s.at(i).word->amount_noun == lead) return found(lead, i, "margin of votes");
  }
  return {};
}

CountedEvent told_to_go(const SentenceView& s, const CountedPhrase& p) {
  static constexpr WordList kCommands = {
      "order", "orders", "ordered", "ordering", "tell",   "told",   "urge",  "urged",   "urging",
      "warn",  "warned", "warning", "force",    "forced", "forces", "asked", "forcing", "advised"};
  const int head = p.noun.head;
  if (head < 0) return {};
  int behind = head + 1;
  while (s.is(behind, kBe | kHave | kAdverb)) ++behind;
  const bool passive = behind > head + 1 && s.is_one_of(behind, kCommands);
  if (!passive && !s.is_one_of(p.first - 1, kCommands)) return {};
  const int from = passive ? behind + 1 : head + 1;
  if (s.lower_is(from, "out")) return told_to_leave(s, p, from + 1);
  for (int i = from; i < from + kReach - 1 && s.is_word(i) && !s.is(i, kConjunction); ++i) {
    if (!s.lower_is(i, "to")) continue;
    if (s.lower_is(i + 1, "leave")) return told_to_leave(s, p, i + 1);
    const Word& verb = *s.at(i + 1).word;
    if (verb.verb_forms == 0) return {};
    return found(verb.event_as(kObjectVerb | kSubjectVerb), i + 1, "told to do");
  }
  return {};
}

CountedEvent diagnosed_with_injury(const SentenceView& s, const CountedPhrase& p) {
  static const std::int16_t injured = event_named("injured");
  static constexpr WordList kInjuries = {"concussion", "concussions", "trauma", "tbi",
                                         "fracture",   "fractures",   "burns",  "wounds"};
  int verb = p.noun.head >= 0 ? p.noun.head + 1 : p.last;
  while (s.is(verb, kBe | kHave | kAdverb) || s.lower_is(verb, "who")) ++verb;
  if (!s.lower_is(verb, "diagnosed") || !s.lower_is(verb + 1, "with")) return {};
  for (int i = verb + 2; i < verb + kReach && s.is_word(i) && !s.is(i, kPreposition); ++i) {
    if (s.at(i).word->noun_event == injured || s.is_one_of(i, kInjuries))
      return found(injured, verb, "an injury that is found");
  }
  return {};
}

CountedEvent joined_crowd(const SentenceView& s, const CountedPhrase& p) {
  static const std::int16_t attended = event_named("attended");
  static constexpr WordList kJoining = {"join", "joins", "joined", "joining"};
  int verb = p.noun.head >= 0 ? p.noun.head + 1 : p.last;
  while (s.is(verb, kHave | kAdverb)) ++verb;
  if (!s.is_one_of(verb, kJoining)) return {};
  for (int i = verb + 1; i < verb + kReach && s.has(i); ++i) {
    const bool owner = s.is_kind(i, TokenKind::kPossessiveEnd);
    if (!owner && (!s.is_word(i) || s.is(i, kPreposition | kConjunction | kClauseBreak))) return {};
    const Word& noun = *s.at(i).word;
    if (noun.event_as(kToll) == attended || noun.noun_event == attended || s.is_one_of(i, kCrowds))
      return found(attended, verb, "joined those who gather");
  }
  return {};
}

CountedEvent left_to_themselves(const SentenceView& s, const CountedPhrase& p) {
  static const std::int16_t affected = event_named("affected");
  static constexpr WordList kLeaving = {"leave", "leaves", "left", "leaving"};
  const int head = p.noun.head;
  if (!p.people || !s.is_one_of(p.first - 1, kLeaving)) return {};
  const bool so = s.lower_is(head + 1, "with") || s.lower_is(head + 1, "without");
  return so ? found(affected, p.first - 1, "left in such a state") : CountedEvent();
}

CountedEvent jobs_changed(const SentenceView& s, const CountedPhrase& p) {
  static constexpr WordList kJobs = {"job", "jobs", "payroll", "employment", "payrolls"};
  static const std::int16_t added = event_named("added"), cut = event_named("eliminated");
  bool jobs = p.noun.head >= 0 && s.is_one_of(p.noun.head, kJobs);
  if (p.noun.head >= 0 && !jobs) return {};
  int verb = -1;
  for (int i = p.first - 1; i > p.first - kReach && s.is_word(i); --i) {
    if (verb < 0 && s.is(i, kRise | kFall) && s.at(i).word->verb_forms != 0) verb = i;
    jobs = jobs || (verb >= 0 && s.is_one_of(i, kJobs));
  }
  // "rose to 130 million": how many there are.
  if (!jobs || verb < 0 || s.lower_is(p.first - 1, "to")) return {};
  return found(s.is(verb, kRise) ? added : cut, verb, "jobs that rise or fall");
}

CountedEvent force_or_staff(const SentenceView& s, const CountedPhrase& p) {
  static constexpr WordList kStaff = {"employee", "employees", "workers", "staffers", "staff"};
  static const std::int16_t employed = event_named("employed");
  static const std::int16_t strength = event_named("strength");
  const int head = p.noun.head;
  if (head < 0) return {};
  if (s.is_one_of(head, kStaff) && (is_had(s, p) || s.binds(head - 1)))
    return found(employed, -1, "staff somebody has");
  if (is_force(s, p)) return found(strength, -1, "soldiers somebody has");
  return {};
}

}  // namespace figured::claims
