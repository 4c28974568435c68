// measure := kind "." event | "count." noun | dimension ".of." noun | quantity
#include "claims/measure_reader.h"

#include <algorithm>

#include "claims/amount_words.h"
#include "claims/antecedent_noun.h"
#include "claims/counted_event.h"
#include "claims/measured_noun.h"
#include "claims/noun_phrase.h"

namespace figured::claims {
namespace {

class MeasureReader {
 public:
  MeasureReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure* previous)
      : s_(s), f_(figure), previous_(previous) {}

  ReadMeasure run() {
    out_.dimension = f_.dimension;
    out_.start = f_.previous || s_.lower_is(f_.first - 1, "from");
    CountedNoun noun = counted_noun(s_, f_.noun_from);
    if (noun.head >= 0 && !can_be_counted(noun.head)) noun = CountedNoun();
    counted_ = claims::noun_text(s_, noun);
    out_.first = f_.first;
    out_.figure_last = f_.last;
    if (f_.rank || !f_.named.empty()) {
      name_by_shape(noun);
    } else if (f_.dimension.empty() && !f_.age) {
      out_.head = noun.head;
      count(noun);
    } else {
      amount(noun);
    }
    if (out_.measure.empty()) {
      out_.rule = {};
      out_.words = {};
    }
    out_.last = std::max(f_.last, out_.head + 1);
    return std::move(out_);
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }

  // "40,000 last year", "12 vs 9": what stands behind is not counted.
  bool can_be_counted(int head) const {
    const bool time = word(head).unit != kNoIndex && head > f_.last &&
                      (s_.lower_is(head - 1, "last") || s_.lower_is(head - 1, "next") ||
                       s_.lower_is(head - 1, "previous") || s_.lower_is(head - 1, "this"));
    return !time && (!s_.is(head, kPostNoun) || word(head).noun != kNoIndex);
  }

  // "from eight to 19": the end of a change measures what its start does.
  bool ends_change() const {
    return previous_ != nullptr && previous_->start && previous_->dimension == f_.dimension &&
           s_.lower_is(f_.first - 1, "to");
  }

  // A record, a rating or a rank: the shape of the words tells what it is.
  void name_by_shape(const CountedNoun& noun) {
    if (!f_.named.empty()) {
      out_.noun = f_.named;
      out_.measure = "count." + out_.noun;
      give_rule("record or rating", f_.core);
    } else if (noun.head >= 0) {
      out_.head = noun.head;
      out_.noun = std::string(counted_);
      out_.measure = "rank." + noun_name(s_.at(noun.head));
      give_rule("ordinal that counts", f_.core);
    }
  }

  void give_rule(std::string_view rule, int word) {
    out_.rule = rule;
    if (word >= 0) out_.words = s_.at(word).span;
  }

  // --- counts

  const Noun* noun_class() const {
    const std::int16_t noun = out_.head < 0 ? kNoIndex : word(out_.head).noun;
    return noun == kNoIndex ? nullptr : &Lexicon::english().noun(noun);
  }

  // Bare numbers take their kind from what stands around them.
  std::string_view kind() const {
    if (out_.head < 0 || (word(out_.head).has_role(kToll) && noun_class() == nullptr))
      return "carrier";
    // "12 Russians" are people of a nation.
    if (word(out_.head).demonym && is_plural_noun(s_.at(out_.head))) return "carrier";
    const Noun* noun = noun_class();
    return noun == nullptr ? "" : std::string_view(noun->kind);
  }

  bool counts_people() const {
    const std::string_view what = kind();
    return what == "carrier" || what == "person" || what == "armed" || is_unknown_person();
  }

  // "gunned down 49 patrons": only people are murdered, arrested or kidnapped, and
  // their own noun keeps them apart from others.
  bool is_unknown_person() const {
    static const Event* const kHarmed = Lexicon::english().event_named("harmed");
    static const Event* const kJustice = Lexicon::english().event_named("justice");
    if (out_.event == kNoIndex || noun_class() != nullptr || event().what != EventWhat::kPeople ||
        event().things != kNoIndex || word(out_.head).demonym || !is_plural_noun(s_.at(out_.head)))
      return false;
    const Event* at = &event();
    for (int depth = 0; depth < 4 && at->parent != kNoIndex; ++depth) {
      at = &Lexicon::english().event(at->parent);
      if (at == kHarmed || at == kJustice) return true;
    }
    return false;
  }

  void count(const CountedNoun& noun) {
    if (is_parent_of()) return count_children();
    // "All but four fled": what is said is said of the others.
    if (is_exception(s_, f_)) {
      if (out_.head >= 0 && !is_plural_noun(s_.at(out_.head))) out_.head = -1;
      return name_what_is_counted();
    }
    if (is_part_of_previous()) {
      take_previous();
      if (out_.head < 0) out_.head = noun_of_part();
    } else {
      const CountedEvent found =
          read_counted_event(s_, {f_.first, f_.last, noun, kind() == "person"});
      take_event(found);
    }
    if (out_.event != kNoIndex && !counts_people() && event().things != kNoIndex)
      out_.event = event().things;
    restrict_by_noun(noun);
    name_what_is_counted();
    compose();
  }

  // "a mother of 12": her children, whatever befell her.
  bool is_parent_of() const {
    static constexpr WordList kParents = {"mother", "father", "mom",    "mum",
                                          "dad",    "parent", "parents"};
    return out_.head < 0 && s_.lower_is(f_.first - 1, "of") && s_.is_one_of(f_.first - 2, kParents);
  }

  void count_children() {
    out_.noun = "children";
    out_.measure = "count.child";
    give_rule("parent of so many", f_.first - 2);
  }

  void take_event(const CountedEvent& found) {
    if (found.event == kNoIndex && continues_list()) return take_previous();
    out_.event = found.event;
    out_.verb = found.verb;
    out_.listed = found.listed || continues_list();
    give_rule(found.rule, found.verb);
  }

  void take_previous() {
    out_.event = previous_->event;
    out_.verb = previous_->verb;
    out_.listed = continues_list();
    give_rule("event of the figure before", -1);
  }

  // "132 children, 10 staff and three soldiers": only signs and "and" lie between.
  bool continues_list() const {
    if (previous_ == nullptr || previous_->event == kNoIndex || !previous_->dimension.empty() ||
        previous_->head < 0 || out_.head < 0 || word(out_.head).has_role(kAdjective))
      return false;
    int i = previous_->last;
    if (s_.at(i).text == ",") ++i;
    if (s_.lower_is(i, "and") || s_.lower_is(i, "or")) ++i;
    return i == f_.first && i > previous_->last;
  }

  bool is_part_of_previous() const {
    if (previous_ == nullptr || previous_->event == kNoIndex) return false;
    if (s_.lower_is(f_.last, "of") &&
        (s_.lower_is(f_.last + 1, "them") || s_.lower_is(f_.last + 1, "whom")))
      return !has_own_event();
    return s_.is(f_.first - 1, kPart) && counts_people();
  }

  // "injuring 40, two of whom died"
  bool has_own_event() const {
    for (int i = f_.last + 2; i < f_.last + 6 && s_.is_word(i); ++i) {
      if (word(i).event != kNoIndex && word(i).verb_forms != 0) return true;
    }
    return false;
  }

  // "nine of them children"
  int noun_of_part() const {
    const int i = f_.last + 2;
    const int noun = s_.is(i, kBe) ? i + 1 : i;
    return s_.is_word(noun) && word(noun).noun != kNoIndex ? noun : -1;
  }

  void restrict_by_noun(const CountedNoun& noun) {
    for (const int i : noun.modifiers) {
      if (word(i).place != kNoIndex) out_.nation = Lexicon::english().place(word(i).place);
    }
    if (out_.head >= 0 && word(out_.head).demonym)
      out_.nation = Lexicon::english().place(word(out_.head).place);
    const Noun* what = noun_class();
    if (out_.head >= 0 && word(out_.head).has_role(kEventNounRole | kAdjective)) return;
    if (is_unknown_person() && out_.nation.empty()) out_.restriction = noun_name(s_.at(out_.head));
    if (what == nullptr || what->kind == "carrier" ||
        word(out_.head).has_role(kEventNounRole | kAdjective))
      return;
    out_.restriction = what->name;
  }

  void compose() {
    if (out_.event == kNoIndex) {
      if (kind() != "carrier" && out_.head >= 0)
        out_.measure = "count." + noun_name(s_.at(out_.head));
      if (out_.rule.empty() && !out_.measure.empty()) give_rule("counted noun", out_.head);
      out_.restriction.clear();
      return;
    }
    const std::string& name = event().name;
    // "carries 42": of what, is not said.
    if (out_.head < 0 && event().what != EventWhat::kPeople) return;
    const bool is_event = out_.verb >= 0 && out_.verb == out_.head;
    if (is_event && word(out_.head).has_role(kEventNounRole) &&
        event().what == EventWhat::kPeople) {
      out_.measure = "people." + name;
      return;
    }
    const bool moving = kind() == "armed" && name == "moved";
    if (counts_people() &&
        (name == "strength" || name == "deployed" || name == "withdrawn" || moving)) {
      out_.measure = moving ? "armed.deployed" : "armed." + name;
      out_.restriction.clear();  // "people of a force", "soldiers", "fighters" are its members
      return;
    }
    if (counts_people()) {
      out_.measure = "people." + name;
      return;
    }
    if (out_.head < 0) return;
    const bool named = !kind().empty() && kind() != "thing";
    out_.measure = (named ? std::string(kind()) : noun_name(s_.at(out_.head))) + '.' + name;
    if (!named) out_.restriction.clear();
  }

  // The head as written; a bare count is of people, of what the figure before
  // counts, or of the quantity it is a value of.
  void name_what_is_counted() {
    const bool adjective =
        out_.head >= 0 && word(out_.head).has_role(kAdjective) && is_bare_adjective();
    if (out_.head >= 0 && !adjective) {
      out_.noun = counted_.empty() ? std::string(s_.at(out_.head).text) : std::string(counted_);
      return;
    }
    if (is_exception(s_, f_) && name_from_antecedent()) return;
    const bool people = adjective || (out_.event != kNoIndex && event().what == EventWhat::kPeople);
    if (people) {
      const bool same = previous_ != nullptr && previous_->measure.starts_with("people.");
      out_.noun = same && !previous_->noun.empty() ? previous_->noun : "people";
      return;
    }
    if (ends_change() && !previous_->noun.empty()) {
      out_.noun = previous_->noun;
      return;
    }
    if (const int head = head_before_or(s_, f_.first); head >= 0) {
      out_.noun = std::string(s_.at(head).text);
      return;
    }
    if (const int head = number_of_head(s_, f_); head >= 0) {
      out_.noun = std::string(s_.at(head).text);
      return;
    }
    if (name_from_antecedent()) return;
    const MeasuredNoun measured = read_measured_noun(s_, f_, figure_before());
    if (measured.inherits && previous_ != nullptr) out_.noun = previous_->noun;
    if (measured.head >= 0 || !measured.name.empty()) out_.noun = name_of(measured);
    out_.change = out_.change || measured.change;
    if (out_.noun.empty() && follows_like_figure()) out_.noun = previous_->noun;
  }

  // "12 wounded", not "12 wounded soldiers".
  bool is_bare_adjective() const { return !may_be_noun(s_, out_.head + 1); }

  bool name_from_antecedent() {
    const bool refers = refers_back(s_, f_);
    if (refers && !is_exception(s_, f_) && previous_ != nullptr && !previous_->noun.empty() &&
        previous_->dimension.empty()) {
      out_.noun = previous_->noun;
      return true;
    }
    const int head = refers ? antecedent_head(s_, f_) : whole_head(s_, f_);
    if (head >= 0) out_.noun = std::string(s_.at(head).text);
    return head >= 0;
  }

  // "took on four": another count of what the figure before counts.
  bool follows_like_figure() const {
    return previous_ != nullptr && previous_->dimension.empty() && !previous_->noun.empty() &&
           (s_.lower_is(f_.last, "per") || (!s_.is_word(f_.last) && previous_->event != kNoIndex));
  }

  // --- money, percent and other dimensions

  void amount(const CountedNoun& counted) {
    const MeasuredNoun measured = read_measured_noun(s_, f_, figure_before());
    out_.change = measured.change;
    const bool inherits = measured.inherits || ends_change();
    if (inherits && previous_ != nullptr && previous_->dimension == f_.dimension) {
      out_.noun = previous_->noun;
      out_.event = previous_->event;
      out_.measure = previous_->measure;
      out_.verb = previous_->verb;
      out_.restriction = previous_->restriction;
      give_rule("compared with the figure before", -1);
      return;
    }
    out_.head = measured.head >= f_.last ? measured.head : -1;
    out_.noun = name_of(measured);
    give_rule(measured.rule, measured.head);
    if (f_.age) {
      out_.head = counted.head;
      out_.measure = "age";
      return;
    }
    measure_amount(measured);
    // "owns 7.5 percent" beside "a 42.5 percent interest": one quantity, one name.
    if (measured.head < 0 && previous_ != nullptr && previous_->dimension == f_.dimension &&
        previous_->event == out_.event && !previous_->noun.empty())
      out_.noun = previous_->noun;
  }

  FigureTokens figure_before() const {
    if (previous_ == nullptr) return {};
    return {previous_->first, previous_->figure_last};
  }

  std::string name_of(const MeasuredNoun& measured) const {
    return measured.head >= 0 ? noun_text(measured.head) : std::string(measured.name);
  }

  // "those surveyed" has its noun in two words.
  std::string noun_text(int head) const {
    const bool those = s_.lower_is(head - 1, "those") || s_.lower_is(head - 1, "all");
    if (those && !may_be_noun(s_, head)) return std::string(s_.slice(head - 1, head + 1));
    return std::string(s_.at(head).text);
  }

  void measure_amount(const MeasuredNoun& measured) {
    if (f_.dimension == "magnitude") return named("magnitude");
    if (measured.name == "distance") return named("length.distance");
    if (measured.whole >= 0) return share_of(measured);
    out_.event = measured.event != kNoIndex ? measured.event : amount_of_noun(s_, measured.head);
    out_.verb = measured.event != kNoIndex ? measured.governor
                : out_.event != kNoIndex   ? measured.head
                                           : -1;
    // "a five-year lease" is the length of the lease, whatever is done to it.
    if (f_.dimension == "times") return;
    const bool attributive = f_.dimension == "duration" && measured.head >= f_.last;
    if (out_.event == kNoIndex && !attributive) take_event_near();
    if (out_.event != kNoIndex) {
      out_.measure = f_.dimension + '.' + event().name;
    } else if (attributive) {
      out_.measure = "duration." + noun_name(s_.at(measured.head));
    }
  }

  void named(std::string_view measure) { out_.measure = std::string(measure); }

  // "54 percent of voters support": of whom, and what they do.
  void share_of(const MeasuredNoun& measured) {
    const int head = measured.whole;
    const std::string what = noun_name(s_.at(head));
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

  bool stops_left(int i) const {
    if (!s_.has(i)) return true;
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%";
    return s_.is(i, kClauseBreak) && !s_.lower_is(i, "as") && !s_.lower_is(i, "since");
  }

  // The nearest toll noun or verb of an amount, when the noun itself is no class.
  void take_event_near() {
    for (int i = f_.last; i < f_.last + 4 && s_.is_word(i); ++i) {
      // "$40 a share": by what it is reckoned, not what it measures.
      if (s_.is(i, kDeterminer) || s_.lower_is(i, "per")) break;
      if (take_amount(i, kToll | kEventNounRole | kAdjective)) return;
    }
    for (int i = f_.first - 1; i >= f_.first - 8 && !stops_left(i); --i) {
      if (s_.is_word(i) && (take_amount(i, kToll) || take_amount(i, kObjectVerb | kSubjectVerb)))
        return;
    }
  }

  // "the 2020 level" is no verb, "to level" is.
  bool is_noun_here(int i) const {
    if (!word(i).can_be(kNounForms) || (word(i).verb_forms & (kPastForm | kIngForm)) != 0)
      return false;
    return !s_.lower_is(i - 1, "to") && !s_.is(i - 1, kModal | kWill | kPronoun | kNegation) &&
           !is_plural_noun(s_.at(i - 1));
  }

  bool take_amount(int i, std::uint8_t roles) {
    const bool noun = (roles & kToll) != 0 && word(i).amount_as(kToll) != kNoIndex;
    const bool verb = (roles & (kObjectVerb | kSubjectVerb)) != 0;
    const std::int16_t event = noun ? amount_of_noun(s_, i) : word(i).amount_as(roles);
    if (event == kNoIndex || (verb && !noun && is_noun_here(i))) return false;
    if (verb && f_.dimension != "money" && is_of_money(event)) return false;
    out_.event = event;
    out_.verb = i;
    if (out_.rule.empty()) give_rule("word of an amount near the figure", i);
    return true;
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  std::string_view counted_;  // what stands behind the figure, as written
  const ReadMeasure* previous_;
  ReadMeasure out_;
};

}  // namespace

ReadMeasure read_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure* previous) {
  return MeasureReader(sentence, figure, previous).run();
}

}  // namespace figured::claims
