// measure := kind "." event | "count." noun | dimension ".of." noun | quantity
#include "claims/measures/measure_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "claims/gazetteer/gazetteer.h"
#include "claims/measures/amount_measure.h"
#include "claims/measures/amount_words.h"
#include "claims/measures/antecedent_noun.h"
#include "claims/measures/count_context.h"
#include "claims/measures/count_list.h"
#include "claims/measures/counted_event.h"
#include "claims/measures/inhabitants.h"
#include "claims/measures/measured_noun.h"
#include "claims/measures/shaped_measure.h"
#include "claims/measures/street_measure.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr double kMoneyAlone = 1e9;

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
    out_.part = s_.is(f_.first - 1, kPart);
    out_.figure_last = f_.last;
    if (f_.rank || !f_.named.empty()) {
      name_by_shape(noun);
    } else if (f_.dimension.empty() && !f_.age) {
      out_.head = noun.head;
      count(noun);
    } else {
      read_amount_measure(s_, f_, noun, previous_, out_);
    }
    if (is_changed_by(s_, f_) && !out_.measure.starts_with("job.") &&
        !out_.measure.ends_with(".lead"))
      out_.change = true;
    if (out_.measure.empty()) {
      out_.rule = {};
      out_.words = {};
    }
    out_.last = std::max(f_.last, out_.head + 1);
    out_.contrasted = previous_ != nullptr && out_.event != kNoIndex &&
                      previous_->event != kNoIndex && previous_->event != out_.event &&
                      previous_->measure.starts_with("people.") &&
                      out_.measure.starts_with("people.");
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
      ShapedMeasure shaped = shaped_measure(f_.named);
      out_.noun = std::move(shaped.noun);
      out_.measure = std::move(shaped.measure);
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
    // "12 Russians", "one Saudi", "15 French" are people of a nation.
    if (word(out_.head).demonym) return "carrier";
    const Noun* noun = noun_class();
    if (noun != nullptr) return noun->kind;
    return is_person(out_.head) ? "person" : "";
  }

  // "pirates", "officials": a noun whose first meaning is a person.
  bool is_person(int i) const {
    const Word& noun = word(i);
    return s_.is_word(i) && noun.topic == Topic::kPerson && noun.can_be(kNounForms) &&
           !noun.is_likely(PartOfSpeech::kVerb) && !noun.has_role(kEventNounRole | kToll) &&
           !is_name(i);
  }

  bool is_name(int i) const { return s_.at(i).capital && i != s_.first() && !s_.title_case(); }

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

  void name_margin() {
    static const Event* const lead = Lexicon::english().event_named("lead");
    out_.event = Lexicon::english().index_of(*lead);
    out_.noun = lead->noun;
    out_.measure = "points." + lead->name;
    out_.dimension = "points";
    give_rule("margin of a vote", out_.head + 1);
  }

  void count(const CountedNoun& noun) {
    if (is_gap(s_, f_, out_.head)) return;
    if (is_margin(s_, out_.head)) return name_margin();
    if (const auto street = read_street_measure(s_, f_, out_.head)) return name_street(*street);
    if (counts_children(s_, f_, out_.head)) return count_children();
    if (counts_inhabitants(s_, f_, out_.head)) return count_inhabitants();
    if (out_.head < 0 && is_bare_magnitude(s_, f_, previous_)) return name_magnitude();
    // "All but four fled": what is said is said of the others.
    if (is_exception(s_, f_)) {
      if (out_.head >= 0 && !is_plural_noun(s_.at(out_.head))) out_.head = -1;
      name_what_is_counted();
      return compose_bare();
    }
    out_.parts = out_.head < 0 && is_one_of_parts(s_, f_, previous_);
    if (out_.parts) {
      out_.part = true;
      take_previous();
    } else if (is_part_of_previous()) {
      take_previous();
      if (out_.head < 0) out_.head = noun_of_part();
    } else {
      take_event(read_counted_event(s_, {f_.first, f_.last, noun, kind() == "person"}));
    }
    // "cuts billions", "invests trillions": of money, which nobody need say
    if (out_.head < 0 && f_.vague && f_.figure.value() >= kMoneyAlone) out_.event = kNoIndex;
    settle_event();
    restrict_by_noun(noun);
    name_what_is_counted();
    compose();
    out_.of_opening = out_.of_opening || opens_with_whole(s_, f_);
  }

  void name_magnitude() {
    out_.noun = "magnitude";
    out_.measure = "magnitude";
    give_rule("what a quake measures", f_.first - 1);
  }

  void name_street(const StreetMeasure& street) {
    out_.noun = std::string(counted_);
    out_.measure = std::string(street.measure);
    give_rule(street.rule, out_.head);
  }

  // A name behind the figure is the parent's: "mother of 12 Jane Doe".
  void count_children() {
    if (noun_class() != Lexicon::english().noun_named("child")) out_.head = -1;
    out_.noun = out_.head < 0 ? "children" : std::string(counted_);
    out_.measure = std::string(kOffspring);
    give_rule("parent of so many", f_.first - 2);
  }

  void count_inhabitants() {
    if (out_.head < f_.last) out_.head = -1;
    out_.noun = out_.head < 0 ? "people" : std::string(counted_);
    out_.measure = std::string(kPopulation);
    const bool of = s_.lower_is(f_.first - 1, "of") || s_.lower_is(f_.first - 1, "to");
    give_rule("inhabitants of a place", of ? f_.first - 2 : f_.first - 1);
  }

  // Of what is counted depends what befell it: an army loses men, a town jobs.
  void settle_event() {
    if (out_.event == kNoIndex) return;
    const Noun* what = noun_class();
    for (const EventOfKind& as : event().as) {
      const bool anybody = as.kind == "anybody" && counts_people();
      if (!anybody && (what == nullptr || (as.kind != what->kind && as.kind != what->name)))
        continue;
      out_.event = as.event;
      return;
    }
    if (!counts_people() && event().things != kNoIndex) out_.event = event().things;
    // "four armed robbers" are no force, and nobody orders people.
    if (kind() == "person" && (event().name == "strength" || event().name == "ordered"))
      out_.event = kNoIndex;
  }

  void take_event(const CountedEvent& found) {
    if (found.event == kNoIndex && continues_list()) return take_previous();
    if (is_whole(s_, f_, previous_) && found.verb < f_.first) return;
    out_.event = found.event;
    out_.verb = found.verb;
    out_.listed = found.listed || continues_list();
    out_.of_kind = found.of_kind;
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
    return s_.is(f_.first - 1, kPart) && counts_people();
  }

  // "injuring 40, two of whom died"
  bool has_own_event() const {
    for (int i = f_.last + 1; i < f_.last + 6 && s_.is_word(i); ++i) {
      if (word(i).event != kNoIndex && word(i).verb_forms != 0) return true;
    }
    return false;
  }

  // "nine of them children"
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
        out_.head >= 0 && (word(out_.head).demonym || (noun_class() == nullptr && counts_people()));
    if (people) {
      if (std::string nation = nation_at(out_.head); !nation.empty())
        out_.nation = std::move(nation);
    }
    const Noun* what = noun_class();
    if (out_.head >= 0 && word(out_.head).has_role(kEventNounRole | kAdjective)) return;
    if (is_unknown_person() && out_.nation.empty()) out_.restriction = noun_name(s_.at(out_.head));
    if (what == nullptr || what->kind == "carrier" ||
        word(out_.head).has_role(kEventNounRole | kAdjective))
      return;
    out_.restriction = what->name;
  }

  // No event is told: the measure goes by the noun alone, people and their nation too.
  void compose_bare() {
    out_.restriction.clear();
    // "the 11.2 unemployment rate"
    if (out_.head >= 0 && s_.lower_is(out_.head + 1, "rate")) {
      named_by_ = out_.head + 1;
      if (is_bare_percentage()) return name_percentage();
    }
    if ((ends_change() || inherits_) && previous_ != nullptr && previous_->dimension.empty()) {
      out_.measure = previous_->measure;
      give_rule("compared with the figure before", -1);
      return;
    }
    if (out_.head >= 0) {
      const bool people = word(out_.head).demonym && kind() == "carrier";
      out_.measure = "count." + (people ? "person" : noun_name(s_.at(out_.head)));
      out_.bare = kind() == "carrier" && !people;
      give_rule_if_none("counted noun", out_.head);
    } else if (is_part_of_opening(s_, f_, previous_)) {
      out_.noun = previous_->noun;
      out_.measure = previous_->measure;
      out_.event = previous_->event;
      out_.part = out_.of_opening = true;
      give_rule("part of what the sentence opens with", -1);
    } else if (continues_count(s_, f_, previous_)) {
      out_.noun = previous_->noun;
      out_.measure = previous_->measure;
      out_.event = previous_->event;
      out_.part = previous_->part;
      out_.bare = previous_->bare;
      give_rule("counts what the figure before does", -1);
    } else if (names_quantity(named_by_)) {
      if (is_bare_percentage()) return name_percentage();
      const std::int16_t toll = word(named_by_).event_as(kToll | kEventNounRole);
      out_.event = toll;
      // "its debt rose to 42": of which money, is not said.
      if (toll == kNoIndex && amount_of_noun(s_, named_by_) != kNoIndex) return;
      // "deaths rose to 300"
      const bool people = toll != kNoIndex && event().what == EventWhat::kPeople;
      out_.measure = people ? "people." : "count.";
      out_.measure += toll == kNoIndex ? noun_name(s_.at(named_by_)) : event().name;
      give_rule_if_none("noun of the quantity", named_by_);
    } else if (refers_back(s_, f_) && previous_ != nullptr && previous_->dimension.empty()) {
      out_.measure = previous_->measure;
      give_rule("part of the figure before", -1);
    }
  }

  // "The jobless rate fell to 5.6": of a hundred, which need not be said.
  bool is_bare_percentage() const {
    static const std::array<const Event*, 4> kRates = {
        Lexicon::english().event_named("unemployment"), Lexicon::english().event_named("tax_rate"),
        Lexicon::english().event_named("inflation"), Lexicon::english().event_named("poverty")};
    const std::int16_t amount = amount_of_noun(s_, named_by_);
    const double value = f_.figure.value();
    return f_.dimension.empty() && amount != kNoIndex && value > 0 && value < 100 &&
           std::find(kRates.begin(), kRates.end(), &Lexicon::english().event(amount)) !=
               kRates.end();
  }

  void name_percentage() {
    out_.event = amount_of_noun(s_, named_by_);
    out_.noun = std::string(s_.at(named_by_).text);
    out_.measure = "percent." + event().name;
    out_.dimension = "percent";
    give_rule("rate of a hundred", named_by_);
  }

  bool names_quantity(int i) const {
    return i >= 0 && s_.is_word(i) && s_.at(i).text.size() > 2 && word(i).can_be(kNounForms) &&
           !is_name(i) && word(i).unit == kNoIndex &&
           !word(i).is(kMonth | kWeekday | kDayWord | kOther) &&
           word(i).number_role == NumberRole::kNone;
  }

  void give_rule_if_none(std::string_view rule, int word) {
    if (out_.rule.empty()) give_rule(rule, word);
  }

  void compose() {
    if (is_threshold(s_, f_, out_.head)) {
      out_.event = kNoIndex;
      out_.restriction.clear();
      out_.measure = noun_name(s_.at(out_.head)) + ".threshold";
      return give_rule("threshold", out_.head);
    }
    if (out_.event == kNoIndex) return compose_bare();
    const std::string& name = event().name;
    if (!event().kind.empty()) {
      out_.measure = event().kind + '.' + name;
      out_.restriction.clear();
      return;
    }
    if (is_record()) {
      out_.measure = "game." + name;
      out_.restriction.clear();
      return;
    }
    // "payroll employment rose by 146,000", "job growth slowed to 146,000"
    const bool of_jobs =
        out_.verb >= 0 && (s_.is(out_.verb, kRise | kFall) || s_.lower_is(out_.verb - 1, "job") ||
                           s_.lower_is(out_.verb - 1, "employment"));
    if (out_.head < 0 && of_jobs && (name == "added" || name == "eliminated")) {
      out_.measure = "job." + name;
      out_.change = false;  // the class says so
      return;
    }
    // "its population is 12,000"; "carries 42": of what, is not said.
    if (out_.head < 0 && event().what != EventWhat::kPeople) {
      if (out_.verb < f_.first && out_.verb >= 0 && word(out_.verb).has_role(kToll)) {
        out_.measure = "count." + name;
      } else if (names_quantity(named_by_)) {
        out_.measure = noun_name(s_.at(named_by_)) + '.' + name;
      }
      return;
    }
    const bool is_event = out_.verb >= 0 && out_.verb == out_.head;
    if (is_event && word(out_.head).has_role(kEventNounRole) &&
        event().what == EventWhat::kPeople) {
      out_.measure = "people." + name;
      return;
    }
    const bool moving = kind() == "armed" && name == "moved";
    // "sends a dozen nurses"
    const bool sent = (name == "deployed" || name == "withdrawn") && kind() != "person";
    if (counts_people() && (name == "strength" || sent || moving)) {
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

  bool is_record() const {
    const Noun* const what = noun_class();
    if (event().name != "won" && event().name != "lost") return false;
    if (out_.head >= 0 && out_.head == out_.verb) return true;
    return what != nullptr &&
           (what->name == "win" || what->name == "defeat" || what->name == "game");
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
    if (const int head = head_before_or(s_, f_.first); head >= 0) return name_by(head);
    if (const int head = number_of_head(s_, f_); head >= 0) return name_by(head);
    if (name_from_antecedent()) return;
    const MeasuredNoun measured = read_measured_noun(s_, f_, figure_before());
    inherits_ = measured.inherits;
    if (inherits_ && previous_ != nullptr) out_.noun = previous_->noun;
    if (measured.head >= 0) {
      name_by(measured.head);
    } else if (!measured.name.empty()) {
      out_.noun = std::string(measured.name);
    }
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
    if (head >= 0) name_by(head);
    return head >= 0;
  }

  void name_by(int head) {
    named_by_ = head;
    const bool those =
        (s_.lower_is(head - 1, "those") || s_.lower_is(head - 1, "all")) && !may_be_noun(s_, head);
    out_.noun = std::string(s_.slice(those ? head - 1 : head, head + 1));
  }

  FigureTokens figure_before() const {
    if (previous_ == nullptr) return {};
    return {previous_->first, previous_->figure_last};
  }

  // "took on four": another count of what the figure before counts.
  bool follows_like_figure() const {
    return previous_ != nullptr && previous_->dimension.empty() && !previous_->noun.empty() &&
           (s_.lower_is(f_.last, "per") || (!s_.is_word(f_.last) && previous_->event != kNoIndex));
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  std::string_view counted_;  // what stands behind the figure, as written
  const ReadMeasure* previous_;
  int named_by_ = -1;  // the token of the noun of a bare number
  bool inherits_ = false;
  ReadMeasure out_;
};

}  // namespace

ReadMeasure read_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure* previous) {
  return MeasureReader(sentence, figure, previous).run();
}

}  // namespace figured::claims
