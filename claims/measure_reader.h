// MeasureReader tells what a figure measures: the event or quality it is said
// of, and the kind of thing that is counted.
//
// "killed 42 people", "42 people were killed", "42 dead", "a death toll of 42"
// are all people.killed.  An empty measure means that nothing was recognised;
// such a claim is kept but belongs to no fact others can join.
#pragma once
#include <string>

#include "claims/counted_noun.h"
#include "claims/figure_reader.h"

namespace figured::claims {

struct ReadMeasure {
  std::string measure;
  std::string noun;         // head of what is counted, as written
  std::string restriction;  // "child" of "12 children killed"; "" for people as such
  std::string nation;       // "Thailand" of "12 Thai boys"
  std::int16_t event = kNoIndex;
  int head = -1;
  int verb = -1;  // the token that gave the event, for attachment
};

// `previous`: the measure of the figure before in the same sentence, which a
// part of it borrows ("killing 24, nine of them children").
ReadMeasure read_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure* previous);

}  // namespace figured::claims
