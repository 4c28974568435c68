#include "claims/gazetteer/gazetteer.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/large_pages.h"
#include "claims/lexicon/word_hash.h"
#include "claims/text/text_bytes.h"

namespace figured::claims {
namespace {

constexpr int kDeepest = 6;  // steps from a district to its continent

}  // namespace

struct Gazetteer::Index {
  using Pages = LargePages<std::pair<const std::uint64_t, PlaceNames>>;
  boost::unordered_flat_map<std::uint64_t, PlaceNames, boost::hash<std::uint64_t>,
                            std::equal_to<std::uint64_t>, Pages>
      names;  // by place_key_hash
};

Gazetteer::Gazetteer() : first_words_(kFirstWordBits / 64) {
  auto index = std::make_unique<Index>();
  const auto all = gazetteer_data::kNames;
  index->names.reserve(all.size() + all.size() / 4);
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    const std::string_view key = all[first].key;
    while (last < all.size() && key == all[last].key) ++last;
    index->names[place_key_hash(key)].names = all.subspan(first, last - first);
    const int words = 1 + static_cast<int>(std::count(key.begin(), key.end(), ' '));
    const std::uint64_t first_word = word_hash(key.substr(0, key.find(' ')));
    const std::size_t bit = first_word % kFirstWordBits;
    first_words_[bit / 64] |= std::uint64_t{1} << bit % 64;
    int& longest = index->names[next_word_hash(0, first_word)].longest;
    longest = std::max(longest, words);
  }
  index_ = std::move(index);
}

Gazetteer::~Gazetteer() = default;

const Gazetteer& Gazetteer::world() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

PlaceNames Gazetteer::find(std::string_view key) const { return find(place_key_hash(key)); }

PlaceNames Gazetteer::find(std::uint64_t key_hash) const {
  const auto found = index_->names.find(key_hash);
  return found == index_->names.end() ? PlaceNames() : found->second;
}

bool Gazetteer::may_begin(std::string_view word) const {
  // Any other word is spelt otherwise in its key.
  return !std::all_of(word.begin(), word.end(), is_ascii_letter) || may_begin(word_hash(word));
}

PlaceId Gazetteer::best(std::string_view name) const {
  if (!may_begin(name.substr(0, name.find(' ')))) return kNoPlace;
  const PlaceNames found = find(place_key(name));
  return found.names.empty() ? kNoPlace : found.names.front().row;
}

PlaceId Gazetteer::of_people(std::string_view name) const {
  if (!may_begin(name.substr(0, name.find(' ')))) return kNoPlace;
  for (const gazetteer_data::Name& meaning : find(place_key(name)).names) {
    if ((meaning.traits & kDemonym) != 0) return meaning.row;
  }
  return kNoPlace;
}

std::string Gazetteer::canonical(std::string_view name) const {
  const PlaceId id = best(name);
  return id == kNoPlace ? std::string(name) : std::string(place(id).name);
}

PlaceId Gazetteer::country_of(PlaceId id) const {
  for (int step = 0; id != kNoPlace && step < kDeepest; ++step) {
    if (place(id).kind == PlaceKind::kCountry) return id;
    id = place(id).within[0];
  }
  return kNoPlace;
}

bool Gazetteer::within(PlaceId narrow, PlaceId wide) const {
  if (narrow == wide) return narrow != kNoPlace;
  if (narrow == kNoPlace) return false;
  // The table is a tree but for a few lands of two countries.
  return std::any_of(std::begin(place(narrow).within), std::end(place(narrow).within),
                     [&](PlaceId parent) { return parent != kNoPlace && within(parent, wide); });
}

bool Gazetteer::contains(std::string_view wide, std::string_view narrow) const {
  const PlaceNames outer = find(place_key(wide)), inner = find(place_key(narrow));
  for (const gazetteer_data::Name& in : inner.names) {
    for (const gazetteer_data::Name& out : outer.names) {
      if (within(in.row, out.row)) return true;
    }
  }
  return false;
}

}  // namespace figured::claims
