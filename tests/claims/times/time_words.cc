#include "tests/claims/times/time_words.h"

#include <chrono>

#include "claims/claim_json.h"

namespace figured::claims {

std::string in_words(const std::optional<TimeSpan>& span) {
  if (!span) return "-";
  const std::string from = format_time(span->from).substr(0, 10);
  const std::string to = format_time(span->to).substr(0, 10);
  if (from == to) return from;
  if (from.ends_with("-01-01") && to == from.substr(0, 4) + "-12-31") return from.substr(0, 4);
  const auto next = std::chrono::floor<std::chrono::days>(span->to) + std::chrono::days(1);
  const bool month_ends = format_time(next).substr(8, 2) == "01";
  if (from.ends_with("-01") && month_ends && from.substr(0, 7) == to.substr(0, 7))
    return from.substr(0, 7);
  return from + '/' + to;
}

}  // namespace figured::claims
