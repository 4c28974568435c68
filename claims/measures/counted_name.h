// CountedName: the noun of what is counted, be it not behind the figure.
#pragma once
#include <string_view>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

// The token of the noun that names a bare number, -1 for none.
struct CountedName {
  int token = -1;
  bool inherits = false;  // of what the figure before is of
};

// Fills in `out.noun`: the head as written (`counted`); a bare count is of people, of what the
// figure before counts, or of the quantity it is a value of.  Requires head and event of `out`.
CountedName name_what_is_counted(const SentenceView& sentence, const ReadFigure& figure,
                                 std::string_view counted, const ReadMeasure* previous,
                                 ReadMeasure& out);

}  // namespace figured::claims
