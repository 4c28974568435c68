// TimeReader tells of every figure of a sentence when what it counts happened.
//
// Each time expression is read once a sentence (TimeExpressions); this class
// decides which one goes with a figure: the nearest of its own clause or of a
// clause whose time it shares, unless that belongs to another figure ("1.9
// million a year earlier"), to the telling ("said on Monday") or to something
// else ("due May 11").  A sentence in the past that names no time goes on with the
// one before it in its paragraph when that tells of long ago.  Without any the time
// is that of the publication.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/figures/figure_reader.h"
#include "claims/times/time_expressions.h"

namespace figured::claims {

// When a figure holds or happened; both empty = at publication.
struct ReadTime {
  std::optional<TimeSpan> event_time;
  std::optional<std::chrono::sys_seconds> as_of;
  Span words;             // of the expression; {0, 0} when there is none
  std::string_view rule;  // "weekday before publication"
};

class TimeReader {
 public:
  // Keeps a reference to `tokens`.  Without a publication only times that name
  // their year are told.
  TimeReader(const Tokens& tokens, std::optional<std::chrono::sys_seconds> published);

  // The times of the figures of sentence number `sentence`, in their order.
  std::vector<ReadTime> read(std::size_t sentence, const std::vector<ReadFigure>& figures) const;

 private:
  TimeAnchors anchors_before(std::size_t sentence) const;
  std::optional<TimeSpan> background_before(std::size_t sentence) const;

  const Tokens& tokens_;
  std::optional<std::chrono::sys_seconds> published_;
};

}  // namespace figured::claims
