// figure-phrase := figure noun                      "a 44 percent stake"
//                | figure ( "of" | "in" ) noun      "$3 billion in damage"
//                | noun "of" figure                 "a turnover of $5 million"
//                | noun ( "to" | "at" ... ) figure  "cut the rate to 5 percent"
//                | noun verb figure                 "wages fell 3.8 percent"
#include "claims/measures/measured_noun.h"

#include "claims/measures/amount_words.h"
#include "claims/measures/counted_noun.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kReach = 12;

class MeasuredNounReader {
 public:
  MeasuredNounReader(const SentenceView& s, const ReadFigure& figure, FigureTokens previous)
      : s_(s), f_(figure), previous_(previous) {}

  MeasuredNoun run() {
    if (f_.age) {
      named("age", "age");
    } else if (!(behind() || inherited() || before() || row_label())) {
      by_default();
    }
    return out_;
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  bool is_amount() const { return !f_.dimension.empty(); }
  bool is_percent() const { return f_.dimension == "percent" || f_.dimension == "point"; }

  bool found(int head, std::string_view rule) {
    if (head < 0) return false;
    out_.head = head;
    out_.rule = rule;
    return true;
  }

  bool named(std::string_view name, std::string_view rule) {
    out_.name = name;
    out_.rule = rule;
    return true;
  }

  // --- behind the figure

  bool behind() {
    if (!is_amount() || f_.dimension == "times") return false;
    const int i = after_conversion();
    if (s_.lower_is(i, "of") || (s_.lower_is(i, "worth") && s_.lower_is(i + 1, "of")))
      return of_whole(s_.lower_is(i, "of") ? i + 1 : i + 2);
    if (is_distance(i)) return named("distance", "direction behind a length");
    if (const std::int16_t event = adjective_of_amount(s_, i, f_.dimension); event != kNoIndex)
      return named(Lexicon::english().event(event).noun, "adjective of extent");
    if (s_.lower_is(i, "in")) return in_what(i + 1);
    // "gusts of 90 mph tore": what is measured has been named.
    const bool named_before = s_.lower_is(f_.first - 1, "of") && may_be_noun(s_, f_.first - 2) &&
                              !s_.is(f_.first - 2, kLightNoun);
    return !named_before && attributive(i);
  }

  int after_conversion() const {
    if (s_.at(f_.last).text != "(") return f_.last;
    for (int i = f_.last; i < f_.last + 8; ++i) {
      if (s_.at(i).text == ")") return i + 1;
    }
    return f_.last;
  }

  // "125 km north of Kabul", "30 miles from the border"
  bool is_distance(int i) const {
    if (f_.dimension != "length") return false;
    if (s_.lower_is(i, "to") && s_.lower_is(i + 1, "the")) ++i, ++i;
    return s_.is(i, kDirection) || s_.lower_is(i, "into") || s_.lower_is(i, "inside");
  }

  // "54 percent of the vote", "twelve years of experience"
  bool of_whole(int i) {
    const bool share = is_percent();
    if (s_.lower_is(i, "those") || s_.lower_is(i, "all")) {
      const int of = after_determiners(s_, i);
      if (s_.is_word(of) && !may_be_noun(s_, of)) {
        if (share) out_.whole = of;
        return found(of, "part of those");
      }
    }
    i = after_determiners(s_, i);
    while (s_.is_kind(i, TokenKind::kNumber) || s_.is(i, kTotal)) ++i;
    const int head = phrase_head(s_, i);
    if (head >= 0 && f_.dimension == "duration" && s_.at(head).capital) return false;
    if (head < 0 || !share) return found(head, "whole behind of");
    // "the deficit widened to 4 percent of output" is of the deficit.
    if (!before() || out_.head < 0 ||
        (amount_of_noun(s_, out_.head) == kNoIndex && !is_numbered(out_.head))) {
      out_ = MeasuredNoun();
      found(head, "whole behind of");
    }
    out_.whole = head;
    return true;
  }

  // "the number of people": a count told as a share.
  bool is_numbered(int head) const {
    const int of = s_.is(head - 1, kDeterminer | kPossessive) ? head - 2 : head - 1;
    return s_.lower_is(of, "of") &&
           (s_.lower_is(of - 1, "number") || s_.lower_is(of - 1, "share") ||
            s_.lower_is(of - 1, "proportion"));
  }

  // "$3 billion in damage", never "in March"
  bool in_what(int i) {
    i = after_determiners(s_, i);
    if (s_.is(i, kPayment) && s_.lower_is(i - 1, "in")) return false;
    if (s_.at(i).capital || is_percent() || f_.dimension == "duration" ||
        f_.dimension == "length" || f_.dimension == "temperature")
      return false;
    const int head = phrase_head(s_, i);
    if (head < 0 || s_.is(head, kSite | kPlaceCue | kMonth | kWeekday)) return false;
    const Word& noun = word(head);
    static constexpr WordList kStretches = {"total",  "all",     "matter", "course", "space",
                                            "spring", "summer",  "autumn", "fall",   "winter",
                                            "half",   "quarter", "cycle"};
    if (noun.unit != kNoIndex || s_.is_one_of(head, kStretches)) return false;
    return found(head, "in behind an amount");
  }

  // "a 44 percent stake", "a 90-day treatment", "a 10 percent rise in immigration"
  bool attributive(int i) {
    if (s_.at(i).spaced && s_.is_kind(i, TokenKind::kHyphen)) return false;
    if (is_percent() && acts(i)) return false;
    if (s_.binds(i)) ++i;
    i = behind_other_amount(i);
    if (!s_.is_word(i) || word(i).is(kMonth | kWeekday | kTitle)) return false;
    int head = phrase_head(s_, i);
    if (head > i && s_.lower_is(head, "worth")) --head;
    if (head < 0 || word(head).unit != kNoIndex || s_.is(head, kLightNoun)) return false;
    // "3 percent set in July": a participle without an ending.
    const std::uint8_t forms = word(i).verb_forms;
    if (head == i && !is_change_noun(i) && !s_.binds(i - 1) && (forms & kPastForm) != 0 &&
        (forms & kBaseForm) != 0 && s_.is(i + 1, kPreposition) && !s_.lower_is(i + 1, "of"))
      return false;
    if (!is_change_noun(head)) return found(head, "noun behind the amount");
    out_.change = true;
    if (s_.lower_is(head + 1, "in") || s_.lower_is(head + 1, "of")) {
      const int what = after_determiners(s_, head + 2);
      if (!s_.is(what, kMonth) && found(phrase_head(s_, what), "what rises or falls")) return true;
    }
    if (head > i) return found(head - 1, "what rises or falls");
    // "The plan represents a 10 percent increase": of what stands before.
    for (int verb = f_.first - 1; verb > f_.first - 5 && s_.is_word(verb); --verb) {
      if (s_.is(verb, kAttain | kBe)) {
        const bool clause = s_.is(verb - 1, kClauseBreak);
        return found(subject_head(s_, clause ? before_comma(verb - 1) : verb),
                     "subject of a change");
      }
    }
    return found(head, "noun behind the amount");
  }

  // "88 percent favored checks": they did; of "a 10 percent reduced fare" the article tells.
  bool acts(int i) const {
    const int before = f_.first - 1;
    const bool opens = !s_.is_word(before) || s_.is(before, kConjunction | kClauseBreak);
    return opens && s_.is_word(i) && word(i).can_be(kVerbPast) && !s_.is(i, kRise | kFall) &&
           word(i).dominant != PartOfSpeech::kNoun && s_.is_word(i + 1);
  }

  // "a five-year, $80 million contract": both are of the contract.
  int behind_other_amount(int i) const {
    if (!s_.binds(f_.last - 2) || s_.at(i).text != ",") return i;
    int behind = i + 1;
    while (behind < i + 5 &&
           (s_.is_kind(behind, TokenKind::kCurrency) || s_.is_kind(behind, TokenKind::kNumber) ||
            word(behind).number_role != NumberRole::kNone))
      ++behind;
    return behind > i + 1 ? behind : i;
  }

  // "The plan, which represents": the clause speaks of what stands before it.
  int before_comma(int i) const { return s_.at(i - 1).text == "," ? i - 1 : i; }

  bool is_change_noun(int i) const {
    static constexpr WordList kNouns = {
        "rise",    "increase", "gain",   "jump",        "hike",  "surge",     "fall", "decrease",
        "decline", "drop",     "cut",    "reduction",   "rises", "increases", "cuts", "drops",
        "change",  "slump",    "plunge", "improvement", "raise", "raises"};
    return s_.is_one_of(i, kNouns) && (!s_.lower_is(i, "cuts") || is_percent());
  }

  // --- the figure before measures the same

  // "compared with 3.5 million", "or 13 cents a share", "from 20 percent to 30"
  bool inherited() {
    if (previous_.first < 0) return false;
    int i = f_.first - 1;
    while (s_.is(i, kAdverb | kDeterminer) || s_.is_kind(i, TokenKind::kQuote)) --i;
    if (is_attaining_clause() || is_second_compared()) return inherit();
    const bool with = (s_.lower_is(i, "with") || s_.lower_is(i, "to")) &&
                      (s_.lower_is(i - 1, "compared") || s_.lower_is(i - 1, "compares"));
    const bool from = s_.lower_is(i, "from") && !is_verb_before(i);
    if (with || from || s_.lower_is(i, "versus") || s_.lower_is(i, "vs") ||
        s_.lower_is(i, "against") || (s_.lower_is(i, "or") && is_amount()) ||
        (s_.lower_is(i, "and") && f_.dimension == "times")) {
      return inherit();
    }
    return false;
  }

  bool inherit() {
    out_.inherits = true;
    out_.rule = "compared with the figure before";
    return true;
  }

  // "compares with 4 percent in June and 5 percent a year before"
  bool is_second_compared() const {
    const int with = previous_.first - 1;
    return s_.lower_is(f_.first - 1, "and") && s_.lower_is(with, "with") &&
           (s_.lower_is(with - 1, "compares") || s_.lower_is(with - 1, "compared"));
  }

  // "rose to 2.6 percent, topping the old record 2.4 percent"
  bool is_attaining_clause() const {
    int i = f_.first - 1;
    while (s_.is(i, kDeterminer | kLightNoun | kAdverb | kRevise) || s_.lower_is(i, "previous"))
      --i;
    return s_.is(i, kAttain) && (word(i).verb_forms & kIngForm) != 0 && s_.at(i - 1).text == ",";
  }

  // "fell from 12 percent": a verb says what fell, no figure before does.
  bool is_verb_before(int preposition) const {
    return s_.is(preposition - 1, kRise | kFall) || may_be_noun(s_, preposition - 1) ||
           s_.is(preposition - 1, kPostNoun);
  }

  // --- before the figure

  bool before() {
    int left = f_.first - 1;
    // "a record 3.2 percent", "a total of 16 hours"
    for (int steps = 0; steps < 4; ++steps) {
      const bool light_of =
          s_.lower_is(left, "of") && s_.is(left - 1, kLightNoun) && !s_.is(left - 1, kPreposition);
      if (light_of && word(left - 1).amount_noun == kNoIndex) {
        left -= 2;
      } else if ((s_.is(left, kDeterminer | kAdverb) ||
                  (s_.is(left, kLightNoun) && word(left).amount_noun == kNoIndex)) &&
                 s_.is_word(left) && !s_.is(left, kAttain)) {
        --left;
      } else {
        break;
      }
    }
    if (s_.lower_is(left, "of")) return of_noun(left - 1);
    if (adjacent(left)) return true;
    // "for two years", "after three games": no verb gives the figure to its subject.
    if (f_.dimension == "duration" && s_.lower_is(left, "for") && of_act(left - 1)) return true;
    if (s_.is(left, kPreposition) && !leads(s_, left) && f_.dimension != "money") return false;
    return by_verb(left);
  }

  // "admission for 90 days", "extended the tax cuts for two years": how long an act
  // holds; a thing is had or held for so long.
  bool of_act(int noun) {
    const Topic topic = word(noun).topic;
    const bool act = topic == Topic::kAct || topic == Topic::kEvent || topic == Topic::kProcess;
    // "the tax cuts": a noun before it makes a verb of this spelling a noun.
    const bool verb = word(noun).is_likely(PartOfSpeech::kVerb) && !may_be_noun(s_, noun - 1) &&
                      !s_.is(noun - 1, kDeterminer | kPossessive);
    return act && may_be_noun(s_, noun) && !verb && found(noun, "act before for");
  }

  // "net income of $2 million", "a rate of nine percent"
  bool of_noun(int noun) {
    while (s_.is_kind(noun, TokenKind::kQuote)) --noun;
    if (!may_be_noun(s_, noun)) return false;
    out_.change = is_change_noun(noun);
    if (out_.change && may_be_noun(s_, noun - 1)) --noun;
    return found(noun, "noun before of");
  }

  static bool leads(const SentenceView& s, int i) {
    return s.lower_is(i, "to") || s.lower_is(i, "at") || s.lower_is(i, "by") ||
           s.lower_is(i, "from") || s.lower_is(i, "above") || s.lower_is(i, "below") ||
           s.lower_is(i, "around") || s.lower_is(i, "near") || s.lower_is(i, "over") ||
           s.lower_is(i, "under") || s.lower_is(i, "between");
  }

  // "the estimate at $4 trillion", "extended its run to eight years", "profits up
  // by 57 percent": the noun next to the figure and its preposition.
  bool adjacent(int left) {
    int i = left;
    const bool by = s_.lower_is(i, "by");
    const bool to = leads(s_, i);
    if (to) --i;
    if (s_.lower_is(i, "ranging")) return adjacent_to_range(i - 1);
    bool moved = false;
    if (s_.lower_is(i, "up") || s_.lower_is(i, "down") || s_.lower_is(i, "off")) --i, moved = true;
    if (to && !moved) i = before_figure(i);
    // "profits up by 57 percent to $18 million"
    if (to && !moved && (s_.lower_is(i, "up") || s_.lower_is(i, "down"))) --i;
    if (!may_be_noun(s_, i) || s_.is(i, kRise | kFall | kAttain) || is_name(i)) return false;
    if (s_.is(i, kMonth | kWeekday)) return false;
    const int first = phrase_first(s_, i);
    const int determiner = s_.is(first - 1, kDeterminer | kPossessive) ? first - 2 : first - 1;
    if (s_.is(determiner, kPreposition) && !is_change_noun(determiner - 1)) return false;
    if (is_change_noun(i) && i > first) --i;
    const int verb = verb_left(first - 1);
    const bool changes = verb >= 0 && s_.is(verb, kRise | kFall);
    // "rose 5 percent to 120": by how much, then to what.
    out_.change = (moved && !to) || by || (changes && !to);
    out_.governor = verb;
    if (!to && !moved && !changes) return false;
    // "paid him $40", "bought the shares at $12": the verb says it better.
    if (verb >= 0 && word(verb).amount_as(kObjectVerb) != kNoIndex && !changes) return false;
    return found(i, "noun next to the figure");
  }

  // "rose 5 percent to 120", "fell by $2 to $9": by how much it changed stands
  // between; gives the token before it.
  int before_figure(int i) const {
    if (previous_.last != i + 1) return i;
    const int at = previous_.first - 1;
    return s_.lower_is(at, "by") ? at - 1 : at;
  }

  bool adjacent_to_range(int noun) { return may_be_noun(s_, noun) && found(noun, "range of"); }

  // A name, but for a word that a headline or a sentence's head capitalises.
  bool is_name(int i) const {
    return s_.at(i).capital && word(i).amount_noun == kNoIndex && i != s_.first();
  }

  // The verb right before a phrase that begins at `at` + 1.
  int verb_left(int at) const {
    while (s_.is(at, kDeterminer | kPossessive | kAdverb)) --at;
    return s_.is_word(at) && word(at).verb_forms != 0 ? at : -1;
  }

  bool ends_clause(int i) const {
    if (!s_.has(i)) return true;
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%";
    return s_.is_kind(i, TokenKind::kQuote) || (s_.is(i, kClauseBreak) && !s_.lower_is(i, "as"));
  }

  // A base form is a verb only where one can stand: "to cost", not "the cost".
  bool is_verb(int i) const {
    const Word& verb = word(i);
    if (!s_.is_word(i) || verb.verb_forms == 0) return s_.is(i, kBe);
    if (verb.amount_noun == kNoIndex && verb.noun == kNoIndex) return true;
    if ((verb.verb_forms & (kPastForm | kIngForm)) != 0 && (verb.verb_forms & kBaseForm) == 0)
      return true;
    const bool object = s_.is(i + 1, kDeterminer | kPossessive) ||
                        s_.is_kind(i + 1, TokenKind::kNumber) ||
                        s_.is_kind(i + 1, TokenKind::kCurrency);
    if (object && may_be_noun(s_, i - 1)) return true;
    return s_.lower_is(i - 1, "to") || s_.is(i - 1, kModal | kWill | kPronoun | kAdverb) ||
           s_.lower_is(i - 1, "not") || (is_plural_noun(s_.at(i - 1)) && !s_.at(i - 1).capital);
  }

  // "allows them to stay for three years": a verb of no amount has the figure.
  bool is_infinitive(int i) const {
    if (f_.dimension == "duration" && s_.is(i, kLasting) && word(i).can_be(kVerbForms)) return true;
    return s_.lower_is(i - 1, "to") && word(i).verb_forms == 0 && word(i).can_be(kVerbBase) &&
           !word(i).is_likely(PartOfSpeech::kNoun) &&
           !s_.is(i, kBe | kHave | kRise | kFall | kAttain);
  }

  // "have fallen in recent years, to 400,000": the level stands behind a comma.
  bool level_behind_comma(int left) {
    if (s_.at(left - 1).text != ",") return false;
    // "The rate here, at 7.4 percent, is"
    if (s_.lower_is(left, "at") && is_percent()) {
      const int noun = s_.lower_is(left - 2, "here") ? left - 3 : left - 2;
      return may_be_noun(s_, noun) && amount_of_noun(s_, noun) != kNoIndex &&
             found(noun, "noun before a comma");
    }
    if (!s_.lower_is(left, "to")) return false;
    for (int i = left - 2; i > left - kReach && !ends_clause(i); --i) {
      if (s_.is(i, kConjunction)) return false;
      if (!s_.is(i, kRise | kFall) || !is_verb(i)) continue;
      out_.governor = i;
      return found(subject_of_level(i), "subject of a change");
    }
    return false;
  }

  bool by_verb(int left) {
    if (level_behind_comma(left)) return true;
    for (int i = left; i > left - kReach && !ends_clause(i); --i) {
      if (s_.is(i, kConjunction) || is_infinitive(i)) return false;
      if (!is_verb(i)) continue;
      if (take_verb(i, left)) {
        out_.governor = i;
        return true;
      }
      if (s_.is(i, kSay)) return false;
    }
    if (s_.lower_is(left, "for") && of_trade(left)) return true;
    // "inflation eased to 3 percent": any verb in "-ed" before "to".
    const std::string_view verb = s_.at(left - 1).text;
    return (s_.lower_is(left, "to") || s_.lower_is(left, "at")) && verb.ends_with("ed") &&
           !s_.at(left - 1).capital && found(subject_of_level(left - 1), "subject of a level");
  }

  // "the acquisition of Acme for $334 million", "bought by Acme for $334 million":
  // what is traded may fill the clause.
  bool of_trade(int left) {
    for (int i = left - 1; i > left - 2 * kReach && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kSign) && s_.at(i).text != ",") return false;
      const std::int16_t verb = word(i).amount_as(kObjectVerb);
      const std::int16_t event = verb != kNoIndex ? verb : word(i).amount_as(kToll);
      if (event == kNoIndex) continue;
      const std::string_view name = Lexicon::english().event(event).name;
      if (name != "deal" && name != "sold") continue;
      out_.event = event;
      return named(Lexicon::english().event(event).noun, "price of a trade");
    }
    return false;
  }

  bool take_verb(int verb, int left) {
    const std::int16_t event = amount_of_verb(s_, verb);
    // "raised $39 million" is no change; "raised the rate 1 percent" is.
    const bool own = verb == left && event != kNoIndex && f_.dimension == "money";
    if (s_.is(verb, kRise | kFall) && !own) return of_change(verb, left);
    if (event != kNoIndex && is_told_by(verb, left)) {
      const Event& amount = Lexicon::english().event(event);
      const bool fits = is_amount() || amount.what == EventWhat::kAmount;
      if (fits && !amount.noun.empty() && is_in_unit(event)) {
        out_.event = event;
        return named(amount.noun, "verb of an amount");
      }
    }
    if (s_.is(verb, kAttain | kBe)) {
      // "were up by 57 percent", "were up 57 percent"
      const int up = s_.lower_is(left, "by") ? left - 1 : left;
      out_.change = s_.lower_is(up, "up") || s_.lower_is(up, "down");
      return found(subject_of_level(verb), "subject of a level");
    }
    return false;
  }

  // Money is given and raised; an hour is neither, nor is it a donation.
  bool is_in_unit(std::int16_t event) const {
    return f_.dimension == "money" || f_.dimension.empty() || !is_of_money(event);
  }

  // The figure is the verb's own object, or its price: "paid him $40", "sold for $5".
  bool is_told_by(int verb, int left) const {
    for (int i = verb + 1; i <= left; ++i) {
      const bool particle = i == verb + 1 && word(verb).compound;
      if (s_.is(i, kPreposition) && !leads(s_, i) && !s_.lower_is(i, "for") && !particle)
        return false;
    }
    return true;
  }

  int subject_of_level(int verb) const {
    const int head = subject_head(s_, verb);
    // "those numbers were 5 and 4 percent": of what, is said elsewhere.
    if (head >= 0 && is_percent() && (s_.lower_is(head, "numbers") || s_.lower_is(head, "figures")))
      return -1;
    return head >= 0 && is_name(head) && is_percent() ? -1 : head;
  }

  // "cut its rate 0.5 points", "wages fell 3.8 percent", "rose to 9 percent"
  bool of_change(int verb, int left) {
    out_.change = !leads(s_, left) || s_.lower_is(left, "by");
    const int object = phrase_head(s_, after_determiners(s_, verb + 1));
    if (object >= 0 && object < f_.first && object <= left)
      return found(object, "object of a change");
    return found(subject_of_level(verb), "subject of a change");
  }

  // "Deposits of banks 1,204.5 billion": the head of a table's row.
  bool row_label() {
    constexpr int kLongestLabel = 6;
    const int first = s_.first();
    if (f_.dimension != "money" || f_.first == first || f_.first - first > kLongestLabel)
      return false;
    for (int i = first; i < f_.first; ++i) {
      if (!s_.is_word(i) || s_.is(i, kBe | kHave | kModal | kWill | kPronoun | kClauseBreak) ||
          (word(i).verb_forms != 0 && !may_be_noun(s_, i)))
        return false;
    }
    const int head = phrase_head(s_, first);
    return head >= 0 && head < f_.first && s_.is(head + 1, kPreposition) &&
           found(head, "label of a row");
  }

  // "puts the market for tea in 2007 at $3 billion": what is put there.
  bool put_at() {
    static constexpr WordList kPutting = {"put", "puts", "putting", "pegged", "pegs", "pegging"};
    for (int i = f_.first - 2; i > f_.first - kReach && !ends_clause(i); --i) {
      if (s_.is_one_of(i, kPutting))
        return found(phrase_head(s_, after_determiners(s_, i + 1)), "what is put at the figure");
    }
    return false;
  }

  void by_default() {
    if (f_.dimension == "money" && s_.lower_is(f_.first - 1, "at") && !put_at())
      named("price", "money after at");
    if (f_.dimension == "money" && s_.lower_is(f_.last, "into"))
      found(phrase_head(s_, after_determiners(s_, f_.last + 1)), "what money is put into");
    if (f_.dimension == "length") named(s_.at(f_.last - 1).text, "unit itself");
    if (is_percent()) named("share", "percent of something unnamed");
    if (f_.dimension == "duration") named("duration", "length of time");
    if (f_.dimension == "temperature") named("temperature", "degrees");
    if (f_.dimension == "speed") named("speed", "unit of speed");
    if (f_.dimension == "magnitude") named("magnitude", "magnitude");
    if (f_.dimension == "times") named("times", "how often");
    if (f_.dimension == "points") named("points", "points of a score or an index");
    if (f_.dimension == "mass") named("weight", "unit of weight");
    if (f_.dimension == "area") named("area", "unit of area");
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  const FigureTokens previous_;
  MeasuredNoun out_;
};

}  // namespace

MeasuredNoun read_measured_noun(const SentenceView& sentence, const ReadFigure& figure,
                                FigureTokens previous) {
  return MeasuredNounReader(sentence, figure, previous).run();
}

}  // namespace figured::claims
