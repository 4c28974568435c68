// ScopeReader reads what makes a figure a part, an addition, a rate or a plan
// rather than the whole and the fact.
#pragma once
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/measure_reader.h"

namespace figured::claims {

// Restrictions, sorted: "part", "other", "new", "previous", "aftershock", "per:day",
// "of:child", "nation:Thailand", "at:airport", "from:kabul" (of a distance).
std::vector<std::string> read_scope(const SentenceView& sentence, const ReadFigure& figure,
                                    const ReadMeasure& measure);

struct Assertion {
  Modality modality = Modality::kAsserted;
  bool negated = false;
};

// How sure the words are that it is so.
Assertion read_assertion(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure);

}  // namespace figured::claims
