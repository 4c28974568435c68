// FigureReader finds the figures of a sentence, and says of every other number
// why it is none.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/figure.h"
#include "claims/figure_rejects.h"
#include "claims/sentence_view.h"

namespace figured::claims {

struct ReadFigure {
  Figure figure;
  int first = 0;  // tokens [first, last), bound words and unit included
  int last = 0;
  int core = 0;           // first token of the numeral or its currency sign
  int core_last = 0;      // the token behind the numeral
  std::string dimension;  // of the unit: "length", "money"; "" for counts
  bool age = false;       // "32-year-old"
  bool previous = false;  // the start of a change: "from 100 to 120"
  bool vague = false;
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

// A figure of a free text, with the noun it counts.
struct Quantity {
  Figure figure;
  std::string noun;
};
std::vector<Quantity> read_quantities(std::string_view text);

}  // namespace figured::claims
