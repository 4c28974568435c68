#include "claims/lexicon/lexicon_index.h"

#include <bit>
#include <stdexcept>

#include "claims/lexicon/word_hash.h"
#include "claims/lexicon/wordnet_table.h"

namespace figured::claims {
namespace {

constexpr std::uint64_t kIndexMask = 0xffff;  // of kForms

}  // namespace

void HashBuckets::put(std::uint64_t hash, std::uint16_t number) {
  for (std::size_t at = hash >> (64 - kBits);; at = next(at)) {
    Bucket& bucket = buckets_[at];
    const unsigned usable = match(bucket, tag_of(hash)) | match(bucket, 0);
    if (usable != 0) {
      const int place = std::countr_zero(usable);
      bucket.tags[place] = tag_of(hash);
      bucket.numbers[place] = number;
      return;
    }
    bucket.flows_over = true;
  }
}

WordTable::WordTable() : words_(1) {
  words_.reserve(tables::kGrammars.size() * 2);
  for (const WordGrammar& grammar : tables::kGrammars) {
    static_cast<WordGrammar&>(words_.emplace_back()) = grammar;
  }
  first_own_ = words_.size();
  // In the order of their buckets, so that memory is filled from one end.
  for (const std::uint64_t form : tables::kForms) {
    places_.put(form, static_cast<std::uint16_t>(form & kIndexMask));
  }
}

Word& WordTable::own(std::string_view text) {
  const std::uint64_t hash = word_hash(text);
  const std::size_t known = places_.find(hash);
  if (known >= first_own_ && known != 0) return words_[known];
  if (words_.size() > kIndexMask) throw std::logic_error("lexicon: too many words");
  const Word shared = words_[known];
  words_.push_back(shared);
  own_texts_.emplace_back(text);
  places_.put(hash, static_cast<std::uint16_t>(words_.size() - 1));
  return words_.back();
}

}  // namespace figured::claims
