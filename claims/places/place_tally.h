// PlaceTally tells which places an article is about.
#pragma once
#include <string>
#include <vector>

#include "claims/places/place_reader.h"

namespace figured::claims {

// Counts the places of an article; the headline and the lead weigh most.
class PlaceTally {
 public:
  PlaceTally() { counts_.reserve(kUsualPlaces); }

  void add(PlaceMentions mentions, int weight);

  // The place named most, where a place within a country outweighs it; "" when
  // there is none.
  std::string dominant() const;

  // Where the first lines stand: the first place within a country that they put
  // something in, a dateline only when its sentence names no other place; else the
  // dominant one.
  std::string scene() const;

  // The country that most of the places are or lie in and most of the bodies are
  // of; "" when there is none.
  std::string country() const;

 private:
  struct Count {
    std::string name;
    PlaceId id;
    PlaceId country;
    int weight;   // with demonyms
    int located;  // without
  };
  static constexpr std::size_t kUsualPlaces = 16;

  void add_lead(const PlaceMention& mention);
  std::string spoken_of() const;

  std::vector<Count> counts_;  // of at most kMostPlaces places
  std::string scene_;
  int sentences_ = 0;
  PlaceId dateline_ = kNoPlace;
  int dateline_sentence_ = 0;  // counted from 1; 0 = none, or no longer the scene
};

}  // namespace figured::claims
