#include "claims/gazetteer.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/word_hash.h"
#include "claims/lexicon_index.h"

namespace figured::claims {
namespace {

constexpr int kDeepest = 6;  // steps from a district to its continent
constexpr std::size_t kFirstWordBits = std::size_t{1} << 18;

bool is_ascii_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

}  // namespace

struct Gazetteer::Index {
  // Keys are pieces of the rows, which live as long as the program.
  boost::unordered_flat_map<std::string_view, PlaceNames, TransparentHash> names;
  // One bit for each word that a key begins with.
  std::vector<std::uint64_t> first_words = std::vector<std::uint64_t>(kFirstWordBits / 64);

  static std::size_t bit_of(std::string_view word) { return word_hash(word) % kFirstWordBits; }
  void add_first_word(std::string_view word) {
    const std::size_t bit = bit_of(word);
    first_words[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
};

Gazetteer::Gazetteer() {
  auto index = std::make_unique<Index>();
  const auto all = gazetteer_data::kNames;
  index->names.reserve(all.size() + all.size() / 4);
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    const std::string_view key = all[first].key;
    while (last < all.size() && key == all[last].key) ++last;
    index->names[key].names = all.subspan(first, last - first);
    const int words = 1 + static_cast<int>(std::count(key.begin(), key.end(), ' '));
    index->add_first_word(key.substr(0, key.find(' ')));
    int& longest = index->names[key.substr(0, key.find(' '))].longest;
    longest = std::max(longest, words);
  }
  index_ = std::move(index);
}

Gazetteer::~Gazetteer() = default;

const Gazetteer& Gazetteer::world() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

PlaceNames Gazetteer::find(std::string_view key) const {
  const auto found = index_->names.find(key);
  return found == index_->names.end() ? PlaceNames() : found->second;
}

bool Gazetteer::may_begin(std::string_view word) const {
  for (const char c : word) {
    if (!is_ascii_letter(c)) return true;  // spelt otherwise in its key
  }
  const std::size_t bit = Index::bit_of(word);
  return (index_->first_words[bit / 64] >> bit % 64 & 1) != 0;
}

PlaceId Gazetteer::best(std::string_view name) const {
  const PlaceNames found = find(place_key(name));
  return found.names.empty() ? kNoPlace : found.names.front().row;
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
