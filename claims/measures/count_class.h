// CountClass names the measure of a count: by what befell the things counted, or by their
// noun alone.
#pragma once
#include "claims/measures/counted_name.h"

namespace figured::claims {

// A count whose event and noun are read: all but its measure stands in `out`.
struct NamedCount {
  const SentenceView& sentence;
  const ReadFigure& figure;
  const ReadMeasure* previous = nullptr;
  CountedName name;
  ReadMeasure& out;
};

// measure := kind "." event | "game." event | "job." event | noun "." event
void classify_count(const NamedCount& count);

// measure := "count." noun, or what the figure before measures: whatever event is told, it is
// not the count's.
void classify_bare_count(const NamedCount& count);

}  // namespace figured::claims
