// assertion := [ attitude [ "that" ] ] subject { auxiliary } verb figure
//            | [ attitude [ "that" ] ] figure noun { auxiliary } verb
// The nearest word decides, but for the attitude that governs the clause: "they
// project that it will fall" is an estimate.
#include "claims/speakers/assertion_reader.h"

#include <algorithm>

#include "claims/speakers/intention.h"
#include "claims/speakers/saying_verb.h"
#include "claims/text/clause.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kLeftReach = 24;
constexpr int kRightReach = 8;

class AssertionReader {
 public:
  AssertionReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure)
      : s_(s), f_(figure), m_(measure) {}

  Assertion run(Modality plain) {
    // How old somebody is stands whatever the clause says.
    if (f_.age && m_.head >= f_.last) return out_;
    if (names_what_is_to_come()) return out_;
    read_noun();
    read_left();
    if (may_be_subject()) read_right();
    // Where a change began is how things are: "will fall from 12 to 9".
    const bool to_come =
        out_.modality == Modality::kPlanned || out_.modality == Modality::kPossible;
    if (m_.start && to_come) out_ = Assertion();
    if (plain != Modality::kAsserted && out_.modality == Modality::kAsserted) take_time(plain);
    return out_;
  }

 private:
  // Later ones outweigh earlier ones: "is expected to" an estimate, "if" a condition.
  static int weight(Modality modality) {
    switch (modality) {
      case Modality::kAsserted:
        return 0;
      case Modality::kPlanned:
        return 1;
      case Modality::kPossible:
        return 2;
      case Modality::kEstimate:
        return 3;
      case Modality::kConditional:
        return 4;
      case Modality::kCapacity:
        return 5;
      case Modality::kOffer:
        return 6;
      case Modality::kAsked:
        return 7;
      case Modality::kDenied:
        return 8;
    }
    return 0;
  }

  void say(Modality modality, int at, std::string_view rule) {
    if (weight(modality) <= weight(out_.modality)) return;
    out_.modality = modality;
    out_.words = s_.at(at).span;
    out_.rule = rule;
  }

  bool past(int i) const { return (s_.at(i).word->verb_forms & kPastForm) != 0; }
  bool ing(int i) const { return (s_.at(i).word->verb_forms & kIngForm) != 0; }

  // A noun of this spelling says nothing of the clause: "the plan", "an offer".
  bool is_noun(int i) const {
    if (past(i) || ing(i)) return false;
    return s_.is(i - 1, kDeterminer | kPossessive) ||
           s_.is_kind(i - 1, TokenKind::kPossessiveEnd) ||
           (s_.is(i + 1, kPreposition) && !s_.lower_is(i + 1, "to") && i + 1 < f_.first);
  }

  // --- the noun and its modifiers: "a proposed $5 million cut", "the 12 feared dead"

  void read_noun() {
    for (int i = f_.last; i < std::max(m_.head, f_.last); ++i) modifier(i);
    for (int i = f_.core - 1; i > f_.first - 3; --i) {
      if (s_.lower_is(i, "estimated") || s_.lower_is(i, "projected"))
        say(Modality::kEstimate, i, "estimated before the figure");
      if ((s_.lower_is(i, "proposed") && !is_done_proposal(i)) || s_.lower_is(i, "planned"))
        say(Modality::kPlanned, i, "planned before the figure");
    }
    if (m_.head < 0) return;
    if (s_.is(m_.head - 1, kFear)) say(Modality::kPossible, m_.head - 1, "feared dead");
  }

  void modifier(int i) {
    if (s_.lower_is(i, "proposed") || s_.lower_is(i, "planned") || s_.lower_is(i, "intended"))
      say(Modality::kPlanned, i, "modifier of the noun");
    if (s_.lower_is(i, "projected") || s_.lower_is(i, "estimated") || s_.lower_is(i, "expected"))
      say(Modality::kEstimate, i, "modifier of the noun");
  }

  // "a 6 billion yen plan", "put the estimate at 40": the quantity's noun says it.
  bool names_what_is_to_come() {
    if (f_.dimension.empty()) return false;  // "two plans", "30 goals" are there
    static constexpr std::string_view kPlans[] = {"plan",   "plans", "proposal", "proposals",
                                                  "target", "goal",  "goals"};
    static constexpr std::string_view kGuesses[] = {"estimate",   "estimates",   "forecast",
                                                    "projection", "projections", "forecasts"};
    const auto is_noun = [this](std::string_view noun) { return equals_lower(m_.noun, noun); };
    if (std::any_of(std::begin(kPlans), std::end(kPlans), is_noun)) {
      out_.modality = Modality::kPlanned;
      out_.rule = "noun of something to come";
    }
    if (std::any_of(std::begin(kGuesses), std::end(kGuesses), is_noun)) {
      out_.modality = Modality::kEstimate;
      out_.rule = "noun of an estimate";
    }
    return out_.modality != Modality::kAsserted;
  }

  // --- left of the figure

  void read_left() {
    bool finite = false;  // a verb that is nobody's auxiliary has been passed
    for (int i = f_.first - 1; i >= f_.first - kLeftReach && s_.has(i); --i) {
      // ", bringing it to 80 percent" is as sure as the clause before.
      if (s_.at(i).text == "," && begins_with_participle(i + 1)) continue;
      if (ends_clause(i)) return attitude(i);
      if (s_.is(i, kConjunction) && finite) return;
      if (!s_.is_word(i)) continue;
      weigh(i, finite);
      if (!finite && is_plain_past(i)) finite = true;
      if (s_.is(i, kSay) && i != m_.verb) return;
    }
  }

  bool begins_with_participle(int i) const {
    const Token& token = s_.at(i);
    return token.kind == TokenKind::kWord && token.text.size() > 4 && token.text.ends_with("ing") &&
           i < f_.first;
  }

  bool ends_clause(int i) const {
    if (s_.is_kind(i, TokenKind::kQuote)) return is_quote(s_, i);  // else an apostrophe
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%" && s_.at(i).text != ".";
    if (s_.is(i, kCondition)) return true;
    return s_.is(i, kClauseBreak) && !s_.lower_is(i, "as") && !s_.lower_is(i, "until");
  }

  // "rose", "has risen": it is so.  "would rise" has no past form.
  bool is_plain_past(int i) const {
    if (!past(i) || s_.is(i, kEstimate | kPlan | kAsk | kOffer | kDeny | kDoubt)) return false;
    const bool auxiliary = s_.is(i - 1, kBe | kModal | kWill) ||
                           (s_.is(i - 1, kAdverb) && s_.is(i - 2, kBe | kModal | kWill)) ||
                           s_.is(i - 1, kHave);
    return !auxiliary && (s_.at(i).word->verb_forms & kBaseForm) == 0;
  }

  void weigh(int i, bool finite) {
    if (s_.is(i, kNegation) && i >= f_.first - 3) negate(i);
    if (finite) return;
    if (s_.is(i, kCondition)) return say(Modality::kConditional, i, "condition");
    if (is_modal(i)) return modal(i);
    if (s_.is(i, kWill)) return say(Modality::kPlanned, i, "future");
    if (s_.is(i, kCapacity) && (s_.lower_is(i + 1, "of") || s_.lower_is(i + 1, "for")))
      return say(Modality::kCapacity, i, "capacity before the figure");
    // "a 60 percent chance of 900 floods"
    if (s_.lower_is(i, "chance") && s_.lower_is(i + 1, "of"))
      return say(Modality::kPossible, i, "chance of");
    // "proposed to her three times": how often is no part of what was proposed.
    if (is_noun(i) || f_.dimension == "times") return;
    // "open to spending", never "open a plant".
    const bool likely = s_.is(i, kLikely) && (!s_.lower_is(i, "open") || s_.lower_is(i + 1, "to"));
    if (likely || (s_.is(i, kFear) && s_.is(i - 1, kBe)))
      return say(Modality::kPossible, i, "likely");
    if (s_.is(i, kConsider) && ing(i)) return say(Modality::kPossible, i, "considered");
    // "predicts that it could reach 40": whoever says so, it could.
    if (s_.is(i, kEstimate) && out_.modality == Modality::kPossible) return;
    if (s_.is(i, kEstimate)) return say(Modality::kEstimate, i, "estimate before the figure");
    if (s_.is(i, kAsk) && !is_need(i)) return say(Modality::kAsked, i, "demand before the figure");
    if (s_.is(i, kOffer)) return say(Modality::kOffer, i, "offer before the figure");
    if (s_.is(i, kPlan) && !is_done_proposal(i))
      return say(Modality::kPlanned, i, "plan before the figure");
    if (is_intended(s_, i, f_, m_.verb)) return say(Modality::kPlanned, i, "wish before the figure");
    if (s_.lower_is(i, "capable")) return say(Modality::kCapacity, i, "capable of");
    if (s_.is(i, kDeny)) return deny(i);
    if (s_.lower_is(i, "to") && s_.is(i - 1, kBe)) say(Modality::kPlanned, i, "is to");
    // "is set to decline by 12"
    const bool set = s_.lower_is(i, "set") || s_.lower_is(i, "due") || s_.lower_is(i, "slated");
    if (set && s_.is(i - 1, kBe) && s_.lower_is(i + 1, "to") &&
        s_.at(i + 2).word->can_be(kVerbBase))
      say(Modality::kPlanned, i, "is set to");
  }

  // "Some 40 bills have been proposed in 12 states": there are so many.
  bool is_done_proposal(int i) const {
    return s_.lower_is(i, "proposed") && s_.lower_is(i - 1, "been");
  }

  // "would require $4 million" says what it takes, and demands nothing.
  bool is_need(int i) const {
    return s_.lower_is(i, "require") && s_.is(i - 1, kModal | kWill | kAdverb);
  }

  // "are without power": what is said of them, and no denial of it.
  bool begins_predicate(int i) const { return m_.verb > i && s_.lower_is(i, "without"); }

  void negate(int i) {
    if (begins_predicate(i)) return;
    // "no fewer than", "not only" say nothing of the kind.
    if (s_.lower_is(i + 1, "only") || s_.lower_is(i + 1, "just") || s_.lower_is(i + 1, "fewer") ||
        s_.lower_is(i + 1, "less") || s_.lower_is(i + 1, "more"))
      return;
    out_.negated = true;
  }

  void deny(int i) {
    say(Modality::kDenied, i, "denied");
    out_.negated = true;
  }

  // "May 2" is a day.
  bool is_modal(int i) const { return s_.is(i, kModal) && !(s_.is(i, kMonth) && s_.at(i).capital); }

  // "can hold" is capacity; "would" of a report of the past is a future.
  void modal(int i) {
    const bool can = s_.lower_is(i, "can") || s_.lower_is(i, "could");
    for (int verb = i + 1; can && verb < i + 3; ++verb) {
      if (s_.is(verb, kContain)) return say(Modality::kCapacity, i, "can hold");
    }
    if (s_.lower_is(i, "would")) {
      return say(is_reported() ? Modality::kPlanned : Modality::kConditional, i, "would");
    }
    if (s_.lower_is(i, "should")) return say(Modality::kAsked, i, "should");
    if (s_.lower_is(i, "can") && is_entitlement(i + 1)) return;
    say(Modality::kPossible, i, "modal");
  }

  // The speaker's words end with the verb of saying, and another clause begins.
  bool turns_behind(int verb) const {
    if (s_.at(verb + 1).text != ",") return false;
    for (int i = verb + 2; i < verb + 4; ++i) {
      if (s_.lower_is(i, "while") || s_.lower_is(i, "whereas") || s_.lower_is(i, "but"))
        return true;
    }
    return false;
  }

  // "Widows can receive $900 a month": what a rule grants is so.
  bool is_entitlement(int verb) const {
    static constexpr WordList kGrants = {"receive", "claim", "collect", "qualify", "deduct"};
    if (s_.is(verb, kAdverb)) ++verb;
    return s_.is_one_of(verb, kGrants);
  }

  // "said on Thursday that it would": the words of a speaker in the past; not
  // "..., Smith said, while that would".
  bool is_reported() const {
    for (int i = s_.first(); i < f_.first && i < s_.first() + 40; ++i) {
      if (s_.is(i, kCondition)) return false;
      if (!s_.is(i, kSay | kPlan) || !past(i)) continue;
      // "campaigns aimed at drivers" plan nothing.
      if (s_.is(i, kPlan) && s_.is(i + 1, kPreposition) && !s_.lower_is(i + 1, "to")) continue;
      if (!turns_behind(i)) return true;
    }
    return false;
  }

  // What the clause hangs on: "denied that", "no evidence that", "feared that",
  // "if"; `at` is where the clause begins.
  void attitude(int at) {
    if (s_.is(at, kCondition)) return say(Modality::kConditional, at, "condition");
    if (!s_.lower_is(at, "that")) return;
    for (int i = at - 1; i > at - 4 && s_.is_word(i); --i) {
      if (s_.is(i, kDeny)) return deny(i);
      if (s_.lower_is(i, "evidence") || s_.lower_is(i, "indication") || s_.lower_is(i, "proof") ||
          s_.lower_is(i, "sign")) {
        if (s_.is(i - 1, kNegation) || s_.is(i - 2, kNegation)) return deny(i);
      }
      if (s_.is(i, kEstimate)) return say(Modality::kEstimate, i, "estimated that");
      if (s_.is(i, kAsk)) return say(Modality::kAsked, i, "demanded that");
      if (s_.is(i, kPlan)) return say(Modality::kPlanned, i, "promised that");
      if (s_.is(i, kFear | kLikely)) return say(Modality::kPossible, i, "feared that");
    }
  }

  // What is told of a time to come: an amount is `plain`, what is "to" be done a
  // plan.  How many there are, or how long they take, may be so today.
  void take_time(Modality plain) {
    const bool amount = !f_.dimension.empty() && f_.dimension != "duration" && !f_.age;
    for (int i = f_.first - 1; i >= f_.first - kLeftReach && s_.has(i) && !ends_clause(i); --i) {
      if (is_past_verb(i)) return;
      if (!s_.lower_is(i, "to") || !s_.at(i + 1).word->can_be(kVerbBase)) continue;
      if (m_.verb >= 0 && m_.verb < i) continue;
      return say(Modality::kPlanned, i, "to do in a time to come");
    }
    if (!amount || is_done()) return;
    out_.modality = plain;
    out_.rule = "time to come";
  }

  // "12 percent signed", "12 percent have signed"
  bool is_done() const {
    const int from = std::max(f_.last, m_.head + 1);
    for (int i = from; i < from + kRightReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is(i, kClauseBreak)) return false;
      if (is_past_verb(i)) return true;
    }
    return false;
  }

  bool is_done_verb(int i) const {
    return s_.is_word(i) && !s_.is(i, kDeterminer | kPreposition) &&
           s_.at(i).word->can_be(kVerbParticiple);
  }

  // A finite past or perfect; of "be" only its own past forms.
  bool is_past_verb(int i) const {
    if (s_.lower_is(i, "was") || s_.lower_is(i, "were") || s_.lower_is(i, "had")) return true;
    if (s_.is(i, kHave)) return is_done_verb(i + 1) || is_done_verb(i + 2);
    return !s_.is(i, kBe | kModal | kWill) && !s_.is(i - 1, kBe) && is_finite_verb(s_, i) &&
           s_.at(i).word->can_be(kVerbPast);
  }

  // --- right of the figure, where it is the subject: "40,000 teachers could lose"

  // An object or the noun of a preposition is no subject.
  bool may_be_subject() const {
    if (m_.verb >= 0 && m_.verb < f_.first) return false;
    if (m_.verb >= f_.last) return true;
    if (is_attribute()) return false;
    return !s_.is(f_.first - 1, kPreposition) && s_.at(f_.first - 1).word->verb_forms == 0;
  }

  // "firms below 12 employees", "pupils under 12": the bound hangs on the noun before.
  bool is_attribute() const {
    if (!s_.lower_is(f_.first, "below") && !s_.lower_is(f_.first, "above") &&
        !s_.lower_is(f_.first, "under") && !s_.lower_is(f_.first, "between"))
      return false;
    const Word& before = *s_.at(f_.first - 1).word;
    return s_.is_word(f_.first - 1) && before.is_likely(PartOfSpeech::kNoun);
  }

  void read_right() {
    const int from = std::max(f_.last, m_.head + 1);
    const int to = m_.verb > from ? m_.verb + 1 : from + kRightReach;
    for (int i = from; i < to && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is(i, kConjunction) ||
          (s_.is(i, kSay) && !s_.is(i, kFear)))
        return;
      if (s_.is(i, kClauseBreak) && m_.verb <= i) return;
      if (!s_.is_word(i)) continue;
      if (is_modal(i)) return modal(i);
      if (s_.is(i, kWill)) return say(Modality::kPlanned, i, "future");
      if (s_.is(i, kNegation)) negate(i);
      if (s_.is(i, kFear)) return say(Modality::kPossible, i, "feared");
      if (s_.is(i - 1, kBe) || s_.is(i, kLikely)) {
        if (s_.is(i, kLikely)) return say(Modality::kPossible, i, "likely");
        if (s_.is(i, kEstimate)) return say(Modality::kEstimate, i, "expected");
        if (is_done_proposal(i)) return;
        if (s_.is(i, kPlan)) return say(Modality::kPlanned, i, "planned");
        if (s_.lower_is(i, "to") && s_.is(i - 1, kBe)) return say(Modality::kPlanned, i, "is to");
      }
      // The first plain verb tells that it is so.
      if (is_plain_past(i) && m_.verb <= i) return;
    }
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  const ReadMeasure& m_;
  Assertion out_;
};

}  // namespace

Assertion read_assertion(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, Modality plain) {
  return AssertionReader(sentence, figure, measure).run(plain);
}

}  // namespace figured::claims
