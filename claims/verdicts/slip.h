// The slips that make one figure of another: a digit lost, two swapped, miles printed
// as kilometres.  They name the likely cause of a contradiction; they settle nothing.
#pragma once
#include <string_view>

#include "claims/figure.h"

namespace figured::claims {

struct Slip {
  std::string_view tag;    // "lost-digit"; "" = none
  std::string_view words;  // "one may have lost a digit"
};

// The slip that makes b of a, or a of b:
//   lost-digit      12 and 1.2, 4,500 and 450: the same digits, two of them at least
//   swapped-digits  1,461 and 1,641: two neighbours changed places
//   wrong-unit      5 miles and 5 km, or 100 km and 62 km: a number kept, or
//                   converted, under the other unit's name
Slip likely_slip(const Figure& a, const Figure& b);

}  // namespace figured::claims
