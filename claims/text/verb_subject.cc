#include "claims/text/verb_subject.h"

#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kClauseReach = 14;

class SubjectFinder {
 public:
  SubjectFinder(const SentenceView& s, const NounPhrase& phrase, int verb)
      : s_(s), phrase_(phrase), verb_(verb), before_(phrase.first - 1) {
    while (s_.is(before_, kDeterminer | kPossessive | kAdverb | kOther) && !is_group(before_))
      --before_;
  }

  bool is_other() const {
    if (!is_finite(verb_) || is_relative(verb_ - 1)) return false;
    if (s_.lower_is(before_, "of") && is_group(before_ - 1)) return false;
    if (disagrees()) return true;
    return is_object_of_relative() || is_object_of_preposition();
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }

  // What may be a participle of the phrase before it tells nothing: "two women hurt".
  bool is_finite(int i) const {
    static constexpr WordList kNonFinite = {"be", "being", "been", "having"};
    return s_.is(i, kBe | kHave | kModal | kWill) && !s_.is_one_of(i, kNonFinite);
  }

  // "was", "has", where more than one are named and something else before them.
  bool disagrees() const {
    static constexpr WordList kSingular = {"was", "is", "has", "wasn't", "isn't", "hasn't"};
    return phrase_.plural && s_.is_one_of(verb_, kSingular) && is_governed();
  }

  bool is_governed() const {
    return s_.is_word(before_) && (s_.is(before_, kPreposition | kHave) || is_verb(before_)) &&
           !opens_clause(before_);
  }

  bool is_verb(int i) const {
    return s_.is_word(i) && !s_.at(i).capital && !s_.is(i, kPreposition | kConjunction) &&
           (word(i).verb_forms != 0 || word(i).can_be(kVerbPast | kVerbIng) ||
            word(i).dominant == PartOfSpeech::kVerb) &&
           !(word(i).can_be(kNounForms) && s_.is(i - 1, kDeterminer | kPossessive));
  }

  // "After two men", "as two men": what follows may be a clause of its own.
  bool opens_clause(int i) const {
    return s_.is(i, kClauseBreak) || s_.lower_is(i, "like") || s_.lower_is(i, "than") ||
           s_.lower_is(i, "with");
  }

  // Who makes up the whole stands for it: "a group of", "the bodies of", "most of".
  bool is_group(int i) const {
    static constexpr WordList kWhole = {"body",   "bodies", "remains", "life",    "lives", "family",
                                        "series", "number", "couple",  "string",  "all",   "any",
                                        "both",   "each",   "few",     "half",    "many",  "most",
                                        "none",   "part",   "rest",    "several", "some"};
    if (!s_.is_word(i)) return false;
    return s_.is(i, kLightNoun | kTotal | kPart) || s_.is_one_of(i, kWhole) ||
           word(i).topic == Topic::kGroup || word(i).number_role != NumberRole::kNone;
  }

  // "a man who shot | two women", not "he who said | two women".
  bool is_object_of_relative() const {
    if (!is_verb(before_) && !s_.is(before_, kPreposition | kBe | kHave)) return false;
    if (tells(before_)) return false;
    bool verb = false;
    for (int i = before_; i > before_ - kClauseReach && s_.is_word(i); --i) {
      if (is_relative(i)) return verb && may_be_noun(s_, i - 1) && !s_.is(i - 1, kSay);
      if (s_.is(i, kClauseBreak) && i != before_) return false;
      if (tells(i)) return false;
      verb = verb || is_verb(i) || s_.is(i, kBe | kHave);
    }
    return false;
  }

  bool is_relative(int i) const {
    return s_.lower_is(i, "who") || s_.lower_is(i, "which") || s_.lower_is(i, "that");
  }

  // What is told, feared or known is a clause.
  bool tells(int i) const {
    static constexpr WordList kKnow = {"know",  "knew",  "knows",     "think", "thought", "found",
                                       "find",  "finds", "heard",     "hear",  "learned", "showed",
                                       "shows", "show",  "indicated", "means", "saw",     "see"};
    return s_.is(i, kSay | kFear | kEstimate) || s_.is_one_of(i, kKnow);
  }

  // "the lawyers for | two men", "the houses of | two men", not "said after two men".
  bool is_object_of_preposition() const {
    if (!s_.is(before_, kPreposition) || opens_clause(before_) || s_.is(before_, kPart))
      return false;
    return may_be_noun(s_, before_ - 1) && s_.is_word(before_ - 1);
  }

  const SentenceView& s_;
  const NounPhrase& phrase_;
  int verb_;
  int before_;  // the token before the phrase and its determiners
};

}  // namespace

bool has_other_subject(const SentenceView& sentence, const NounPhrase& before, int verb) {
  return SubjectFinder(sentence, before, verb).is_other();
}

}  // namespace figured::claims
