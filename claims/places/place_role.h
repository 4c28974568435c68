// PlaceRole tells how a sentence speaks of a place: as where things are, where they go,
// or only by the way.  The words before and behind its name decide.
#pragma once
#include <cstdint>

#include "claims/gazetteer/gazetteer.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

enum class PlaceRole : std::uint8_t {
  kLocated,    // "in Orsk", a dateline: things are there
  kTarget,     // "to Orsk", "into Orsk"
  kSource,     // "from Orsk", "from an Orsk bank"
  kNamed,      // "Japan said": spoken of
  kAdjective,  // "Afghan", "the Texas governor"
};

// The name at tokens [first, last); `placed`: a wider place stands behind its comma.
PlaceRole place_role(const SentenceView& sentence, const gazetteer_data::Name& name, int first,
                     int last, bool placed);

// What the word before a place makes of it, whatever its name: "in", "from", "to".
PlaceRole role_behind(const SentenceView& sentence, int at);

// "in Orsk", "near Orsk": a preposition of place at token `i`.
bool locates(const SentenceView& sentence, int i);

// The same of a name that the gazetteer does not know: "in Orsk", not "at Ford".
bool locates_unknown(const SentenceView& sentence, int i);

// "stake in Ford", "rise in Medicaid": no place follows the preposition behind `noun`.
bool takes_in(const SentenceView& sentence, int noun);

// "Valley", "Province": a word of the name.
bool is_place_cue(const SentenceView& sentence, int i);

// "city" of "in the southern city of Lome", "parts" of "in northern parts of Lima"
bool is_area(const SentenceView& sentence, int i);

// "northern", "downtown"
bool is_direction(const SentenceView& sentence, int i);

// A word with a capital that grammar does not ask for.
bool is_name_word(const SentenceView& sentence, int i);

// The token before the name and its article.
int before_name(const SentenceView& sentence, int first);

}  // namespace figured::claims
