// PlaceDeixis finds the words near a figure that point to a place without naming
// it: "across the country", "worldwide", "here", "federal".
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// Token indexes; -1 = no such word.
struct PlaceDeixis {
  int country = -1;  // "country" of "in the east of the country"
  int world = -1;    // "worldwide", "world" of "around the world"
  int here = -1;     // not of a quotation
  int there = -1;    // "voters there"; not "there are"
  int nation = -1;   // "federal", "nationwide", "nation" of "the nation's": of the country
};

// Looks `reach` tokens around tokens [first, last), for a country only behind them.
PlaceDeixis read_place_deixis(const SentenceView& sentence, int first, int last, int reach);

}  // namespace figured::claims
