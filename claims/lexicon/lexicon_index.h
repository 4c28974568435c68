// The hash tables behind Lexicon.
#pragma once
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon/large_pages.h"
#include "claims/lexicon/lexicon.h"

namespace figured::claims {

// HashBuckets maps the hash of a word to a number of 1 to 65535.
//
// A bucket is one cache line and is compared as a whole, without a branch that
// depends on the word; what does not fit in goes into the next one.  Of a hash
// 15 bits choose the bucket and 31 are kept; the text itself is not, so that of
// some hundred million unknown words one is taken for another.
class HashBuckets {
 public:
  HashBuckets() : buckets_(std::size_t{1} << kBits) {}

  // 0 when it has none.
  std::size_t find(std::uint64_t hash) const {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = hash >> (64 - kBits);; at = next(at)) {
      const Bucket& bucket = buckets_[at];
      const unsigned matches = match(bucket, tag);
      // Whether a word is known is hard to foresee: no branch asks for that alone.
      if (static_cast<unsigned>(bucket.flows_over) & static_cast<unsigned>(matches == 0)) continue;
      return bucket.numbers[std::countr_zero(matches | 1u << kPlaces)];
    }
  }
  // Has the memory fetched that find() will read.
  void expect(std::uint64_t hash) const { __builtin_prefetch(&buckets_[hash >> (64 - kBits)]); }
  // Requires that there are fewer than half a million.
  void put(std::uint64_t hash, std::uint16_t number);

 private:
  static constexpr unsigned kBits = 15;
  static constexpr std::size_t kPlaces = 8;
  struct alignas(64) Bucket {
    std::uint32_t tags[kPlaces] = {};         // 0 when free
    std::uint16_t numbers[kPlaces + 1] = {};  // the last is that of no place
    bool flows_over = false;
  };

  static std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 16) | 1;
  }
  // A bit for each place that holds the tag.
  static unsigned match(const Bucket& bucket, std::uint32_t tag) {
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi32(static_cast<int>(tag));
    const auto match_four = [wanted](const std::uint32_t* tags) {
      const __m128i four = _mm_load_si128(reinterpret_cast<const __m128i*>(tags));
      return static_cast<unsigned>(
          _mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(four, wanted))));
    };
    return match_four(bucket.tags) | match_four(bucket.tags + 4) << 4;
#else
    unsigned matches = 0;
    for (unsigned i = 0; i < kPlaces; ++i) {
      matches |= static_cast<unsigned>(bucket.tags[i] == tag) << i;
    }
    return matches;
#endif
  }
  std::size_t next(std::size_t bucket) const { return (bucket + 1) % buckets_.size(); }

  std::vector<Bucket, LargePages<Bucket>> buckets_;
};

// WordTable finds a Word by its text.
class WordTable {
 public:
  // Holds the forms of WordNet, which share their Words.
  WordTable();

  // By word_hash; an unknown word reads as Word().
  const Word& find(std::uint64_t hash) const { return words_[places_.find(hash)]; }
  // Has the memory fetched that find() will read: a look-up alone waits for it.
  void expect(std::uint64_t hash) const { places_.expect(hash); }

  // The word's own entry, made when there is none; the reference holds until the
  // next call.
  Word& own(std::string_view text);

  // Calls `change(text, word)` for each word that has an entry of its own.
  template <class Change>
  void each_own(Change change) {
    for (std::size_t i = 0; i < own_texts_.size(); ++i) {
      change(own_texts_[i], words_[first_own_ + i]);
    }
  }

 private:
  HashBuckets places_;
  std::vector<Word, LargePages<Word>> words_;  // [0] is the unknown word
  std::size_t first_own_ = 0;                  // those before it are shared
  std::vector<std::string> own_texts_;         // of words_[first_own_ ...]
};

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
  WordTable words;
  boost::unordered_flat_map<std::uint64_t, std::vector<UnitName>> unit_names;  // by UnitKey
  WordMap<std::int16_t> units;                                                 // by canonical name
  WordMap<Compound> compounds;   // events of two words, parted by a blank
  WordMap<std::int16_t> events;  // by canonical name
  WordMap<std::int16_t> nouns;   // by canonical name
};

}  // namespace figured::claims
