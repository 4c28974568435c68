// The numbers that are no figures: dates, times, scores, names, addresses ...
#pragma once
#include <cstdint>
#include <string_view>

#include "claims/numeral_reader.h"

namespace figured::claims {

enum class Reject : std::uint8_t {
  kNone,
  kDate,
  kYear,
  kTime,  // of day, or a stretch that only anchors: "two days ago"
  kOrdinal,
  kScore,
  kName,  // model, flight, road, section
  kAddress,
  kPhone,
  kPronoun,  // "one of them"
  kList,     // numbering of a list
  kIdiom,    // "100 % ready", 24/7
};

std::string_view format_reject(Reject reject);

// Why the numeral is no figure.  `bounded`: bound words or a currency stand
// before it; `unit_last`: the token behind its unit, = numeral.last without one.
Reject reject_numeral(const SentenceView& sentence, const Numeral& numeral, bool bounded,
                      bool has_currency, int unit_last, std::string_view dimension);

}  // namespace figured::claims
