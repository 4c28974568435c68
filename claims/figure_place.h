// FigurePlace tells where what a figure counts is or happened.
//
// A wrong place costs as much as a missing one: without words of place a figure
// has that of its owner when the owner is a country or one of its bodies; what
// befalls people has the place spoken of before, else the one the article is about;
// what nobody owns has the country the article is about.  A company's money, a
// length of time, an age have none.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/place_reader.h"
#include "claims/subject_reader.h"

namespace figured::claims {

struct ReadPlace {
  std::string name;       // "" when the words name none
  Span words;             // that gave it; {0, 0} when inherited
  std::string_view rule;  // "place behind the figure"
  bool named = false;     // the sentence itself says so
};

// Where an article happens.
struct Setting {
  std::string place;     // the place named most: "Orsk"
  std::string scene;     // where its lead stands, else the same
  std::string country;   // the country named most
  std::string headline;  // the place its headline names
};

// Of the sentences right before; "" = none.
struct Nearby {
  std::string_view place;    // the place within a country in which they put something
  std::string_view country;  // the country named last
};

ReadPlace read_place(const SentenceView& sentence, const std::vector<PlaceMention>& mentions,
                     const ReadFigure& figure, const ReadMeasure& measure,
                     const ReadSubject& subject, const Setting& setting, const Nearby& nearby);

}  // namespace figured::claims
