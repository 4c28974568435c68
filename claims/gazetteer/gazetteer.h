// Gazetteer knows the places of the world by their names.
//
// Countries and territories with their demonyms, states and provinces, lands and
// seas, and cities; each with what it lies in.  A name can stand for several
// places ("Georgia", "London"), and be first of all something else ("Most",
// "Lincoln"): the traits of a name say how much is needed to believe it.  It
// reads no text; PlaceReader does.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/gazetteer/gazetteer_data.h"

namespace figured::claims {

using PlaceId = std::int32_t;
inline constexpr PlaceId kNoPlace = -1;

// What a key leads to.
struct PlaceNames {
  // The meanings of the name, the best known first; empty when only longer names
  // begin so.
  std::span<const gazetteer_data::Name> names;
  // Words of the longest name that begins with this word; 0 for a key of
  // several words.
  int longest = 0;
};

class Gazetteer {
 public:
  // Made at the first call, then only read.
  static const Gazetteer& world();
  ~Gazetteer();

  // `key` is a place_key.
  PlaceNames find(std::string_view key) const;
  // By its place_key_hash.
  PlaceNames find(std::uint64_t key_hash) const;

  // Whether a name of a place may begin with this word of a text; nearly every
  // word with which none does is told from the others.
  bool may_begin(std::string_view word) const;
  // The same of a word of letters, by its word_hash.
  bool may_begin(std::uint64_t word_hash) const {
    const std::size_t bit = word_hash % kFirstWordBits;
    return (first_words_[bit / 64] >> bit % 64 & 1) != 0;
  }

  const gazetteer_data::Row& place(PlaceId id) const { return gazetteer_data::kRows[id]; }

  // The best known place of the name, demonyms included; kNoPlace when there is
  // none.
  PlaceId best(std::string_view name) const;

  // The place whose people the words name: "South Koreans", "Central American"; kNoPlace for
  // other names.
  PlaceId of_people(std::string_view name) const;

  // "U.S." is "United States", "Afghan" is "Afghanistan"; an unknown name is
  // returned as it is.
  std::string canonical(std::string_view name) const;

  // The country a place lies in, itself for a country; kNoPlace for a sea.
  PlaceId country_of(PlaceId id) const;

  // Whether `narrow` is `wide` or lies in it.
  bool within(PlaceId narrow, PlaceId wide) const;

  // The same of names, in any of their meanings: "Iraq" holds "Mosul".
  bool contains(std::string_view wide, std::string_view narrow) const;

 private:
  struct Index;
  Gazetteer();

  static constexpr std::size_t kFirstWordBits = std::size_t{1} << 18;

  std::unique_ptr<const Index> index_;
  std::vector<std::uint64_t> first_words_;  // a bit for each word that a key begins with
};

}  // namespace figured::claims
