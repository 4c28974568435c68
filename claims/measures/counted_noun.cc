// phrase   := [ "of" { determiner } ] [ "-" "strong" ] { modifier } head [ ( "and" | "or" ) head ]
// modifier := adjective | participle | noun | name | word "-" word
//           | modifier ( "," | "and" | "or" ) modifier            before a plural
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kReach = 8;       // words behind the figure in which its head must stand
constexpr int kListReach = 12;  // words behind a conjunction among modifiers

// What a word can be at its place in a noun phrase.
enum class Part { kEnd, kModifier, kSingular, kPlural };

constexpr WordClasses kEnding = kBe | kHave | kModal | kWill | kPronoun | kConjunction | kNegation |
                                kClauseBreak | kPreposition;

bool known_noun(const Token& token) {
  return token.kind == TokenKind::kWord && token.word->noun != kNoIndex;
}

// Of a form that ends in "s" and is no noun nobody knows.
bool ends_like_plural(std::string_view text) {
  return text.size() > 2 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") &&
         !text.ends_with("is");
}

class PhraseReader {
 public:
  explicit PhraseReader(const SentenceView& s) : s_(s) {}

  CountedNoun read(int at) {
    single_ = s_.lower_is(at - 1, "one") || s_.at(at - 1).text == "1";
    share_ = s_.lower_is(at, "of") && is_share_word(at - 1);
    if (take_hyphened(at)) return std::move(noun_);
    begin_ = begin(at);
    int i = begin_;
    for (int seen = 0; s_.has(i) && seen < kReach; ++i) {
      if (is_passed_over(i) || joins_modifiers(i) || joins_name(i) || is_model(i)) continue;
      const Part part = part_of(i);
      if (part == Part::kEnd) break;
      ++seen;
      if (!take(i, part)) break;
    }
    settle();
    return std::move(noun_);
  }

 private:
  // "a four-cylinder engine", "a 1,300-word essay": what the hyphen ties to the
  // number is counted, not what it describes; "a 6,000-strong army" is the army.
  bool take_hyphened(int at) {
    const int word = at + 1;
    if (!s_.binds(at) || !s_.is_word(word) || s_.at(word).word->is(kEnding)) return false;
    if (s_.lower_is(word, "strong") || s_.binds(word + 1)) return false;
    if (!s_.at(word).word->can_be(kNounForms) && !known_noun(s_.at(word))) return false;
    noun_.head = word;
    noun_.last = word + 1;
    return true;
  }

  // Behind "of the", quotation marks and "-strong".
  int begin(int i) {
    if (s_.is_kind(i, TokenKind::kQuote)) ++i;  // "hundreds" of its fighters
    if (s_.lower_is(i, "of")) {
      ++i;
      while (s_.is(i, kDeterminer | kPossessive) && s_.is_word(i)) ++i;
      i = behind_whole(behind_owner(i));
    }
    if (s_.binds(i)) {
      ++i;  // "-strong", "-member"
    } else if (s_.at(i).text == "-" && s_.is_word(i + 1)) {
      ++i;  // "30 - year"
    }
    strong_ = s_.lower_is(i, "strong");
    if (strong_) noun_.modifiers.push_back(i++);
    return i;
  }

  // "two of Harris's clerks", "half of the company's sales": the clerks, the sales.
  int behind_owner(int i) const {
    for (int end = i; end < i + 3 && s_.is_word(end) && !s_.is(end, kEnding); ++end) {
      if (!s_.at(end).capital && s_.is_kind(end + 1, TokenKind::kPossessiveEnd)) {
        end += 2;
        return s_.is(end, kTotal) ? end + 1 : end;
      }
    }
    for (int end = i; end < i + 4 && s_.at(end).capital; ++end) {
      if (s_.is_kind(end + 1, TokenKind::kPossessiveEnd)) return end + 2;
    }
    return i;
  }

  // "27 of the 120 seats", "eight of their last 10 games": the noun of the whole.
  int behind_whole(int i) const {
    for (int at = i; at < i + 4 && s_.has(at); ++at) {
      if (s_.is_kind(at, TokenKind::kNumber) ||
          (s_.at(at).word->number_role != NumberRole::kNone && !s_.at(at).capital))
        return at + 1;
      const bool before_number = s_.is(at, kAdverb | kPreposition | kLightNoun | kNew | kOther) ||
                                 begins_time(at) || s_.is_one_of(at, kOrder);
      if (!before_number) return i;
    }
    return i;
  }

  static constexpr WordList kOrder = {"first", "last",     "next",     "past",
                                      "final", "previous", "remaining"};

  // "40,000 last year"
  bool begins_time(int i) const {
    if (!s_.lower_is(i, "last") && !s_.lower_is(i, "next") && !s_.lower_is(i, "previous") &&
        !s_.lower_is(i, "earlier"))
      return false;
    const Word& next = *s_.at(i + 1).word;
    return next.is(kMonth | kWeekday) ||
           (next.unit != kNoIndex && Lexicon::english().unit(next.unit).dimension == "duration" &&
            !is_plural_noun(s_.at(i + 1)));
  }

  // A binding hyphen, or one between blanks as tokenised text has it; the full
  // stop of "U.S."
  bool is_passed_over(int i) const {
    if (s_.is_kind(i, TokenKind::kHyphen))
      return s_.binds(i) || (s_.at(i).text == "-" && s_.is_word(i + 1) && i > begin_);
    return s_.at(i).text == "." && s_.at(i - 1).text.find('.') != std::string_view::npos &&
           !s_.at(i).spaced;
  }

  // "AK-47 rifles", "F-16s": the number is part of the name.
  bool is_model(int i) {
    const Token& token = s_.at(i);
    if (token.text == "s" && !token.spaced && s_.is_kind(i - 1, TokenKind::kNumber)) return true;
    if (token.kind != TokenKind::kNumber && token.kind != TokenKind::kMixed) return false;
    const int name = s_.binds(i - 1) ? i - 2 : i - 1;
    if (name < begin_ || !s_.is_word(name) || !s_.at(name).capital) return false;
    if (token.kind == TokenKind::kMixed &&
        !(token.text.front() >= '0' && token.text.front() <= '9'))
      return false;
    if (noun_.head < 0 && s_.binds(i - 1)) {
      noun_.head = name;
      if (!noun_.modifiers.empty() && noun_.modifiers.back() == name) noun_.modifiers.pop_back();
    }
    return noun_.head == name;
  }

  Part part_of(int i) const {
    const Token& token = s_.at(i);
    if (token.kind == TokenKind::kMixed) return token.capital ? Part::kSingular : Part::kEnd;
    if (token.kind != TokenKind::kWord) return Part::kEnd;
    const Word& word = *token.word;
    if (!single_ && is_phrasal_verb(i)) return Part::kEnd;
    if (s_.binds(i + 1)) return Part::kModifier;  // "foreign-" of "foreign-born"
    if (s_.binds(i - 1) && i > begin_ && !word.can_be(kNounForms)) return Part::kModifier;
    if (word.is(kEnding) && !equals_lower(token.text, "past")) return Part::kEnd;
    // "1,000 broke two windows": another count.
    if (word.number_role == NumberRole::kSmall && !token.capital && i > begin_ &&
        !s_.lower_is(i, "one"))
      return Part::kEnd;
    if (word.is(kDeterminer)) return word.is(kPossessive) ? Part::kModifier : Part::kEnd;
    if (begins_time(i) || is_verb_of_one(i)) return Part::kEnd;
    if (is_plural_of_one(i)) return Part::kModifier;
    if (word.is(kDayWord) || (word.is(kMonth | kWeekday) && token.capital))
      return noun_.head >= 0 ? Part::kEnd : Part::kModifier;
    if (known_noun(token)) return is_plural_noun(token) ? Part::kPlural : Part::kSingular;
    if (token.capital && (i > s_.first() || !word.can_be(kAdjectiveForms))) return capital(i);
    return by_grammar(i);
  }

  // "12,000 sign up", "two line up"
  bool is_phrasal_verb(int i) const {
    static constexpr WordList kParticles = {"up", "out", "down", "off", "away", "back"};
    const Word& word = *s_.at(i).word;
    if (!word.compound || !word.can_be(kVerbBase) || word.can_be(kNounPlural) ||
        !s_.is_one_of(i + 1, kParticles))
      return false;
    const Compound compound =
        Lexicon::english().find_compound(lower_case(s_.at(i).text), lower_case(s_.at(i + 1).text));
    return (compound.roles & (kObjectVerb | kSubjectVerb)) != 0;
  }

  Part capital(int i) const {
    const Token& token = s_.at(i);
    if (token.word->is(kAdverb)) return Part::kEnd;
    return is_plural_noun(token) ? Part::kPlural : Part::kSingular;
  }

  // "one lamp remains in": one is no plural, so what could be one is the verb.
  bool is_verb_of_one(int i) const {
    if (!single_ || noun_.head < 0 || noun_.head != i - 1 || is_plural_noun(s_.at(noun_.head)))
      return false;
    const Word& word = *s_.at(i).word;
    return !s_.at(i).capital && word.can_be(kVerbS) && word.can_be(kNounPlural) &&
           !word.can_be(kNounSingular) && s_.is_word(i + 1) &&
           s_.is(i + 1, kPreposition | kDeterminer | kPronoun | kAdverb);
  }

  // "one sports hall", "one jobs report": one is no plural, but the noun behind it may be.
  bool is_plural_of_one(int i) const {
    const auto singular = [](const Word& word) {
      return word.can_be(kNounSingular) && !word.can_be(kNounPlural) &&
             word.is_likely(PartOfSpeech::kNoun);
    };
    const Token& next = s_.at(i + 1);
    return single_ && !s_.at(i).capital && s_.at(i).word->can_be(kNounPlural) &&
           s_.at(i).word->dominant == PartOfSpeech::kNoun &&
           !s_.at(i).word->can_be(kNounSingular) && s_.is_word(i + 1) && !next.capital &&
           next.word->classes == 0 && singular(*next.word);
  }

  // "half of", "two-thirds of"
  bool is_share_word(int i) const {
    const NumberRole role = s_.is_word(i) ? s_.at(i).word->number_role : NumberRole::kNone;
    return role == NumberRole::kHalf || role == NumberRole::kFraction ||
           (role == NumberRole::kOrdinal && s_.at(i).word->low() > 2);
  }

  // A verb form is believed behind a noun, where a verb may follow; before one
  // it is a participle or no verb at all.
  Part by_grammar(int i) const {
    const Token& token = s_.at(i);
    const Word& word = *token.word;
    if (word.forms == 0) {
      if (ends_like_plural(token.text)) return is_verb_behind(i) ? Part::kEnd : Part::kPlural;
      const bool participle = token.text.ends_with("ed") || token.text.ends_with("ing");
      return participle ? Part::kModifier : Part::kSingular;
    }
    const bool noun = word.can_be(kNounForms);
    if (noun_.head >= 0 && is_verb_behind(i)) return Part::kEnd;
    if (word.dominant == PartOfSpeech::kAdverb && !word.can_be(kAdjectiveForms))
      return noun_.head >= 0 ? Part::kEnd : Part::kModifier;
    if (word.can_be(kVerbParticiple | kVerbIng) && word.dominant == PartOfSpeech::kVerb)
      return Part::kModifier;
    if (!noun) return word.can_be(kAdjectiveForms) ? Part::kModifier : Part::kEnd;
    if (word.is_surely(PartOfSpeech::kVerb) && !word.can_be(kNounPlural))
      return noun_.head < 0 && word.can_be(kNounSingular) ? Part::kSingular : Part::kEnd;
    if (word.can_be(kNounPlural) && (noun_.head < 0 || !single_)) return Part::kPlural;
    if (word.is_surely(PartOfSpeech::kVerb) && word.can_be(kVerbS)) return Part::kEnd;
    if (is_plural_noun(token)) return Part::kPlural;
    if (word.can_be(kAdjectiveForms) && word.dominant == PartOfSpeech::kAdjective)
      return Part::kModifier;
    return Part::kSingular;
  }

  // What can be a verb, behind a plural or before what only a verb takes.
  bool is_verb_behind(int i) const {
    const Word& word = *s_.at(i).word;
    if (noun_.head < 0) return false;
    const bool verb = word.can_be(kVerbForms) || word.verb_forms != 0;
    if (!verb) return false;
    const bool plural = is_plural_noun(s_.at(noun_.head));
    // "42 people look", "one group plans": the verb agrees with its subject.
    if (plural && word.can_be(kVerbBase | kVerbPast | kVerbParticiple | kVerbIng))
      return !(word.is_surely(PartOfSpeech::kNoun) && word.can_be(kNounPlural));
    if (plural) return word.dominant == PartOfSpeech::kVerb;
    // "1,200 lightning strikes": many need a plural, which a singular was not yet.
    // A share is of one whole as well: "half of the town knows".
    const bool one = single_ || (share_ && word.is_surely(PartOfSpeech::kVerb));
    if (word.can_be(kNounPlural) && !one) return false;
    const bool finite = word.can_be(kVerbPast | kVerbS) && !word.is_likely(PartOfSpeech::kNoun);
    return finite && word.dominant == PartOfSpeech::kVerb;
  }

  // False: the phrase is at its end.
  bool take(int i, Part part) {
    const bool have_plural = noun_.head >= 0 && is_plural_noun(s_.at(noun_.head));
    if (part == Part::kModifier) {
      if ((have_plural && !is_list_behind_bare_plural(i)) || (noun_.head >= 0 && strong_))
        return false;
      noun_.modifiers.push_back(i);
      trailing_ = noun_.head >= 0 ? trailing_ + 1 : 0;
      return true;
    }
    if (noun_.head >= 0 && strong_ && known_noun(s_.at(noun_.head))) return false;
    // "one suspect dead": of the noun, no noun of its own.
    if (noun_.head >= 0 && known_noun(s_.at(noun_.head)) &&
        (s_.at(i).word->event_roles & kAdjective) != 0)
      return false;
    // Two plurals in a row are one phrase: "police officers", "arms dealers".
    if (have_plural && !is_compound(i, part) && !is_list_behind_bare_plural(i)) return false;
    if (noun_.head >= 0 && trailing_ > 0 && part == Part::kSingular && !s_.binds(i - 1) &&
        known_noun(s_.at(noun_.head)))
      return false;
    if (noun_.head >= 0) noun_.modifiers.push_back(noun_.head);
    noun_.head = i;
    trailing_ = 0;
    return true;
  }

  bool is_list_behind_bare_plural(int i) const {
    const int conjunction = noun_.head + 1;
    return conjunction < i && (s_.lower_is(conjunction, "and") || s_.lower_is(conjunction, "or")) &&
           is_bare_plural(conjunction);
  }

  bool is_compound(int i, Part part) const {
    const Token& token = s_.at(i);
    if (part != Part::kPlural || (token.capital && !s_.at(noun_.head).capital)) return false;
    if (token.word->event_roles != 0 && !known_noun(token)) return false;
    if (token.word->event_roles != 0 && !s_.is(i + 1, kPreposition)) return false;
    return token.word->is_likely(PartOfSpeech::kNoun) || known_noun(token);
  }

  // "50 environmental, business and fishing groups": the list ends in a plural.
  bool joins_modifiers(int i) const {
    if (s_.at(i).text != "," && !s_.lower_is(i, "and") && !s_.lower_is(i, "or")) return false;
    if (i == begin_ || (noun_.head < 0 && noun_.modifiers.empty())) return false;
    if (single_ || (noun_.head >= 0 && is_plural_noun(s_.at(noun_.head)) && !is_bare_plural(i)))
      return false;
    for (int j = i + 1; j < i + kListReach && s_.has(j); ++j) {
      if (s_.at(j).text == "," || s_.lower_is(j, "and") || s_.lower_is(j, "or") ||
          s_.is_kind(j, TokenKind::kHyphen))
        continue;
      // "Asian and Hispanic jurors": of names only adjectives are listed so.
      const bool listed = !s_.at(j).capital || s_.at(j).word->can_be(kAdjectiveForms);
      const Part part = s_.is_word(j) && listed ? by_grammar_alone(j) : Part::kEnd;
      if (part == Part::kEnd) return false;
      // "farm, fish and game groups": a plural only when nothing follows.
      if (part == Part::kPlural && !goes_on_in_list(j)) return true;
    }
    return false;
  }

  // "600 Trade and Harbour Board clerks": one name, before what is counted.
  bool joins_name(int i) {
    if (!s_.lower_is(i, "and") || noun_.head != i - 1 || !s_.at(i - 1).capital ||
        known_noun(s_.at(i - 1)) || s_.at(i - 1).word->demonym)
      return false;
    int j = i + 1;
    while (s_.is_word(j) && s_.at(j).capital && j < i + kListReach) ++j;
    if (j == i + 1 || !s_.is_word(j) || s_.at(j).capital || !is_plural_noun(s_.at(j))) return false;
    noun_.modifiers.push_back(noun_.head);
    noun_.head = -1;
    return true;
  }

  // "fish" of "farm, fish and rural groups", at the conjunction behind it.
  bool is_bare_plural(int conjunction) const {
    const Token& head = s_.at(noun_.head);
    return noun_.head == conjunction - 1 && !noun_.modifiers.empty() &&
           head.word->can_be(kNounSingular) && !head.text.ends_with('s') && !known_noun(head) &&
           s_.is_word(conjunction + 1) && by_grammar_alone(conjunction + 1) == Part::kModifier;
  }

  // A plural without an ending, as "fish", among the modifiers of a list.
  bool goes_on_in_list(int i) const {
    if (!s_.at(i).word->can_be(kNounSingular) || s_.at(i).text.ends_with('s')) return false;
    return s_.lower_is(i + 1, "and") || s_.lower_is(i + 1, "or") || s_.at(i + 1).text == ",";
  }

  Part by_grammar_alone(int i) const {
    const Token& token = s_.at(i);
    if (token.word->is(kEnding | kDeterminer) || token.word->number_role != NumberRole::kNone)
      return Part::kEnd;
    if (is_plural_noun(token)) return Part::kPlural;
    return token.word->can_be(kNounForms | kAdjectiveForms | kVerbParticiple) ? Part::kModifier
                                                                              : Part::kEnd;
  }

  // Without a noun an adjective stands for one: "12 dead", "350 injured".
  void settle() {
    take_attributive();
    if (noun_.head < 0 && !noun_.modifiers.empty() && !strong_) {
      const int last = noun_.modifiers.back();
      const Word& word = *s_.at(last).word;
      const bool nominal = (word.event_roles & kAdjective) != 0 || word.noun != kNoIndex;
      if (nominal && !s_.binds(last + 1)) {
        noun_.head = last;
        noun_.modifiers.pop_back();
      }
    }
    if (noun_.head < 0) return;
    noun_.last = noun_.head + 1;
    take_partner();
  }

  // "a 12 page document": of a number above one the head is a plural; a phrase
  // without one describes a single thing by its count.
  void take_attributive() {
    if (single_ || noun_.head < 0 || noun_.modifiers.empty() || noun_.modifiers.front() != begin_)
      return;
    const Token& first = s_.at(begin_);
    const Token& head = s_.at(noun_.head);
    if (first.capital || head.capital || is_living(first) || is_living(head) ||
        s_.binds(begin_ + 1) || !s_.is_kind(begin_ - 1, TokenKind::kNumber))
      return;
    const auto is_singular = [](const Token& token) {
      return token.word->is_likely(PartOfSpeech::kNoun) && token.word->can_be(kNounSingular) &&
             !token.word->can_be(kNounPlural);
    };
    if (!is_singular(first) || !is_singular(head)) return;
    noun_.head = begin_;
    noun_.modifiers.clear();
  }

  static bool is_living(const Token& token) {
    return known_noun(token) && Lexicon::english().noun(token.word->noun).kind != "thing";
  }

  // "600 men and women", "seven traders and salespeople"
  void take_partner() {
    const int joint = noun_.last, partner = joint + 1;
    if (!s_.lower_is(joint, "and") && !s_.lower_is(joint, "or")) return;
    const Token& head = s_.at(noun_.head);
    const Token& other = s_.at(partner);
    if (other.kind != TokenKind::kWord || other.capital || !is_plural_noun(head) ||
        !is_plural_noun(other) || !head.word->can_mean(Topic::kPerson) ||
        !other.word->can_mean(Topic::kPerson) || other.word->dominant != PartOfSpeech::kNoun)
      return;
    if (s_.is_word(partner + 1) && is_plural_noun(s_.at(partner + 1))) return;
    noun_.last = partner + 1;
  }

  const SentenceView& s_;
  CountedNoun noun_;
  int begin_ = 0;
  int trailing_ = 0;  // modifiers behind the head so far
  bool strong_ = false;
  bool single_ = false;  // the figure is one
  bool share_ = false;   // the figure is a part of what follows
};

}  // namespace

bool is_plural_noun(const Token& token) {
  if (token.kind != TokenKind::kWord) return false;
  const Word& word = *token.word;
  if (word.is(kNoPlural | kSay | kSingularS)) return false;
  if (word.noun != kNoIndex) {
    // Words of the noun table that count several without an "s".
    static constexpr WordList kCollective = {
        "people",     "police",      "troops",    "personnel",  "others",  "dead",
        "mujahideen", "aircraft",    "wounded",   "injured",    "missing", "staff",
        "servicemen", "infantrymen", "guardsmen", "militiamen", "crewmen"};
    if (kCollective.holds(token.text)) return true;
  }
  if (word.can_be(kNounPlural))
    return !word.is_surely(PartOfSpeech::kVerb) || word.noun != kNoIndex;
  if (word.can_be(kNounForms) && word.noun == kNoIndex) return false;
  if (word.forms != 0 && !word.can_be(kNounForms)) return false;
  return ends_like_plural(token.text);
}

CountedNoun counted_noun(const SentenceView& s, int last) { return PhraseReader(s).read(last); }

int counted_head(const SentenceView& s, int last) { return counted_noun(s, last).head; }

std::string_view noun_text(const SentenceView& s, const CountedNoun& noun) {
  if (noun.head < 0) return {};
  static constexpr std::string_view kPrefixes[] = {"co", "ex", "non", "sub", "super", "semi"};
  int first = noun.head;
  if (s.binds(first - 1)) {
    for (const std::string_view prefix : kPrefixes) {
      if (s.lower_is(first - 2, prefix)) first -= 2;
    }
  }
  return s.slice(first, noun.last);
}

std::string noun_name(const Token& token) {
  if (token.word->noun != kNoIndex) return Lexicon::english().noun(token.word->noun).name;
  std::string name = lower_case(token.text);
  if (token.word->can_be(kNounForms)) return Lexicon::english().singular(token.text);
  if (!is_plural_noun(token) || name.size() < 4) return name;
  if (name.ends_with("men")) return name.substr(0, name.size() - 2) + "an";
  if (name.ends_with("children")) return name.substr(0, name.size() - 3);
  if (name.ends_with("ies") && name.size() > 4) return name.substr(0, name.size() - 3) + 'y';
  if (name.ends_with("ches") || name.ends_with("shes") || name.ends_with("sses") ||
      name.ends_with("xes")) {
    return name.substr(0, name.size() - 2);
  }
  return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

}  // namespace figured::claims
