#include "claims/verdicts/article_odds.h"

#include <utility>

namespace figured::claims {
namespace {

// Ids follow each other, and hashes do not mind.
std::size_t spread(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15U) >> 32);
}

}  // namespace

KnownOdds::Articles& KnownOdds::of(std::uint64_t key) {
  Slot* slot = &slot_of(key);
  if (slot->round == round_) return at(slot->place);
  if (2 * (count_ + 1) > slots_.size()) {
    grow();
    slot = &slot_of(key);
  }
  *slot = {key, round_, static_cast<std::uint32_t>(count_)};
  if (count_ == kBlock * blocks_.size()) blocks_.push_back(std::make_unique<Block>());
  Articles& articles = at(count_++);
  articles = {};
  return articles;
}

void KnownOdds::forget_all() {
  count_ = 0;
  // After four thousand million articles the oldest rounds come again.
  if (++round_ == 0) {
    slots_.assign(slots_.size(), {});
    round_ = 1;
  }
}

KnownOdds::Slot& KnownOdds::slot_of(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = spread(key) & mask;
  while (slots_[at].round == round_ && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void KnownOdds::grow() {
  std::vector<Slot> before(2 * slots_.size());
  before.swap(slots_);
  for (const Slot& slot : before)
    if (slot.round == round_) slot_of(slot.key) = slot;
}

}  // namespace figured::claims
