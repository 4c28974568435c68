// The rows that the gazetteer is made of; written at build time by
// gazetteer/generator.cc from lexicon/en, iso-codes and gazetteer/cities.tsv.
#pragma once
#include <cstdint>
#include <span>

namespace figured::claims {

enum class PlaceKind : std::uint8_t {
  kBody,  // a parliament, a party: nothing happens in it, but it is of a country
  kCity,
  kSeat,     // of power, that stands for a government: "Kremlin"
  kState,    // a state, province or land of a country
  kRegion,   // of several countries, or of no clear bounds; a sea
  kCountry,  // also a dependent territory
};

// How a name stands for its place.
enum NameTrait : std::uint8_t {
  kDemonym = 1,       // "Afghan"
  kAbbreviation = 2,  // "Ala", "TX": only behind a comma
  kCommonWord = 4,    // "Most", "Reading": only with its country or state behind it
  kPersonName = 8,    // "Lincoln": only behind a preposition of place
};

namespace gazetteer_data {

struct Row {
  const char* name;
  PlaceKind kind;
  std::int32_t within[2];    // rows; -1 = none
  std::uint32_t population;  // thousands; of cities only
};

struct Name {
  const char* key;  // place_key of the name
  std::int32_t row;
  std::uint8_t traits;
};

extern const std::span<const Row> kRows;
extern const std::int32_t kOurs;            // rows before it are of our own tables
extern const std::span<const Name> kNames;  // of one key: the best known place first

}  // namespace gazetteer_data
}  // namespace figured::claims
