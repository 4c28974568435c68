#include "claims/measures/amount_words.h"

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
  if (s.at(verb).word->compound && s.is_word(verb + 1)) {
    const Compound compound = Lexicon::english().find_compound(lower_case(s.at(verb).text),
                                                               lower_case(s.at(verb + 1).text));
    if ((compound.roles & kVerbs) != 0) return compound.event;
  }
  return s.at(verb).word->amount_as(kVerbs);
}

}  // namespace figured::claims
