#include "claims/measures/count_class.h"

#include <algorithm>
#include <array>

#include "claims/measures/amount_words.h"
#include "claims/measures/antecedent_noun.h"
#include "claims/measures/count_context.h"
#include "claims/measures/count_kind.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

class CountClassifier {
 public:
  explicit CountClassifier(const NamedCount& count)
      : c_(count),
        s_(count.sentence),
        f_(count.figure),
        previous_(count.previous),
        out_(count.out),
        kind_(s_, out_) {}

  void run() {
    if (is_threshold(s_, f_, out_.head)) {
      out_.event = kNoIndex;
      out_.restriction.clear();
      out_.measure = noun_name(s_.at(out_.head)) + ".threshold";
      return out_.give_rule(s_, "threshold", out_.head);
    }
    if (out_.event == kNoIndex) return run_bare();
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
    // "payroll employment rose by 70,000", "job growth slowed to 70,000"
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
      } else if (names_quantity(c_.name.token)) {
        out_.measure = noun_name(s_.at(c_.name.token)) + '.' + name;
      }
      return;
    }
    const bool is_event = out_.verb >= 0 && out_.verb == out_.head;
    if (is_event && word(out_.head).has_role(kEventNounRole) &&
        event().what == EventWhat::kPeople) {
      out_.measure = "people." + name;
      return;
    }
    const bool moving = kind_.kind() == "armed" && name == "moved";
    // "sends a dozen nurses"
    const bool sent = (name == "deployed" || name == "withdrawn") && kind_.kind() != "person";
    if (kind_.counts_people() && (name == "strength" || sent || moving)) {
      out_.measure = moving ? "armed.deployed" : "armed." + name;
      out_.restriction.clear();  // "people of a force", "soldiers", "fighters" are its members
      return;
    }
    if (kind_.counts_people()) {
      out_.measure = "people." + name;
      return;
    }
    if (out_.head < 0) return;
    const bool named = !kind_.kind().empty() && kind_.kind() != "thing";
    out_.measure = (named ? std::string(kind_.kind()) : noun_name(s_.at(out_.head))) + '.' + name;
    if (!named) out_.restriction.clear();
  }

  // No event is told: the measure goes by the noun alone, people and their nation too.
  void run_bare() {
    out_.restriction.clear();
    // "the 11.2 unemployment rate"
    if (out_.head >= 0 && s_.lower_is(out_.head + 1, "rate")) {
      c_.name.token = out_.head + 1;
      if (is_bare_percentage()) return name_percentage();
    }
    if ((ends_change(s_, f_, previous_) || c_.name.inherits) && previous_ != nullptr &&
        previous_->dimension.empty()) {
      out_.measure = previous_->measure;
      out_.give_rule(s_, "compared with the figure before", -1);
      return;
    }
    if (out_.head >= 0) {
      const bool people = word(out_.head).demonym && kind_.kind() == "carrier";
      out_.measure = "count." + (people ? "person" : noun_name(s_.at(out_.head)));
      out_.bare = kind_.kind() == "carrier" && !people;
      give_rule_if_none("counted noun", out_.head);
    } else if (is_part_of_opening(s_, f_, previous_)) {
      out_.noun = previous_->noun;
      out_.measure = previous_->measure;
      out_.event = previous_->event;
      out_.part = out_.of_opening = true;
      out_.give_rule(s_, "part of what the sentence opens with", -1);
    } else if (continues_count(s_, f_, previous_)) {
      out_.noun = previous_->noun;
      out_.measure = previous_->measure;
      out_.event = previous_->event;
      out_.part = previous_->part;
      out_.bare = previous_->bare;
      out_.give_rule(s_, "counts what the figure before does", -1);
    } else if (names_quantity(c_.name.token)) {
      if (is_bare_percentage()) return name_percentage();
      const std::int16_t toll = word(c_.name.token).event_as(kToll | kEventNounRole);
      out_.event = toll;
      // "its debt rose to 42": of which money, is not said.
      if (toll == kNoIndex && amount_of_noun(s_, c_.name.token) != kNoIndex) return;
      // "deaths rose to 300"
      const bool people = toll != kNoIndex && event().what == EventWhat::kPeople;
      out_.measure = people ? "people." : "count.";
      out_.measure += toll == kNoIndex ? noun_name(s_.at(c_.name.token)) : event().name;
      give_rule_if_none("noun of the quantity", c_.name.token);
    } else if (refers_back(s_, f_) && previous_ != nullptr && previous_->dimension.empty()) {
      out_.measure = previous_->measure;
      out_.give_rule(s_, "part of the figure before", -1);
    }
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }

  bool is_record() const {
    const Noun* const what = kind_.noun_class();
    if (event().name != "won" && event().name != "lost") return false;
    if (out_.head >= 0 && out_.head == out_.verb) return true;
    return what != nullptr &&
           (what->name == "win" || what->name == "defeat" || what->name == "game");
  }

  // "The jobless rate fell to 5.6": of a hundred, which need not be said.
  bool is_bare_percentage() const {
    static const std::array<const Event*, 4> kRates = {
        Lexicon::english().event_named("unemployment"), Lexicon::english().event_named("tax_rate"),
        Lexicon::english().event_named("inflation"), Lexicon::english().event_named("poverty")};
    const std::int16_t amount = amount_of_noun(s_, c_.name.token);
    const double value = f_.figure.value();
    return f_.dimension.empty() && amount != kNoIndex && value > 0 && value < 100 &&
           std::find(kRates.begin(), kRates.end(), &Lexicon::english().event(amount)) !=
               kRates.end();
  }

  void name_percentage() {
    out_.event = amount_of_noun(s_, c_.name.token);
    out_.noun = std::string(s_.at(c_.name.token).text);
    out_.measure = "percent." + event().name;
    out_.dimension = "percent";
    out_.give_rule(s_, "rate of a hundred", c_.name.token);
  }

  bool names_quantity(int i) const {
    return i >= 0 && s_.is_word(i) && s_.at(i).text.size() > 2 && word(i).can_be(kNounForms) &&
           !kind_.is_name(i) && word(i).unit == kNoIndex &&
           !word(i).is(kMonth | kWeekday | kDayWord | kOther) &&
           word(i).number_role == NumberRole::kNone;
  }

  void give_rule_if_none(std::string_view rule, int word) {
    if (out_.rule.empty()) out_.give_rule(s_, rule, word);
  }

  NamedCount c_;
  const SentenceView& s_;
  const ReadFigure& f_;
  const ReadMeasure* previous_;
  ReadMeasure& out_;
  CountKind kind_;
};

}  // namespace

void classify_count(const NamedCount& count) { CountClassifier(count).run(); }

void classify_bare_count(const NamedCount& count) { CountClassifier(count).run_bare(); }

}  // namespace figured::claims
