// The word tables of English as they stand in lexicon/en/*.tsv.  A line is a
// row, fields are parted by tabs, a list by blanks, '#' opens a comment line.
#pragma once
#include <string_view>

namespace figured::claims::tables {
extern const std::string_view kNumbers;
extern const std::string_view kUnits;
extern const std::string_view kWords;
extern const std::string_view kEvents;
extern const std::string_view kNouns;
extern const std::string_view kPlaces;
extern const std::string_view kTimes;
extern const std::string_view kSides;
extern const std::string_view kGivenNames;
extern const std::string_view kNameWords;
extern const std::string_view kCurrencies;  // of iso-codes, by lexicon/generator/currencies.cc
}  // namespace figured::claims::tables
