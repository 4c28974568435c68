// KnownOdds remembers what one article is to the others that it was held against.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "claims/sameness/pair_score.h"

namespace figured::claims {

class KnownOdds {
 public:
  struct Articles {
    ArticleOdds odds;  // as long as the articles are not compared, by their sketches
    bool sketched = false;
    bool compared = false;
  };

  // By key of the other article (article_key()).  Stays where it is until forget_all().
  Articles& of(std::uint64_t key);

  // As if no article had been asked for; the room for them is kept.
  void forget_all();

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t round = 0;  // of forget_all(); other than round_ = the slot is free
    std::uint32_t place = 0;  // among the articles
  };
  static constexpr std::size_t kFirstSlots = 256;
  static constexpr std::size_t kBlock = 256;
  using Block = std::array<Articles, kBlock>;

  Articles& at(std::size_t place) { return (*blocks_[place / kBlock])[place % kBlock]; }
  Slot& slot_of(std::uint64_t key);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);  // a power of two; linear probing
  std::uint32_t round_ = 1;
  std::vector<std::unique_ptr<Block>> blocks_;  // of articles, which stay where they are
  std::size_t count_ = 0;                       // of those that are in use
};

}  // namespace figured::claims
