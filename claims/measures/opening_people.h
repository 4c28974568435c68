// OpeningPeople tells of which people a sentence begins to speak, for the "they" of
// the next: "The drivers met.", "Latinos vote.", "They ..." of a sentence behind these.
#pragma once
#include "claims/text/tokens.h"

namespace figured::claims {

// The noun of the people whom the sentence before that of token `at` begins with;
// {0, 0} when it begins with something else.
Span people_before(const Tokens& text, int at);

}  // namespace figured::claims
