// AlertMatch: which alerts a route or a silence is about.
//
// What is not asked for matches anything; of a list one entry is enough.  Patterns are
// words in which "*" stands for any signs ("people.*", "*Reuters*"); case is ignored.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/notice.h"

namespace figured::alerts {

inline constexpr std::string_view kUnknownLanguage = "unknown";

// Which alerts are meant; what is empty matches any.
struct AlertMatch {
  std::vector<AlertType> types;
  std::vector<std::string> measures;  // patterns
  std::vector<std::string> subjects;
  std::vector<std::string> places;
  // Of what is quoted; an alert that quotes nobody (a dispute was settled, or is taken back)
  // goes by those on its sides.
  std::vector<std::string> outlets;
  // Likewise: "en" is "en-GB" too; kUnknownLanguage is that of which it is not known.
  std::vector<std::string> languages;
  std::vector<std::int64_t> disputes;
  double min_severity = 0;     // 0..1
  double min_score = 0;        // 0..1, of the verdict
  std::size_t min_voices = 0;  // independent origins that each of two sides must have

  bool matches(const Notice& notice) const;
  friend bool operator==(const AlertMatch&, const AlertMatch&) = default;
};

bool fits_pattern(std::string_view pattern, std::string_view text);

// As JSON, with what is asked for only: {"measures":["people.*"],"min_severity":0.5}.
std::string format_match(const AlertMatch& match);
// Throws std::invalid_argument where it is none.
AlertMatch parse_match(std::string_view json);

}  // namespace figured::alerts
