// Number words: the value that a run of them spells out.
#pragma once
#include <optional>

#include "claims/figures/numeral_reader.h"
#include "claims/figures/numeral_scan.h"

namespace figured::claims {

// "twenty-five thousand", "two hundred and six", "three quarters", "one in
// five", "five point five", "twenty-first", "nineteen eighty-four": what begins
// with a number word below one hundred at token `at`.
std::optional<Numeral> read_number_words(const NumeralScan& scan, int at);

// A part named behind a value: "and a half", "and three quarters", "½".
struct AddedFraction {
  double value = 0;
  int last = 0;
};
std::optional<AddedFraction> read_added_fraction(const NumeralScan& scan, int at);

// "in five", "out of 10" behind a count: the whole it is a part of.
struct Whole {
  double value = 0;
  int last = 0;
};
std::optional<Whole> read_whole(const NumeralScan& scan, int at, double count);

// A value below one hundred in words at `at`, which it moves on; -1 when there
// is none.
double read_below_hundred(const NumeralScan& scan, int& at);

// The step of the last digit of a whole number that is not zero: 100 of 1,200.
double grain_of_whole(double value);

}  // namespace figured::claims
