// Excerpts: texts of others cut down to what an alert may carry.
//
// Nothing is cut within a UTF-8 character.
#pragma once
#include <string>
#include <string_view>

#include "claims/claim.h"

namespace figured::alerts {

// One line of at most `max` bytes: control characters become spaces, and where
// something is left out the line ends with "…".  Requires max >= 3.
std::string one_line(std::string_view text, std::size_t max);

// Narrows the claim's quote to at most `max` bytes around its figure.  It stays
// an exact piece of the field, and claim.span says where.
void narrow_quote(claims::Claim& claim, std::size_t max);

}  // namespace figured::alerts
