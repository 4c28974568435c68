// Unit: what a figure is measured in, and UnitName: one way to write it.
//
// A unit belongs to a dimension; figures of one dimension are compared in its
// base unit.  Money is compared within one currency only.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace figured::claims {

struct Unit {
  std::string name;       // canonical: "km", "usd"
  std::string words;      // in words, singular: "kilometre", "swiss franc"
  std::string dimension;  // "length", "money"
  double factor = 1;      // base unit = value * factor + offset; 0 when it cannot be told
  double offset = 0;

  bool is_money() const { return dimension == "money"; }
  // Of money the country by ISO 3166 ("US"), which is not told of some ("peso").
  std::string country;
  // Of money what several countries may have: "dollar", "peso".
  std::string_view kind() const;

  double to_base(double value) const { return value * factor + offset; }
  // Whether figures in the two can be compared after to_base().
  bool converts_to(const Unit& other) const;
};

// Where a name means its unit.
enum class UnitPlace : std::uint8_t {
  kBehind,          // behind any numeral
  kBehindHyphen,    // behind a hyphen or "1": "8-foot", "1 second"
  kBehindDigits,    // "60 W"
  kTouchingDigits,  // "60W"
  kBefore,          // before the numeral: "EUR 500"
};

struct UnitName {
  std::int16_t unit = -1;
  UnitPlace place = UnitPlace::kBehind;
  bool doubtful = false;  // only of an amount that no mere number would be
  std::string spelling;   // as it must stand in the text; "" = in any case
};

// The key of a name in the lexicon: of "sq. ft", "Sq ft" and "sq-ft" the same.
// A name is added piece by piece, with the blanks between; letters count in lower
// case, hyphens as blanks, full stops not at all.
class UnitKey {
 public:
  void add(std::string_view piece);
  std::uint64_t value() const { return hash_; }

 private:
  void take(char c);

  std::uint64_t hash_ = 0xcbf29ce484222325ull;
  char last_ = '\0';
  bool parted_ = false;
};

}  // namespace figured::claims
