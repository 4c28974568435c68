// Explanation tells why a document was read as it was: for each figure the
// rules and words that gave its claim, for each other number why it is none.
//
// It is for people (`figurectl extract --explain`); nothing reads it back.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/figures/figure_rejects.h"

namespace figured::claims {

// One decision on a claim.
struct Finding {
  std::string_view aspect;  // "measure", "subject", "place", "time", "speaker" ...
  std::string value;        // "" when nothing was found
  std::string_view rule;    // why, in a short phrase; "" when no rule fired
  Span words;               // of the field, that gave it; {0, 0} when none stand there
};

// The decisions on one claim, in the order they are told.
struct ClaimExplanation {
  std::vector<Finding> findings;
};

struct RejectedFigure {
  Field field = Field::kText;
  Span span;
  Reject reason = Reject::kNone;
};

struct Explanation {
  std::vector<ClaimExplanation> claims;  // one a claim of the Reading
  std::vector<RejectedFigure> rejects;
};

}  // namespace figured::claims
