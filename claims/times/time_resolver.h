// TimeResolver sets the words of a time against the date of publication.
//
// Weeks begin on Sunday.  A time without a year is the last one up to the
// publication, or the next where the words speak of what is to come.
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

#include "claims/claim.h"
#include "claims/times/time_words.h"

namespace figured::claims {

// A time the article spoke of, from which "a year earlier" counts.
struct TimeAnchor {
  TimeSpan span;
  TimeGrain grain = TimeGrain::kDay;
};

// The times spoken of last, the latest first: one among days and weeks, one among
// months and quarters, one among years.
class TimeAnchors {
 public:
  void add(const TimeAnchor& anchor);
  // The latest that is no coarser than `grain`; null when there is none.
  const TimeAnchor* no_coarser_than(TimeGrain grain) const;

 private:
  std::array<TimeAnchor, 3> latest_;
  std::size_t size_ = 0;
};

class TimeResolver {
 public:
  explicit TimeResolver(std::optional<std::chrono::sys_seconds> published);

  // Empty when the words do not tell the time, or tell it relative to a
  // publication or an anchor that is not known.  `ahead`: what is told is to
  // come.
  std::optional<TimeSpan> resolve(const TimeWords& words, bool ahead,
                                  const TimeAnchors& anchors) const;

 private:
  std::optional<std::chrono::sys_days> today_;
};

}  // namespace figured::claims
