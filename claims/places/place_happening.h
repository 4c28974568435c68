// PlaceHappening tells from the words around a place's name whether something happens
// there although no preposition says so: "rocked Orsk", "the Orsk bombing"; and when nothing
// does although one says so: "told reporters in Orsk".
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// "hits Lima", "rocked Lima", "swept through Lima": `verb` is the token before the name, which
// ends at `last`.  "Hit Iran with sanctions" and "struck Lima as odd" are other senses.
bool befalls_place(const SentenceView& sentence, int verb, int last);

// "stolen from", "rescued from": what was taken was there when it happened; "set out
// from": so were those who went.
bool takes_from(const SentenceView& sentence, int from);

// "in the Peruvian civil war", "during the 2019 Peru elections": tokens [first, last) name a
// country or its people.  "In the Peru talks" may be anywhere.
bool names_event(const SentenceView& sentence, int first, int last);

// "the streets of", whatever is done to them.
bool is_ground_of(const SentenceView& sentence, int of);

// "airport" of "the Lima airport", "bombing" of "the Lima bombing": it is there.
bool is_site(const SentenceView& sentence, int noun);

// "talks in Orsk", "told reporters in Orsk", "lives in Orsk", "the office in Orsk": people are
// there, and what is told is elsewhere.
bool is_aside(const SentenceView& sentence, int first);

}  // namespace figured::claims
