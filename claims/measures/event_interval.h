// EventInterval: how far one event lies from another: "married two weeks before the
// shooting", "nine days after the raid, police arrested a man".
//
//   married.time_before  from:shooting     arrested.time_after  from:raid
//
// The measure names the event that lies there, the reference the one from which is
// counted.  "Two days later" does not say from what: its reference is "".
#pragma once
#include <optional>
#include <string>

#include "claims/figures/figure_reader.h"
#include "claims/measures/measure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct EventInterval {
  std::string event;
  int at = -1;         // the word that gave it
  bool after = false;  // it lies behind the other event
  // The other event; "" when the sentence does not say it.
  std::string reference;
};

// What lies as far from what as `figure` says; nothing when the figure is no such
// stretch ("three years ago"), or only dates another figure ("9 two years earlier").
std::optional<EventInterval> read_event_interval(const SentenceView& sentence,
                                                 const ReadFigure& figure);

// The measure of a figure that lies between two events.  It has no name where the
// sentence does not say what lies there.
ReadMeasure measure_interval(const SentenceView& sentence, const ReadFigure& figure);

}  // namespace figured::claims
