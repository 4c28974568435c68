// NationWords tell the country of a figure by the peoples, bodies and owners beside it:
// "American voters", "Peruvian police", "the Bank of Japan", "Senate Democrats".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/measures/measure_reader.h"
#include "claims/places/place_reader.h"
#include "claims/places/setting.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// Each is "" when there is none.

// "two Australian cities"
std::string nation_of_places(const SentenceView& sentence, const ReadMeasure& measure);

// "Australian police detained 15 people"
std::string whose_authorities(const SentenceView& sentence, PlaceMentions mentions,
                              const ReadFigure& figure);

// "American voters", "66% of U.S. adults": the country of the people nearest to token
// `figure`, whose shares the sentence counts.
std::string nation_of_people(const SentenceView& sentence, PlaceMentions mentions, int figure);

// "Bank of Japan", "Ministry of Defence of France", "City of Lima"
std::string country_in(const ReadSubject& subject);

// "Royal Peruvian Air Force", "Peruvian troops"
std::string people_in(const ReadSubject& subject);

// "The Senate needs 60 votes": the country whose bodies the sentence names.
std::string country_of_bodies(PlaceMentions mentions);

// "House Republicans own": unless the article speaks of another country's.
std::string country_of_body(const ReadSubject& subject, PlaceMentions mentions,
                            const Setting& setting);

// "the Republicans", "Senate Democrats"
bool is_body(std::string_view name);

// "millions of U.S. customers", in an article of that country.
bool counts_its_own(PlaceMentions mentions, const ReadFigure& figure, const ReadMeasure& measure,
                    const Setting& setting);

}  // namespace figured::claims
