// FigurePlace tells where what a figure counts is or happened.
//
// A wrong place costs as much as a missing one: without words of place a figure
// has that of its owner when the owner is a country or one of its bodies; what
// befalls people has the place spoken of before, else the one the article is about;
// what nobody owns has the country the article is about.  A company's money, a
// length of time, an age have none.
#pragma once
#include <vector>

#include "claims/places/place_reader.h"
#include "claims/places/setting.h"
#include "claims/places/stated_place.h"
#include "claims/subjects/subject_reader.h"

namespace figured::claims {

ReadPlace read_place(const SentenceView& sentence, PlaceMentions mentions, const ReadFigure& figure,
                     const ReadMeasure& measure, const ReadSubject& subject, const Setting& setting,
                     const Nearby& nearby);

}  // namespace figured::claims
