#include "claims/measures/count_measure.h"

#include <algorithm>
#include <utility>

#include "claims/gazetteer/gazetteer.h"
#include "claims/measures/antecedent_noun.h"
#include "claims/measures/count_class.h"
#include "claims/measures/count_context.h"
#include "claims/measures/count_kind.h"
#include "claims/measures/count_list.h"
#include "claims/measures/counted_event.h"
#include "claims/measures/inhabitants.h"
#include "claims/measures/street_measure.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr double kMoneyAlone = 1e9;

class CountMeasureReader {
 public:
  CountMeasureReader(const SentenceView& s, const ReadFigure& figure, std::string_view counted,
                     const ReadMeasure* previous, ReadMeasure& out)
      : s_(s), f_(figure), counted_(counted), previous_(previous), out_(out), kind_(s, out) {}

  void run(const CountedNoun& noun) {
    if (is_gap(s_, f_, out_.head)) return;
    if (is_margin(s_, out_.head)) return name_margin();
    if (const auto street = read_street_measure(s_, f_, out_.head)) return name_street(*street);
    if (counts_children(s_, f_, out_.head)) return count_children();
    if (counts_inhabitants(s_, f_, out_.head)) return count_inhabitants();
    if (out_.head < 0 && is_bare_magnitude(s_, f_, previous_)) return name_magnitude();
    // "All but four fled": what is said is said of the others.
    if (is_exception(s_, f_)) {
      if (out_.head >= 0 && !is_plural_noun(s_.at(out_.head))) out_.head = -1;
      return classify_bare_count(named());
    }
    out_.parts = out_.head < 0 && is_one_of_parts(s_, f_, previous_);
    if (out_.parts) {
      out_.part = true;
      take_previous();
    } else if (is_part_of_previous()) {
      take_previous();
      if (out_.head < 0) out_.head = noun_of_part();
    } else {
      take_event(read_counted_event(s_, {f_.first, f_.last, noun, kind_.kind() == "person"}));
    }
    // "cuts billions", "invests trillions": of money, which nobody need say
    if (out_.head < 0 && f_.vague && f_.figure.value() >= kMoneyAlone) out_.event = kNoIndex;
    settle_event();
    restrict_by_noun(noun);
    classify_count(named());
    out_.of_opening = out_.of_opening || opens_with_whole(s_, f_);
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }

  NamedCount named() {
    return {s_, f_, previous_, name_what_is_counted(s_, f_, counted_, previous_, out_), out_};
  }

  void name_margin() {
    static const Event* const lead = Lexicon::english().event_named("lead");
    out_.event = Lexicon::english().index_of(*lead);
    out_.noun = lead->noun;
    out_.measure = "points." + lead->name;
    out_.dimension = "points";
    out_.give_rule(s_, "margin of a vote", out_.head + 1);
  }

  void name_magnitude() {
    out_.noun = "magnitude";
    out_.measure = "magnitude";
    out_.give_rule(s_, "what a quake measures", f_.first - 1);
  }

  void name_street(const StreetMeasure& street) {
    out_.noun = std::string(counted_);
    out_.measure = std::string(street.measure);
    out_.give_rule(s_, street.rule, out_.head);
  }

  // A name behind the figure is the parent's: "mother of 12 Jane Doe".
  void count_children() {
    if (kind_.noun_class() != Lexicon::english().noun_named("child")) out_.head = -1;
    out_.noun = out_.head < 0 ? "children" : std::string(counted_);
    out_.measure = std::string(kOffspring);
    out_.give_rule(s_, "parent of so many", f_.first - 2);
  }

  void count_inhabitants() {
    if (out_.head < f_.last) out_.head = -1;
    out_.noun = out_.head < 0 ? "people" : std::string(counted_);
    out_.measure = std::string(kPopulation);
    const bool of = s_.lower_is(f_.first - 1, "of") || s_.lower_is(f_.first - 1, "to");
    out_.give_rule(s_, "inhabitants of a place", of ? f_.first - 2 : f_.first - 1);
  }

  // Of what is counted depends what befell it: an army loses men, a town jobs.
  void settle_event() {
    if (out_.event == kNoIndex) return;
    const Noun* what = kind_.noun_class();
    for (const EventOfKind& as : event().as) {
      const bool anybody = as.kind == "anybody" && kind_.counts_people();
      if (!anybody && (what == nullptr || (as.kind != what->kind && as.kind != what->name)))
        continue;
      out_.event = as.event;
      return;
    }
    if (!kind_.counts_people() && event().things != kNoIndex) out_.event = event().things;
    // "four armed robbers" are no force, and nobody orders people.
    if (kind_.kind() == "person" && (event().name == "strength" || event().name == "ordered"))
      out_.event = kNoIndex;
  }

  void take_event(const CountedEvent& found) {
    if (found.event == kNoIndex && continues_list()) return take_previous();
    if (is_whole(s_, f_, previous_) && found.verb < f_.first) return;
    out_.event = found.event;
    out_.verb = found.verb;
    out_.listed = found.listed || continues_list();
    out_.of_kind = found.of_kind;
    out_.give_rule(s_, found.rule, found.verb);
  }

  void take_previous() {
    out_.event = previous_->event;
    out_.verb = previous_->verb;
    out_.listed = continues_list();
    out_.give_rule(s_, "event of the figure before", -1);
  }

  // "132 children, 10 staff and three soldiers": only signs and "and" lie between.
  bool continues_list() const {
    if (previous_ == nullptr || previous_->event == kNoIndex || !previous_->dimension.empty() ||
        previous_->head < 0 || out_.head < 0 || word(out_.head).has_role(kAdjective) ||
        word(previous_->head).has_role(kAdjective))
      return false;
    int i = std::max(previous_->last, behind_noun(s_, previous_->head));
    if (s_.at(i).text == ",") ++i;
    if (s_.lower_is(i, "and") || s_.lower_is(i, "or")) ++i;
    return i == f_.first && i > previous_->last;
  }

  bool is_part_of_previous() const {
    if (previous_ == nullptr || previous_->event == kNoIndex) return false;
    if (s_.lower_is(f_.last, "of") &&
        (s_.lower_is(f_.last + 1, "them") || s_.lower_is(f_.last + 1, "whom")))
      return !has_own_event();
    // "including three who were shot"
    if (s_.lower_is(f_.last, "who") && has_own_event()) return false;
    return s_.is(f_.first - 1, kPart) && kind_.counts_people();
  }

  // "injuring 40, two of whom died"
  bool has_own_event() const {
    for (int i = f_.last + 1; i < f_.last + 6 && s_.is_word(i); ++i) {
      if (word(i).event != kNoIndex && word(i).verb_forms != 0) return true;
    }
    return false;
  }

  // "six of them nurses"
  int noun_of_part() const {
    if (!s_.lower_is(f_.last, "of")) return -1;
    const int i = f_.last + 2;
    const int noun = s_.is(i, kBe) ? i + 1 : i;
    return s_.is_word(noun) && word(noun).noun != kNoIndex ? noun : -1;
  }

  // "Americans", "Central Americans", which are others, "South Korean" of sailors; "" for no
  // people.
  std::string nation_at(int i) const {
    if (!s_.at(i).capital) return {};
    if (s_.is_word(i - 1) && s_.at(i - 1).capital) {
      const Gazetteer& world = Gazetteer::world();
      if (const PlaceId of = world.of_people(s_.slice(i - 1, i + 1)); of != kNoPlace)
        return std::string(world.place(of).name);
    }
    return word(i).place == kNoIndex ? std::string() : Lexicon::english().place(word(i).place);
  }

  void restrict_by_noun(const CountedNoun& noun) {
    for (const int i : noun.modifiers) {
      if (std::string nation = nation_at(i); !nation.empty()) out_.nation = std::move(nation);
    }
    const bool people =
        out_.head >= 0 &&
        (word(out_.head).demonym || (kind_.noun_class() == nullptr && kind_.counts_people()));
    if (people) {
      if (std::string nation = nation_at(out_.head); !nation.empty())
        out_.nation = std::move(nation);
    }
    const Noun* what = kind_.noun_class();
    if (out_.head >= 0 && word(out_.head).has_role(kEventNounRole | kAdjective)) return;
    if (kind_.is_unknown_person() && out_.nation.empty())
      out_.restriction = noun_name(s_.at(out_.head));
    if (what == nullptr || what->kind == "carrier" ||
        word(out_.head).has_role(kEventNounRole | kAdjective))
      return;
    out_.restriction = what->name;
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  std::string_view counted_;  // what stands behind the figure, as written
  const ReadMeasure* previous_;
  ReadMeasure& out_;
  CountKind kind_;
};

}  // namespace

void read_count_measure(const SentenceView& sentence, const ReadFigure& figure,
                        const CountedNoun& counted, std::string_view written,
                        const ReadMeasure* previous, ReadMeasure& out) {
  CountMeasureReader(sentence, figure, written, previous, out).run(counted);
}

}  // namespace figured::claims
