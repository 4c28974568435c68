// measure := kind "." event | "count." noun | dimension ".of." noun | quantity
#include "claims/measures/measure_reader.h"

#include <algorithm>
#include <utility>

#include "claims/measures/amount_measure.h"
#include "claims/measures/count_context.h"
#include "claims/measures/count_measure.h"
#include "claims/measures/shaped_measure.h"
#include "claims/text/noun_phrase.h"

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
    out_.part = s_.is(f_.first - 1, kPart);
    out_.figure_last = f_.last;
    if (f_.rank || !f_.named.empty()) {
      name_by_shape(noun);
    } else if (f_.dimension.empty() && !f_.age) {
      out_.head = noun.head;
      read_count_measure(s_, f_, noun, counted_, previous_, out_);
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

  // "40,000 last year", "12 vs 9": what stands behind is not counted.
  bool can_be_counted(int head) const {
    const bool time = word(head).unit != kNoIndex && head > f_.last &&
                      (s_.lower_is(head - 1, "last") || s_.lower_is(head - 1, "next") ||
                       s_.lower_is(head - 1, "previous") || s_.lower_is(head - 1, "this"));
    return !time && (!s_.is(head, kPostNoun) || word(head).noun != kNoIndex);
  }

  // A record, a rating or a rank: the shape of the words tells what it is.
  void name_by_shape(const CountedNoun& noun) {
    if (!f_.named.empty()) {
      ShapedMeasure shaped = shaped_measure(f_.named);
      out_.noun = std::move(shaped.noun);
      out_.measure = std::move(shaped.measure);
      out_.give_rule(s_, "record or rating", f_.core);
    } else if (noun.head >= 0) {
      out_.head = noun.head;
      out_.noun = std::string(counted_);
      out_.measure = "rank." + noun_name(s_.at(noun.head));
      out_.give_rule(s_, "ordinal that counts", f_.core);
    }
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
