// How two measures stand to each other in the taxonomy.
//
// A measure is written "<kind>.<event>" ("people.killed", "percent.interest_rate"),
// "<quantity>" ("age"), "count.<noun>", "percent.of.<noun>", "<dimension>.<word>"
// where no class is known ("duration.lease", "times.deport"), or "<dimension>" where
// nothing is said but the unit ("money").  The last includes all others of its
// dimension, and "count.<noun>" whatever befalls what the noun names.
// Each event and most nouns of the tables have a wider class.  Classes that a row names as never
// the same, and those under a class that keeps its children apart, are siblings:
// their figures are never two values of one quantity.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::claims {

enum class MeasureRelation : std::uint8_t {
  kEqual,      // one quantity may be meant
  kAncestor,   // one includes the other: casualties and killed
  kSibling,    // a veto: killed and injured, exports and imports, men and women
  kUnrelated,  // the taxonomy does not connect them
};

// Symmetric.  A measure that the tables do not know is equal to itself and
// unrelated to any other.
MeasureRelation relate_measures(std::string_view a, std::string_view b);

// The same for what is counted, by canonical noun: "child", "woman".
MeasureRelation relate_nouns(std::string_view a, std::string_view b);

}  // namespace figured::claims
