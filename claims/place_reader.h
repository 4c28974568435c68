// PlaceReader finds where things happen: the places of a text, the one a
// figure's clause names, and the one the article is about.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claims/sentence_view.h"

namespace figured::claims {

struct PlaceMention {
  int first = 0;  // tokens [first, last)
  int last = 0;
  std::string name;  // without "the", "Province", "Valley"
};

// The places named in a sentence, in order.
std::vector<PlaceMention> read_places(const SentenceView& sentence);

// Counts the places of an article; the headline and the lead weigh most.
class PlaceTally {
 public:
  void add(const std::vector<PlaceMention>& mentions, int weight);
  // The place named most; "" when there is none.
  std::string dominant() const;

 private:
  std::map<std::string, int> counts_;
};

// The place a figure on tokens [first, last) belongs to: behind it in its
// clause, else before it; "" when the sentence names none near it.
std::string place_of(const SentenceView& sentence, const std::vector<PlaceMention>& mentions,
                     int first, int last);

}  // namespace figured::claims
