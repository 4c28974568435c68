// ImplicitCounts reads counts that no number gives: "a soldier was killed" is one, "no Americans
// were hurt", "no injuries were reported", "nobody died" and "did not hurt anyone" none.
//
// Only where people are harmed, missed, rescued, arrested or charged, and only
// for nouns of people: elsewhere an article counts nothing.
#pragma once
#include <vector>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

struct ImplicitCount {
  ReadFigure figure;  // its surface is the article with its noun: "a soldier"
  ReadMeasure measure;
  // Whether it is a claim by itself: none, and "another", which is one more.
  bool told = false;
};

// In order of their place.  Cost is linear in the length of the sentence.
std::vector<ImplicitCount> read_implicit_counts(const SentenceView& sentence);

}  // namespace figured::claims
