// TimeAttachment decides which time of a sentence goes with which of its figures.
//
// Of the times in reach the nearest is taken that stands in the figure's clause or
// in one whose time that clause shares, and that neither belongs to another figure
// ("1.9 million a year earlier") nor to the telling nor to something else.
#pragma once
#include <chrono>
#include <optional>
#include <vector>

#include "claims/figures/figure_reader.h"
#include "claims/text/clause_map.h"
#include "claims/times/background_age.h"
#include "claims/times/time_expressions.h"

namespace figured::claims {

class TimeAttachment {
 public:
  // Keeps references to the sentence, its figures and its times.
  TimeAttachment(const SentenceView& sentence, const std::vector<ReadFigure>& figures,
                 const std::vector<TimeExpression>& times,
                 std::optional<std::chrono::sys_seconds> published);

  // The time of a figure, by its place in `figures`; null when it has none.  Cost
  // does not grow with the sentence.
  const TimeExpression* time_of(std::size_t figure) const;

 private:
  // What the words before a figure make of it.
  struct Stand {
    bool compared = false;     // "from 12", "compared with 12 a year earlier"
    bool alternative = false;  // "or 15 cents" goes with the figure before it
    int own_time = -1;         // first token of the time in "from last year's 12"
  };

  Stand stand_of(std::size_t figure) const;
  int own_time_before(int before) const;
  bool is_compared(std::size_t figure, int before) const;
  bool is_change(std::size_t figure, int from) const;
  bool is_alternative(std::size_t figure) const;

  int cost_of(std::size_t figure, const TimeExpression& time) const;
  bool is_behind_whole(const ReadFigure& figure, const TimeExpression& time) const;
  bool is_news_told(const ReadFigure& figure, const TimeExpression& time) const;
  bool tells(int token) const;
  bool is_own(std::size_t figure, const TimeExpression& time) const;
  bool has_figure_between(std::size_t figure, const TimeExpression& time) const;
  bool is_of_part(std::size_t part, const TimeExpression& time) const;
  bool belongs_to_next(std::size_t figure, const TimeExpression& time) const;
  bool belongs_to_previous(std::size_t figure, const TimeExpression& time) const;
  bool dates_antecedent(const ReadFigure& figure, const TimeExpression& time) const;
  int hops_between(const ReadFigure& figure, const TimeExpression& time) const;

  const SentenceView& s_;
  const std::vector<ReadFigure>& figures_;
  const std::vector<TimeExpression>& times_;
  std::optional<std::chrono::sys_seconds> published_;
  ClauseMap clauses_;
  std::vector<Stand> stands_;
};

}  // namespace figured::claims
