// measure := dimension [ "." ( event | noun | verb ) ] | dimension ".of." noun | "age" |
// "magnitude"
#include "claims/measures/amount_measure.h"

#include "claims/measures/amount_words.h"
#include "claims/measures/count_context.h"
#include "claims/measures/measured_noun.h"
#include "claims/measures/price_measure.h"
#include "claims/text/governing_verb.h"
#include "claims/text/noun_phrase.h"
#include "claims/text/predicate_phrase.h"

namespace figured::claims {
namespace {

const Event* find_event(std::string_view name) { return Lexicon::english().event_named(name); }

class AmountMeasure {
 public:
  AmountMeasure(const SentenceView& s, const ReadFigure& figure, const ReadMeasure* previous,
                ReadMeasure& out)
      : s_(s), f_(figure), previous_(previous), out_(out) {}

  void run(const CountedNoun& counted) {
    MeasuredNoun measured = read_measured_noun(s_, f_, figure_before());
    if (measured.head < 0 && measured.whole < 0 && is_named_before_colon()) {
      measured.head = f_.first - 2;
      measured.rule = "noun before a colon";
    }
    out_.change = measured.change;
    if ((measured.inherits || ends_change(s_, f_, previous_) || is_part_of_sum() ||
         is_gapped(measured)) &&
        has_like_before()) {
      return take_previous();
    }
    out_.head = measured.head >= f_.last ? measured.head : -1;
    out_.noun = name_of(measured);
    give_rule(measured.rule, measured.head);
    if (f_.age) {
      out_.head = counted.head;
      out_.measure = "age";
      return;
    }
    measure(measured);
    // "owns 7.5 percent" beside "a 42.5 percent interest": one quantity, one name.
    if (measured.head < 0 && has_like_before() && previous_->event == out_.event &&
        !previous_->noun.empty())
      out_.noun = previous_->noun;
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }
  bool is_of(std::string_view dimension) const { return f_.dimension == dimension; }

  void give_rule(std::string_view rule, int word) {
    out_.rule = rule;
    out_.words = word >= 0 ? s_.at(word).span : Span{};
  }

  // "what he called the firm's tax rate: 30 percent"
  bool is_named_before_colon() const {
    const int noun = f_.first - 2;
    return s_.at(f_.first - 1).text == ":" && may_be_noun(s_, noun) && !s_.at(noun).capital &&
           amount_of_noun(s_, noun) != kNoIndex;
  }

  FigureTokens figure_before() const {
    if (previous_ == nullptr) return {};
    return {previous_->first, previous_->figure_last};
  }

  bool has_like_before() const {
    return previous_ != nullptr && previous_->dimension == f_.dimension;
  }

  // "$334 million, including $281 million in cash", "of which $281 million"
  bool is_part_of_sum() const {
    if (!is_of("money") || !has_like_before()) return false;
    const bool of_which = s_.lower_is(f_.first - 1, "which") && s_.lower_is(f_.first - 2, "of");
    const bool bracket = s_.at(f_.first - 1).text == "(" && s_.lower_is(f_.last, "in") &&
                         s_.is(f_.last + 1, kPayment);
    return of_which || bracket || s_.is(f_.first - 1, kPart);
  }

  // "7 percent of the vote in 2004 and 3 percent in 2000", "raised $3 million in the spring
  // and $4 million in the next quarter"
  bool is_gapped(const MeasuredNoun& measured) const {
    if (previous_ == nullptr) return false;
    const bool sum = is_of("money") && previous_->event != kNoIndex;
    const bool share = is_of("percent") && previous_->measure.starts_with("percent.of.");
    if (measured.head >= 0 || (!sum && !share)) return false;
    const bool joined = s_.is(f_.first - 1, kConjunction) || s_.at(f_.first - 1).text == ",";
    return joined && s_.lower_is(f_.last, "in");
  }

  // "the share price fell 92 percent, from 45 cents to three"
  bool ends_told_change() const {
    return previous_ != nullptr && previous_->event != kNoIndex &&
           (previous_->change || previous_->start) &&
           (s_.lower_is(f_.first - 1, "from") || s_.lower_is(f_.first - 1, "to"));
  }

  void take_previous() {
    out_.noun = previous_->noun;
    out_.event = previous_->event;
    out_.measure = previous_->measure;
    out_.verb = previous_->verb;
    out_.restriction = previous_->restriction;
    give_rule("compared with the figure before", -1);
  }

  std::string name_of(const MeasuredNoun& measured) const {
    return measured.head >= 0 ? noun_text(measured.head) : std::string(measured.name);
  }

  // "30 percent of 4-year-olds"
  bool is_aged_people(int head) const {
    return s_.lower_is(head, "olds") && s_.binds(head - 1) && s_.binds(head - 3) &&
           s_.has(head - 4);
  }

  // "those surveyed" has its noun in two words.
  std::string noun_text(int head) const {
    if (is_aged_people(head)) return std::string(s_.slice(head - 4, head + 1));
    const bool those = s_.lower_is(head - 1, "those") || s_.lower_is(head - 1, "all");
    if (those && !may_be_noun(s_, head)) return std::string(s_.slice(head - 1, head + 1));
    return std::string(s_.at(head).text);
  }

  void measure(const MeasuredNoun& measured) {
    if (is_of("magnitude")) return named("magnitude");
    if (measured.name == "distance") return named("length.distance");
    if (is_of("duration") && measured.head >= 0 && s_.lower_is(measured.head, "age")) {
      out_.verb = measured.head;
      return named("age");
    }
    if (is_since_record()) return named("duration.record");
    if (measured.whole >= 0) return share_of(measured);
    if (take_margin() || take_income()) return;
    if (is_of("times")) return name_by_verb();
    if (is_of("duration") && is_granted()) return take(find_event("deadline"), -1);
    if (is_of("duration") && is_sentence()) {
      if (measured.head < 0) out_.noun = "sentence";
      return take(find_event("sentenced"), -1);
    }
    out_.event = measured.event != kNoIndex ? measured.event : amount_of_noun(s_, measured.head);
    if (is_of("duration") && is_scored(out_.event)) out_.event = kNoIndex;
    out_.verb = measured.event != kNoIndex ? measured.governor
                : out_.event != kNoIndex   ? measured.head
                                           : -1;
    // "a five-year lease" is the length of the lease, whatever is done to it.
    const bool attributive = measured.head >= f_.last && !is_of("money") && !is_of("percent");
    if (out_.event == kNoIndex && is_of("duration") && (measured.head < 0 || is_how_long(measured)))
      return name_time();
    if (out_.event == kNoIndex && attributive && take_extent()) return;
    if (out_.event == kNoIndex && !(attributive && is_of("duration"))) take_event_near();
    if (is_of("money")) settle_price(s_, f_, out_);
    if (out_.event == kNoIndex && ends_told_change()) out_.event = previous_->event;
    if (out_.event != kNoIndex) {
      out_.measure = f_.dimension + '.' + event().name;
    } else {
      name_by_noun(measured.head);
    }
  }

  // "households making less than $50,000": what they live on, whatever they did.
  bool take_income() {
    const int verb = f_.first - 1;
    if (!is_of("money") || !(s_.lower_is(verb, "making") || s_.lower_is(verb, "earning")) ||
        !is_plural_noun(s_.at(verb - 1)))
      return false;
    static const Event* const income = find_event("income");
    out_.change = false;
    give_rule("income of those who make it", verb);
    take(income, verb);
    out_.noun = income->noun;
    return true;
  }

  // "a two-year high": since when nothing was as high.
  bool is_since_record() const {
    static constexpr WordList kRecords = {"high", "highs", "low", "lows", "peak"};
    return is_of("duration") && s_.binds(f_.last - 2) && s_.is_one_of(f_.last, kRecords) &&
           !s_.lower_is(f_.last + 1, "school") && !s_.lower_is(f_.last + 1, "schools");
  }

  // "a two-year goal" is what is aimed at.
  static bool is_scored(std::int16_t event) {
    static const Event* const scored = find_event("scored");
    return event != kNoIndex && &Lexicon::english().event(event) == scored;
  }

  // "Ruiz won Orsk by 31 points", "..., Berg by 12 points": by how much.
  bool take_margin() {
    static constexpr WordList kContests = {
        "win",     "wins",   "won",     "winning",  "lead",     "leads",  "led",
        "leading", "trail",  "trails",  "trailed",  "trailing", "beat",   "beats",
        "beating", "defeat", "defeats", "defeated", "ahead",    "behind", "prevailed"};
    // Of percent also prices and shares lose some.
    static constexpr WordList kLosing = {"lose", "loses", "lost", "losing"};
    if (!s_.lower_is(f_.first - 1, "by") ||
        !(is_of("points") || is_of("point") || is_of("percent")))
      return false;
    static const Event* const lead = find_event("lead");
    for (int i = f_.first - 2; i > f_.first - 9 && !stops_left(i); --i) {
      const bool lost = !is_of("percent") && s_.is_one_of(i, kLosing);
      if (!lost && !s_.is_one_of(i, kContests)) continue;
      out_.change = false;
      give_rule("margin of a vote", i);
      take(lead, i);
      out_.noun = lead->noun;
      return true;
    }
    const bool gapped = has_like_before() && previous_->event != kNoIndex &&
                        &Lexicon::english().event(previous_->event) == lead &&
                        s_.at(f_.first - 2).capital;
    if (gapped) take_previous();
    if (gapped) out_.change = false;
    return gapped;
  }

  void named(std::string_view measure) { out_.measure = std::string(measure); }

  void take(const Event* event, int at) {
    out_.event = Lexicon::english().index_of(*event);
    out_.verb = at;
    out_.measure = f_.dimension + '.' + event->name;
  }

  // --- without a class of the tables

  // A noun that names a quantity of its own: no name, no time, no unit.
  bool names_quantity(int head) const {
    if (head < 0 || !s_.is_word(head)) return false;
    const Token& token = s_.at(head);
    const bool name = token.capital && head != s_.first() && !s_.title_case();
    // What a length is said of is no length: only "miles of wall" tell of what.
    const bool sum = is_of("money") || is_of("percent") || is_of("duration") || is_of("points");
    if (!sum && head < f_.last) return false;
    const PartOfSpeech part = token.word->dominant;
    if (part == PartOfSpeech::kAdjective || part == PartOfSpeech::kAdverb) return false;
    return !name && token.word->can_be(kNounForms) && token.word->unit == kNoIndex &&
           !token.word->is(kMonth | kWeekday | kDayWord | kLightNoun | kTotal | kDirection);
  }

  // "the life of the bond" is no person's.
  std::string name_of_noun(int head) const {
    const std::int16_t noun = word(head).noun;
    const bool people = noun != kNoIndex && Lexicon::english().noun(noun).kind == "carrier";
    return people ? Lexicon::english().singular(s_.at(head).text) : noun_name(s_.at(head));
  }

  void name_by_noun(int head) {
    if (const Event* whole = event_of_dimension(); whole != nullptr) return take(whole, -1);
    out_.measure = f_.dimension;
    out_.bare = !names_quantity(head);
    if (!out_.bare) out_.measure += '.' + name_of_noun(head);
    if (out_.rule.empty()) give_rule("unit itself", f_.last - 1);
  }

  // What a unit measures unless the words say otherwise.
  const Event* event_of_dimension() const {
    if (is_of("speed")) return find_event("speed");
    if (is_of("temperature")) return find_event("temperature");
    return is_of("area") ? find_event("area") : nullptr;
  }

  // "a 20-mile swath", "a nine-acre site", "a 19-ton truck", "a six-foot-tall man":
  // how long, large, heavy or tall it is.
  bool is_bound() const { return s_.binds(f_.last) || s_.binds(f_.core_last); }

  bool take_extent() {
    if (is_of("area")) return take(find_event("area"), -1), true;
    if (!is_bound()) return false;
    const std::int16_t told = word(f_.last - 1).amount_as(kAdjective);
    if (is_of("length") && told != kNoIndex)
      return take(&Lexicon::english().event(told), f_.last - 1), true;
    const Event* extent = is_of("length")   ? find_event("length")
                          : is_of("mass")   ? find_event("weight")
                          : is_of("volume") ? find_event("capacity")
                                            : nullptr;
    if (extent != nullptr) take(extent, -1);
    return extent != nullptr;
  }

  // --- how often, how long

  void name_by_verb() {
    const int verb = governing_verb(s_, f_.first);
    out_.measure = f_.dimension;
    out_.bare = verb < 0;
    if (out_.bare) return;
    out_.measure += '.' + verb_name(s_, verb);
    out_.verb = verb;
    if (out_.rule.empty()) give_rule("verb that happens so often", verb);
  }

  // "12 years in prison", "sentenced last week to 12 years", never "a 12-year trial"
  bool is_sentence() const {
    static constexpr WordList kPrisons = {"prison", "jail", "custody", "probation", "penitentiary"};
    if (s_.lower_is(f_.last, "behind") && s_.lower_is(f_.last + 1, "bars")) return true;
    if (s_.lower_is(f_.last, "in") || s_.lower_is(f_.last, "of")) {
      for (int i = f_.last + 1; i < f_.last + 4 && s_.is_word(i); ++i) {
        if (s_.is_one_of(i, kPrisons)) return true;
      }
    }
    static const Event* const sentenced = find_event("sentenced");
    const int verb = governing_verb(s_, f_.first);
    if (verb < 0 || s_.at(verb).word->event == kNoIndex) return false;
    return &Lexicon::english().event(s_.at(verb).word->event) == sentenced;
  }

  // "have seven days to leave", "were given a week to pay"
  bool is_granted() const {
    static constexpr WordList kGranted = {"give",  "gives",   "gave", "given", "giving",
                                          "grant", "granted", "get",  "gets",  "got"};
    if (!s_.lower_is(f_.last, "to")) return false;
    for (int i = f_.first - 1; i > f_.first - 6 && !stops_left(i); --i) {
      if (s_.is(i, kHave) || s_.is_one_of(i, kGranted)) return true;
    }
    return false;
  }

  // "Ruiz had been treated for the past three weeks": what was done lasts so long.
  bool is_how_long(const MeasuredNoun& measured) const {
    if (measured.head >= f_.first || !s_.at(measured.head).capital) return false;
    int i = f_.first - 1;
    while (s_.lower_is(i, "past") || s_.lower_is(i, "last") || s_.is(i, kDeterminer)) --i;
    return s_.lower_is(i, "for");
  }

  void name_time() {
    if (const PredicatePhrase phrase = predicate_before(s_, f_.first); phrase.noun >= 0) {
      give_rule("phrase before the time", phrase.noun);
      return take(&Lexicon::english().event(phrase.event), phrase.noun);
    }
    name_by_verb();
    if (out_.rule.empty()) give_rule("length of time", -1);
  }

  // --- shares

  // "54 percent of voters support": of whom, and what they do.
  void share_of(const MeasuredNoun& measured) {
    const int head = measured.whole;
    const std::string what =
        is_aged_people(head) ? lower_case(noun_text(head)) : noun_name(s_.at(head));
    // "had 7 percent of the market": its share.
    if (measured.head == head && what == "market") return take(find_event("share"), head);
    // "a deficit of 4 percent of output": the whole only gives the scale.
    if (measured.head != head) {
      out_.event = amount_of_noun(s_, measured.head);
      const bool known = out_.event != kNoIndex;
      out_.verb = known ? measured.head : -1;
      out_.restriction = known ? what : noun_name(s_.at(measured.head));
      out_.measure = known ? f_.dimension + '.' + event().name : "percent.of." + what;
      return;
    }
    for (int i = head + 1; i < head + 4 && s_.is_word(i); ++i) {
      const std::int16_t event = word(i).amount_as(kSubjectVerb);
      if (event == kNoIndex || word(i).verb_forms == 0) continue;
      out_.event = event;
      out_.verb = i;
      out_.restriction = what;
      out_.measure = f_.dimension + '.' + this->event().name;
      return;
    }
    out_.measure = "percent.of." + what;
  }

  // --- words of an amount near the figure

  bool stops_left(int i) const {
    if (!s_.has(i)) return true;
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%";
    return s_.is(i, kClauseBreak) && !s_.lower_is(i, "as") && !s_.lower_is(i, "since");
  }

  // The nearest toll noun or verb of an amount, when the noun itself is no class.
  void take_event_near() {
    for (int i = f_.last; i < f_.last + 4 && s_.is_word(i); ++i) {
      // "$40 a share": by what it is reckoned, not what it measures.
      if (s_.is(i, kDeterminer | kConjunction) || s_.lower_is(i, "per") || s_.lower_is(i, "with"))
        break;
      // "$5 million in cash" tells how it is paid.
      if (s_.is(i, kPayment) && s_.lower_is(i - 1, "in")) break;
      if (take_amount(i, kToll | kEventNounRole | kAdjective)) return;
    }
    for (int i = f_.first - 1; i >= f_.first - 8 && !stops_left(i); --i) {
      if (s_.is_word(i) && (take_amount(i, kToll) || take_amount(i, kObjectVerb | kSubjectVerb)))
        return;
    }
  }

  // "Bill Berg led by 2 percent": a name is no bill.
  bool is_name(int i) const {
    return s_.at(i).capital && i != s_.first() && !s_.title_case() && word(i).can_be(kNounForms) &&
           s_.at(i).text.size() > 1 && s_.at(i).text[1] >= 'a';
  }

  bool take_amount(int i, std::uint8_t roles) {
    if (is_name(i)) return false;
    if (is_held_still(s_, i)) return false;
    const bool noun = (roles & kToll) != 0 && word(i).amount_as(kToll) != kNoIndex;
    // "interest groups spent", "low-income families paid": who they are.
    const bool of_people = (s_.binds(i - 1) && may_be_noun(s_, i + 1)) ||
                           s_.lower_is(i + 1, "group") || s_.lower_is(i + 1, "groups");
    if (noun && i < f_.first && of_people) return false;
    // "agreed to pay $3": the verb.
    if (noun && i < f_.first && s_.lower_is(i - 1, "to") && word(i).can_be(kVerbBase)) return false;
    const bool verb = (roles & (kObjectVerb | kSubjectVerb)) != 0;
    constexpr std::uint8_t kOthers = static_cast<std::uint8_t>(~kAdjective);
    std::int16_t event = noun ? amount_of_noun(s_, i) : word(i).amount_as(roles & kOthers);
    if (event == kNoIndex && (roles & kAdjective) != 0)
      event = adjective_of_amount(s_, i, f_.dimension);
    if (event == kNoIndex || (verb && !noun && is_amount_noun_here(s_, i))) return false;
    if (verb && !is_of("money") && is_of_money(event)) return false;
    // Who is aboard has no temperature.
    const bool state = is_of("temperature") || is_of("speed");
    if (state && Lexicon::english().event(event).what != EventWhat::kAmount) return false;
    // "$3 million in Orsk earthquake relief" measures no quake.
    if (is_of("money") && i >= f_.last &&
        Lexicon::english().event(event).what != EventWhat::kAmount)
      return false;
    // "led with 27 percent": what they had, not their lead.
    if (verb && s_.lower_is(f_.first - 1, "with")) return false;
    out_.event = event;
    out_.verb = i;
    if (out_.rule.empty()) give_rule("word of an amount near the figure", i);
    return true;
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  const ReadMeasure* previous_;
  ReadMeasure& out_;
};

}  // namespace

void read_amount_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const CountedNoun& counted, const ReadMeasure* previous,
                         ReadMeasure& out) {
  AmountMeasure(sentence, figure, previous, out).run(counted);
}

}  // namespace figured::claims
