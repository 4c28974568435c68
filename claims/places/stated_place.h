// StatedPlace finds the place that the words of a sentence give a figure: "in Orsk",
// "across the country", "worldwide", "here".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/figures/figure_reader.h"
#include "claims/places/place_deixis.h"
#include "claims/places/place_reader.h"
#include "claims/places/setting.h"

namespace figured::claims {

struct ReadPlace {
  std::string name;       // "" when the words name none
  Span words;             // that gave it; {0, 0} when inherited
  std::string_view rule;  // "place behind the figure"
  bool named = false;     // the sentence itself says so
};

inline constexpr int kWordsToPlace = 14;  // tokens between a figure and its place

// How far from a figure its place may stand, and what counts for one.
struct PlaceSearch {
  int before = kWordsToPlace;
  int behind = kWordsToPlace;
  bool moving = false;   // what is counted goes to the place, "to Orsk" will do
  bool leaving = false;  // it was taken away, "from Orsk" will do
};

// The place named behind the figure in its clause, else before it, else at the head of the
// sentence; of two that are joined the one that both lie in, with a rule and without a name
// where none is known.
ReadPlace named_place(const SentenceView& sentence, PlaceMentions mentions,
                      const ReadFigure& figure, const PlaceSearch& search);

// The place that the words of `deixis` point to; `anywhere`: it can be the whole world.
ReadPlace pointed_place(const SentenceView& sentence, PlaceMentions mentions,
                        const ReadFigure& figure, const PlaceDeixis& deixis, const Setting& setting,
                        const Nearby& nearby, bool anywhere);

// The words of a mention.
Span span_of(const SentenceView& sentence, const PlaceMention& mention);

}  // namespace figured::claims
