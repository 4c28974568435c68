// PlaceMatcher finds the names of the gazetteer in a sentence, and tells whether the
// words around let them be places: "Paris Hilton" is none.
#pragma once
#include <span>

#include "claims/gazetteer/gazetteer.h"
#include "claims/subjects/article_sides.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct PlaceMatch {
  int last = 0;                                 // the token behind it; 0 = none
  std::span<const gazetteer_data::Name> names;  // its meanings
};

class PlaceMatcher {
 public:
  PlaceMatcher(const SentenceView& sentence, const ArticleSides& sides)
      : s_(sentence), sides_(sides) {}

  // The longest name of the gazetteer that begins at token `first`.
  PlaceMatch match(int first);

  // The wider place behind a comma at `last`: "Selma, Alabama", "Selma, Ala.".
  PlaceMatch container(int last);

  // The meaning that lies in `wider`, else the best known, and `wider` is emptied then;
  // null when every meaning is an abbreviation.
  const gazetteer_data::Name* choose(std::span<const gazetteer_data::Name> names,
                                     PlaceMatch& wider) const;

  // Whether the words around tokens [first, last) let the name be a place.
  bool believe(const gazetteer_data::Name& name, int first, int last) const;

 private:
  bool is_within_person(int first, int last) const;
  bool is_person(int first, int last) const;

  const SentenceView& s_;
  const ArticleSides& sides_;
  const Gazetteer& world_ = Gazetteer::world();
};

}  // namespace figured::claims
