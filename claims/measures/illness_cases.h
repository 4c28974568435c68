// Cases of an illness, and all other cases.
//
// "The region reported 40 new cases" counts infected people; "in two cases the judge
// ruled otherwise" does not.  Of an illness is what is told in words of health: in the
// sentence, in the one before it, or else anywhere in the article unless the sentence
// speaks of courts and the police.
#pragma once
#include <cstddef>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

// Makes a count of cases of what was taken for a count of infected people, where no
// illness is told of.  `tokens` are those of the field, `text` those of the article's text.
void part_from_illness(const Tokens& tokens, std::size_t sentence, const Tokens& text,
                       ReadMeasure& measure);

}  // namespace figured::claims
