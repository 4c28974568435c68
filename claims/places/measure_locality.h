// MeasureLocality tells how what a figure measures stands to place.
//
// A person's age is nowhere, a death is where the news happens, a tax is of a
// country whoever speaks of it.
#pragma once
#include "claims/measures/measure_reader.h"

namespace figured::claims {

enum class Locality {
  kNowhere,    // ages, lengths of time, pages, sources: only where the words beside it say
  kHappening,  // what befalls people and things
  kPublic,     // votes, laws, taxes: of a country even when a person is named as owner
  kPrivate,    // profits, fees, lawsuits: nowhere without an owner
  kOwned,      // everything else: where its owner is
};

Locality locality_of(const SentenceView& sentence, const ReadFigure& figure,
                     const ReadMeasure& measure);

// Deaths, arrests, damage: what the news of a place is made of.
bool befalls(const ReadMeasure& measure);

// "two other mothers", "40,000 teachers": people to whom nothing happens.
bool counts_people(const SentenceView& sentence, const ReadMeasure& measure);

// "bakers", not "trailers".
bool is_surely_person(const Word& word);

// "31 percent of adults"
bool is_share_of_people(const SentenceView& sentence, const ReadFigure& figure,
                        const ReadMeasure& measure);

// "three reasons", "two points of view": thoughts and words are nowhere.
bool counts_thoughts(const SentenceView& sentence, const ReadMeasure& measure);

// "40 nations": of one country less than of any.
bool counts_countries(const SentenceView& sentence, const ReadMeasure& measure);

// "three senators", "one aide": they hold office somewhere and are counted anywhere.
bool counts_politicians(const SentenceView& sentence, const ReadMeasure& measure);

}  // namespace figured::claims
