// PlaceReader finds where things happen: the places of a text, the one a
// figure's clause names, and the ones the article is about.
//
// A place is believed by its name in the gazetteer together with what stands
// around it: a preposition of place, its state or country behind a comma, a
// dateline.  An unknown name is a place behind "in" and its like, or with a word
// such as "Valley".
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/gazetteer/gazetteer.h"
#include "claims/places/place_role.h"
#include "claims/subjects/article_sides.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct PlaceMention {
  int first = 0;  // tokens [first, last)
  int last = 0;
  PlaceId id = kNoPlace;  // kNoPlace when the gazetteer does not know it
  PlaceRole role = PlaceRole::kNamed;
  bool demonym = false;
  bool dateline = false;  // "ORSK, Peru -": where the text was written
  bool aside = false;     // "told reporters in Orsk": what is told is elsewhere
  std::string name;       // canonical; without "the", "Province", "Valley"
};

// The places of a sentence, in order.
using PlaceMentions = std::span<const PlaceMention>;

// Adds the places of a sentence to `mentions`.  `sides` tells persons from places.
void read_places(const SentenceView& sentence, const ArticleSides& sides,
                 std::vector<PlaceMention>& mentions);

}  // namespace figured::claims
