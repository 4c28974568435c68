// QuantityReader lists the figures of a free text with what they count: what
// `figurectl quantities` prints, without claims, places or times.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/figure.h"

namespace figured::claims {

struct Quantity {
  Figure figure;
  double value = 0;     // the number as written, in the unit as written; of no range
  std::string noun;     // head of what a count counts; "" when the text does not say
  std::string written;  // the unit as written, with what it is per ("$ a barrel"); of a
                        // count the whole phrase ("residential burglaries")
};

// In order of their place.  A second writing in brackets ("125 km (78 miles)")
// is listed behind the first.  A text that is nothing but an expression is read
// as the number it names: "twenty-first" is 21, "a month" is one month, "one over
// three" a third; in running text these are ranks and articles.  "One of the
// towns" is listed here as one, though it makes no claim.
std::vector<Quantity> read_quantities(std::string_view text);

}  // namespace figured::claims
