#include "claims/lexicon/lexicon_grammar.h"

namespace figured::claims {
namespace {

constexpr std::uint64_t kClosedClasses = kBe | kHave | kModal | kWill | kDeterminer | kPossessive |
                                         kPronoun | kSubjectPronoun | kPersonPronoun |
                                         kPreposition | kConjunction | kClauseBreak;

bool is_number_word(const Word& word) {
  switch (word.number_role) {
    case NumberRole::kSmall:
    case NumberRole::kTen:
    case NumberRole::kScale:
    case NumberRole::kVague:
    case NumberRole::kTens:
    case NumberRole::kSeveral:
      return true;
    default:
      return false;
  }
}

void leave_only(PartOfSpeech part, std::uint16_t forms, Word& word) {
  static_cast<WordGrammar&>(word) = WordGrammar();
  word.dominant = part;
  word.dominance = Dominance::kSure;
  word.forms = forms;
}

// "including", "following" and "like" are verbs as well; "have" and "are" are
// nothing else.
std::uint16_t verb_forms_kept(std::string_view text, const Word& word) {
  const bool verb = word.is(kBe | kHave) || text.ends_with("ing") || text == "like";
  return verb ? word.forms & kVerbForms : 0;
}

Topic topic_of_kind(std::string_view kind) {
  if (kind == "carrier" || kind == "person" || kind == "armed") return Topic::kPerson;
  if (kind == "group") return Topic::kGroup;
  return Topic::kArtifact;
}

// A noun that WordNet does not have; those that end in "s" are plurals.
void add_noun(std::string_view text, std::string_view kind, Word& word) {
  const bool plural = text.ends_with('s') && !text.ends_with("ss");
  word.forms |= plural ? kNounPlural : kNounSingular;
  word.noun_cut = plural ? 1 : 0;
  word.topic = topic_of_kind(kind);
  word.topics |= 1u << static_cast<unsigned>(word.topic);
  word.naming |= kCommonNoun;
  if (word.dominant == PartOfSpeech::kUnknown) word.dominant = PartOfSpeech::kNoun;
}

void add_verb(Word& word) {
  if (word.verb_forms & kBaseForm) word.forms |= kVerbBase;
  if (word.verb_forms & kSForm) word.forms |= kVerbS;
  if (word.verb_forms & kIngForm) word.forms |= kVerbIng;
  if ((word.verb_forms & kPastForm) && !word.can_be(kVerbPast | kVerbParticiple)) {
    word.forms |= kVerbPast | kVerbParticiple;
  }
  if (word.dominant == PartOfSpeech::kUnknown) word.dominant = PartOfSpeech::kVerb;
}

}  // namespace

void settle_grammar(std::string_view text, std::string_view noun_kind, Word& word) {
  if (word.is(kClosedClasses)) {
    leave_only(PartOfSpeech::kFunction, verb_forms_kept(text, word), word);
    return;
  }
  if (is_number_word(word)) {
    leave_only(PartOfSpeech::kNumeral, 0, word);
    return;
  }
  if (!noun_kind.empty() && !word.can_be(kNounForms)) add_noun(text, noun_kind, word);
  if (word.verb_forms != 0) add_verb(word);
}

}  // namespace figured::claims
