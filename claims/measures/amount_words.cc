#include "claims/measures/amount_words.h"

#include "claims/measures/counted_noun.h"

namespace figured::claims {

bool is_of_money(std::int16_t event) {
  const Lexicon& lexicon = Lexicon::english();
  static const Event* const kMoney[] = {lexicon.event_named("money_moved"),
                                        lexicon.event_named("money_stock")};
  for (int depth = 0; depth < 8 && event != kNoIndex; ++depth) {
    const Event& at = lexicon.event(event);
    if (&at == kMoney[0] || &at == kMoney[1]) return true;
    event = at.parent;
  }
  return false;
}

std::int16_t adjective_of_amount(const SentenceView& s, int i, std::string_view dimension) {
  const Lexicon& lexicon = Lexicon::english();
  static const Event* const kExtent = lexicon.event_named("extent");
  static const Event* const kOfTime[] = {lexicon.event_named("age"), lexicon.event_named("length")};
  const std::int16_t event = s.at(i).word->amount_as(kAdjective);
  if (event == kNoIndex || dimension == "length" || dimension == "mass") return event;
  const Event* told = &lexicon.event(event);
  // "40 percent undecided"
  if (told->parent == kNoIndex || &lexicon.event(told->parent) != kExtent) return event;
  return dimension == "duration" && (told == kOfTime[0] || told == kOfTime[1]) ? event : kNoIndex;
}

bool is_held_still(const SentenceView& s, int verb) {
  return s.lower_is(verb + 1, "steady") || s.lower_is(verb + 1, "firm");
}

bool is_amount_noun_here(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  if (!word.can_be(kNounForms) || (word.verb_forms & (kPastForm | kIngForm)) != 0) return false;
  return !s.lower_is(i - 1, "to") && !s.is(i - 1, kModal | kWill | kPronoun | kNegation) &&
         !is_plural_noun(s.at(i - 1));
}

std::int16_t amount_of_noun(const SentenceView& s, int head) {
  if (head < 0) return kNoIndex;
  if (s.is_word(head - 1) && s.at(head - 1).word->compound) {
    const Compound compound = Lexicon::english().find_compound(lower_case(s.at(head - 1).text),
                                                               lower_case(s.at(head).text));
    if (compound.event != kNoIndex && (compound.roles & (kToll | kEventNounRole)) != 0)
      return compound.event;
  }
  return s.at(head).word->amount_as(kToll | kEventNounRole);
}

std::int16_t amount_of_verb(const SentenceView& s, int verb) {
  constexpr std::uint8_t kVerbs = kObjectVerb | kSubjectVerb;
  if (is_held_still(s, verb)) return kNoIndex;
  if (s.at(verb).word->compound && s.is_word(verb + 1)) {
    const Compound compound = Lexicon::english().find_compound(lower_case(s.at(verb).text),
                                                               lower_case(s.at(verb + 1).text));
    if ((compound.roles & kVerbs) != 0) return compound.event;
  }
  return s.at(verb).word->amount_as(kVerbs);
}

}  // namespace figured::claims
