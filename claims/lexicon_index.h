// The hash table behind Lexicon; only lexicon*.cc see it.
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>

#include "claims/lexicon.h"

namespace figured::claims {

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const unsigned char c : word) hash = (hash ^ c) * 0x100000001b3ull;
    return hash ^ (hash >> 32);
  }
};

template <class Value>
using WordMap = boost::unordered_flat_map<std::string, Value, TransparentHash, std::equal_to<>>;

struct Lexicon::Index {
  WordMap<Word> words;
  WordMap<std::int16_t> phrases;  // units of several words
};

}  // namespace figured::claims
