// Figure: a number as the words give it.
//
// A figure is an interval with a bound and a unit, never a bare double: "around
// 9,000" is about 9,000, "dozens" is a range, "at least 40" is open above.  It
// says nothing of what is counted; that is a Claim.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figured::claims {

// How the words limit the value.  The comment gives the sign used in JSON.
enum class Bound : std::uint8_t {
  kExact,    // =      "42", "exactly 42"
  kAbout,    // ~      "about", "some", "nearly", "or so"
  kMore,     // >      "more than", "over"; low is set, high is open
  kAtLeast,  // >=     "at least", "no fewer than"; low is set, high is open
  kLess,     // <      "less than", "under"; high is set, low is open
  kAtMost,   // <=     "up to", "as many as"; high is set, low is open
  kRange,    // range  "5 to 7", "between 5 and 7", "dozens"; both ends are set
};

// Bytes [start, end) of a UTF-8 text.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Figure {
  // As written, scaled ("3 million" is 3e6), in `unit`.  An open end is empty.
  std::optional<double> low;
  std::optional<double> high;
  Bound bound = Bound::kExact;
  // Canonical name of the unit: "" for counts, "percent", "usd", "km", "year".
  std::string unit;
  // Step of the last written digit, in `unit`: 7,000 has 1000, 6,250 has 10,
  // 1.5 million has 100,000.  0 where the words are vague ("dozens").
  double grain = 1;
  // Where the figure stands, bound words and unit included.
  Span span;
  std::string surface;

  // The value in one number, for ordering and for people: the midpoint of a
  // range, the closed end of a bound.
  double value() const;
};

// Equal for figures of the same ends in the same unit, whatever else the words say.
std::uint64_t value_key(const Figure& figure);

std::string_view format_bound(Bound bound);
std::optional<Bound> parse_bound(std::string_view sign);

}  // namespace figured::claims
