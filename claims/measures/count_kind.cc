#include "claims/measures/count_kind.h"

#include "claims/text/noun_phrase.h"

namespace figured::claims {

const Noun* CountKind::noun_class() const {
  const std::int16_t noun = m_.head < 0 ? kNoIndex : word(m_.head).noun;
  return noun == kNoIndex ? nullptr : &Lexicon::english().noun(noun);
}

std::string_view CountKind::kind() const {
  if (m_.head < 0 || (word(m_.head).has_role(kToll) && noun_class() == nullptr)) return "carrier";
  // "12 Russians", "one Saudi", "15 French" are people of a nation.
  if (word(m_.head).demonym) return "carrier";
  const Noun* noun = noun_class();
  if (noun != nullptr) return noun->kind;
  return is_person(m_.head) ? "person" : "";
}

bool CountKind::counts_people() const {
  const std::string_view what = kind();
  return what == "carrier" || what == "person" || what == "armed" || is_unknown_person();
}

bool CountKind::is_unknown_person() const {
  static const Event* const kHarmed = Lexicon::english().event_named("harmed");
  static const Event* const kJustice = Lexicon::english().event_named("justice");
  if (m_.event == kNoIndex || noun_class() != nullptr ||
      Lexicon::english().event(m_.event).what != EventWhat::kPeople ||
      Lexicon::english().event(m_.event).things != kNoIndex || word(m_.head).demonym ||
      !is_plural_noun(s_.at(m_.head)))
    return false;
  const Event* at = &Lexicon::english().event(m_.event);
  for (int depth = 0; depth < 4 && at->parent != kNoIndex; ++depth) {
    at = &Lexicon::english().event(at->parent);
    if (at == kHarmed || at == kJustice) return true;
  }
  return false;
}

bool CountKind::is_name(int i) const {
  return s_.at(i).capital && i != s_.first() && !s_.title_case();
}

bool CountKind::is_person(int i) const {
  const Word& noun = word(i);
  return s_.is_word(i) && noun.topic == Topic::kPerson && noun.can_be(kNounForms) &&
         !noun.is_likely(PartOfSpeech::kVerb) && !noun.has_role(kEventNounRole | kToll) &&
         !is_name(i);
}

}  // namespace figured::claims
