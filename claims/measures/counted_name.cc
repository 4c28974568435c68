#include "claims/measures/counted_name.h"

#include "claims/measures/antecedent_noun.h"
#include "claims/measures/count_context.h"
#include "claims/measures/measured_noun.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

class CountedNamer {
 public:
  CountedNamer(const SentenceView& s, const ReadFigure& figure, std::string_view counted,
               const ReadMeasure* previous, ReadMeasure& out)
      : s_(s), f_(figure), counted_(counted), previous_(previous), out_(out) {}

  CountedName run() {
    name();
    return name_;
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }

  void name() {
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
    if (ends_change(s_, f_, previous_) && !previous_->noun.empty()) {
      out_.noun = previous_->noun;
      return;
    }
    if (const int head = head_before_or(s_, f_.first); head >= 0) return name_by(head);
    if (const int head = number_of_head(s_, f_); head >= 0) return name_by(head);
    if (name_from_antecedent()) return;
    const MeasuredNoun measured = read_measured_noun(s_, f_, figure_before());
    name_.inherits = measured.inherits;
    if (name_.inherits && previous_ != nullptr) out_.noun = previous_->noun;
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
    name_.token = head;
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
  ReadMeasure& out_;
  CountedName name_;
};

}  // namespace

CountedName name_what_is_counted(const SentenceView& sentence, const ReadFigure& figure,
                                 std::string_view counted, const ReadMeasure* previous,
                                 ReadMeasure& out) {
  return CountedNamer(sentence, figure, counted, previous, out).run();
}

}  // namespace figured::claims
