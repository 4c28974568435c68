// The numbers that are no figures: dates, times, scores, names, addresses ...
#pragma once
#include <cstdint>
#include <string_view>

#include "claims/figures/numbered_names.h"

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
  kPronoun,  // "one of them", "the two leaders"
  kList,     // numbering of a list
  kIdiom,    // "100 % ready", 24/7
};

std::string_view format_reject(Reject reject);

// Why the numeral is no figure; one with a currency before it always is one.
Reject reject_numeral(const SentenceView& sentence, const NumberInText& number, bool has_currency);

}  // namespace figured::claims
