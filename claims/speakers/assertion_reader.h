// AssertionReader tells how sure the words are that a figure is so, and whether
// they say that it is not.
//
// The clause of the figure is read, and the verb of saying or thinking that its
// clause hangs on ("they project that ...", "no evidence that ...").
#pragma once
#include <string_view>

#include "claims/claim.h"
#include "claims/measures/measure_reader.h"

namespace figured::claims {

struct Assertion {
  Modality modality = Modality::kAsserted;
  bool negated = false;
  Span words;             // of the word that says so; {0,0} for a plain assertion
  std::string_view rule;  // why, in a short phrase
};

// `plain`: what a plain statement of the figure's time is; one of a time to come
// is a plan or an estimate, unless the words tell what has been done.
Assertion read_assertion(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, Modality plain = Modality::kAsserted);

}  // namespace figured::claims
