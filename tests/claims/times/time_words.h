// Times in few signs, for tables: "2004", "2026-03", "2026-11-15", "2026-11-08/2026-11-14".
#pragma once
#include <optional>
#include <string>

#include "claims/claim.h"

namespace figured::claims {

// "-" when there is none.
std::string in_words(const std::optional<TimeSpan>& span);

}  // namespace figured::claims
