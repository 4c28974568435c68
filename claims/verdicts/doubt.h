// Doubt: why two figures of one fact that do not meet may yet both be right.
//
// The tests of the matcher tell facts apart by what the words say; much of what
// parts two facts the words leave out.  A doubted contradiction is a tension,
// which is kept and alerts nobody.
#pragma once
#include <span>
#include <string_view>

#include "claims/claim.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {

// The reason for the doubt, as the end of a sentence; "" when there is none.
// `a` and `b` are the ranges of the two in one unit; `sameness` is the score of
// their being of one fact.
std::string_view doubt_contradiction(const SourcedClaim& earlier, const SourcedClaim& later,
                                     const ValueRange& a, const ValueRange& b, double sameness);

// Every doubt there is, in the order in which they are weighed.
std::span<const std::string_view> contradiction_doubts();

}  // namespace figured::claims
