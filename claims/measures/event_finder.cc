#include "claims/measures/event_finder.h"

#include "claims/text/noun_phrase.h"

namespace figured::claims {

bool EventFinder::take(std::int16_t event, int at, std::string_view rule) {
  if (event == kNoIndex) return false;
  static const std::int16_t killed = Lexicon::english().find("killed").event;
  // "burned to death", "beaten to death"
  if (at >= 0 && s_.lower_is(at + 1, "to") && s_.lower_is(at + 2, "death")) event = killed;
  out_.event = event;
  out_.verb = at;
  out_.rule = rule;
  return true;
}

std::int16_t EventFinder::event_at(int at, std::uint8_t roles) const {
  constexpr std::uint8_t kVerbs = kObjectVerb | kSubjectVerb;
  if ((roles & kVerbs) != 0 && word(at).compound) {
    for (const int particle : {at + 1, p_.last, head() + 1}) {
      if (particle <= at || !s_.is_word(particle)) continue;
      const Compound compound = Lexicon::english().find_compound(lower_case(s_.at(at).text),
                                                                 lower_case(s_.at(particle).text));
      if ((compound.roles & roles & kVerbs) != 0 &&
          event(compound.event).what != EventWhat::kAmount)
        return compound.event;
    }
  }
  if ((roles & (kEventNounRole | kToll)) != 0 && word(at - 1).compound) {
    const Compound compound = Lexicon::english().find_compound(lower_case(s_.at(at - 1).text),
                                                               lower_case(s_.at(at).text));
    if ((compound.roles & roles) != 0 && event(compound.event).what != EventWhat::kAmount)
      return compound.event;
  }
  const std::int16_t named = word(at).event_as(roles);
  if (roles != kObjectVerb || named == kNoIndex) return named;
  const std::int16_t acted_on = event(named).acted_on;
  return acted_on != kNoIndex ? acted_on : named;
}

bool EventFinder::is_noun_here(int i) const {
  const Word& word = *s_.at(i).word;
  if ((word.verb_forms & (kPastForm | kIngForm)) != 0 && (word.verb_forms & kBaseForm) == 0)
    return false;
  // "an assault rifle": no verb follows a noun of one in its base form.
  const bool base = word.verb_forms == kBaseForm && word.can_be(kNounForms) && s_.is_word(i - 1) &&
                    !s_.at(i - 1).capital && s_.at(i - 1).word->is_likely(PartOfSpeech::kNoun) &&
                    !is_plural_noun(s_.at(i - 1));
  // "three other assault rifles"
  const bool of_others = word.verb_forms == kBaseForm && word.can_be(kNounForms) &&
                         s_.is(i - 1, kOther) && !s_.is(i - 2, kDeterminer);
  const NumberRole number = s_.at(i - 1).word->number_role;
  const bool numbered = s_.is_kind(i - 1, TokenKind::kNumber) || number == NumberRole::kSmall ||
                        number == NumberRole::kTen;
  if (base || of_others || numbered) return true;
  // "a recall vote": both are nouns.
  if (s_.is(i - 1, kSay) && s_.is(i - 2, kDeterminer)) return true;
  // "the blast that hurt 12"
  if (s_.lower_is(i - 1, "that") && may_be_noun(s_, i - 2)) return false;
  return s_.is(i - 1, kDeterminer | kPossessive | kPreposition) && !s_.lower_is(i - 1, "to");
}

}  // namespace figured::claims
