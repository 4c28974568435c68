// TimeExpressions: the times a sentence names, in order, each resolved.
//
// It knows nothing of figures.  What it tells of every expression beside its
// time is how the words around it use it: when something happens, when it is
// told, what a figure is compared with.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/text/sentence_view.h"
#include "claims/times/time_resolver.h"

namespace figured::claims {

enum class TimeUse : std::uint8_t {
  kWhen,   // when what the clause tells happens or holds: "on Monday", "in 2004"
  kSince,  // a stretch up to the publication: "since Monday"
  kAsOf,   // "as of Monday", "by Sunday night"
  kTold,   // when it is said: "said on Monday", "the announcement last week"
  kBase,   // what a figure is compared with: "over last year", "from 2014"
  kOther,  // of something else: "due May 11", "the lowest since 2001", "the 2005 Act"
};

struct TimeExpression {
  int first = 0;  // tokens [first, last); no preposition before them
  int last = 0;
  std::optional<TimeSpan> span;  // empty when it cannot be told
  TimeGrain grain = TimeGrain::kDay;
  TimeUse use = TimeUse::kWhen;
  bool opens = false;  // stands at the head of its clause: "On Monday, ..."
  std::string_view rule;
};

class TimeExpressions {
 public:
  // `anchors`: the times spoken of last before this sentence.
  TimeExpressions(const SentenceView& sentence,
                  std::optional<std::chrono::sys_seconds> published = {},
                  const TimeAnchors& anchors = {});

  const std::vector<TimeExpression>& all() const { return all_; }

  // The expression that token `at` is part of; null when there is none.  A number
  // in it is a date, a year or a clock time and no figure.  This depends on the
  // sentence only, not on publication or anchor; cost is logarithmic.
  const TimeExpression* covering(int at) const;

  // An expression is relative to a time named before the sentence, and no such
  // anchor was given.
  bool wants_anchor() const { return wants_anchor_; }

  // Adds the times that the sentence speaks of.
  void add_to(TimeAnchors& anchors) const;

 private:
  std::vector<TimeExpression> all_;
  bool wants_anchor_ = false;
};

}  // namespace figured::claims
