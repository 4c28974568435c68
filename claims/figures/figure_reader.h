// FigureReader finds the figures of a sentence, and says of every other number
// why it is none.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/figure.h"
#include "claims/figures/figure_rejects.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct ReadFigure {
  Figure figure;
  int first = 0;  // tokens [first, last), bound words and unit included
  int last = 0;
  int noun_from = 0;      // behind which what it counts stands
  int core = 0;           // first token of the numeral or its currency sign
  int core_last = 0;      // the token behind the numeral
  double written = 0;     // the number as written, in the unit as written: 50 of "50 cents"
  Span unit_words;        // "km", "$", "-year-old"; {0, 0} without a unit
  std::string dimension;  // of the unit: "length", "money"; "" for counts
  bool age = false;       // "32-year-old"
  bool previous = false;  // the start of a change: "from 100 to 120"
  bool vague = false;
  bool part = false;  // a share of a whole: "two-thirds of", "one in five"
  // Only how far one time lies from another: "two days after", "the last three
  // weeks".  A quantity, but a claim only where the words say what lies there
  // (measures/event_interval.h): else it dates what others say.
  bool interval = false;
  // Likewise in hours, minutes or seconds: "two hours after the vote".  No calendar
  // tells such a stretch, so that it is a claim in any case.
  bool between = false;
  bool rank = false;       // an ordinal that counts: "the fourth mayor jailed this year"
  std::string_view named;  // the quantity, where no noun says it: "wins" of "a 9-14 record"
  // The same figure in another unit: "(78 miles)" of "125 km (78 miles)".  Of money
  // it is a figure of its own too, for no rate tells the one from the other.
  std::optional<Figure> restated;
  Span restated_unit;
  bool restated_agrees = true;  // false: the two writings cannot both be right
};

struct RejectedNumber {
  Span span;
  Reject reason = Reject::kNone;
};

struct ReadFigures {
  std::vector<ReadFigure> figures;      // in order of their place
  std::vector<RejectedNumber> rejects;  // likewise
};

ReadFigures read_figures(const SentenceView& sentence);
// The same into a value that is used again and again.
void read_figures(const SentenceView& sentence, ReadFigures& out);

}  // namespace figured::claims
