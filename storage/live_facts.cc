#include "storage/live_facts.h"

#include <cassert>

namespace figured::storage {

claims::SharedFact LiveFacts::find(std::int64_t id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return nullptr;
  facts_.splice(facts_.begin(), facts_, found->second);
  return facts_.front();
}

claims::SharedFact LiveFacts::hold(claims::Fact fact) {
  forget(fact.id);
  const auto held = std::make_shared<claims::Fact>(std::move(fact));
  facts_.push_front(held);
  by_id_[held->id] = facts_.begin();
  held_ += 1 + held->live.size();
  make_room();
  return held;
}

void LiveFacts::add_claim(std::int64_t id, const claims::SourcedClaim& claim) {
  assert(by_id_.contains(id));
  auto& fact = *by_id_.at(id);
  // Whoever was given the fact keeps it as it was.
  if (fact.use_count() > 1) fact = std::make_shared<claims::Fact>(*fact);
  auto& live = fact->live;
  live.push_back(claim);
  ++held_;
  if (live.size() > claims::kMaxLiveClaims) {
    live.erase(live.begin());
    --held_;
  }
  make_room();
}

void LiveFacts::forget(std::int64_t id) {
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) drop(found->second);
}

void LiveFacts::forget_all() {
  facts_.clear();
  by_id_.clear();
  held_ = 0;
}

LiveFacts::Facts::iterator LiveFacts::drop(Facts::iterator fact) {
  held_ -= 1 + (*fact)->live.size();
  by_id_.erase((*fact)->id);
  return facts_.erase(fact);
}

void LiveFacts::make_room() {
  while (held_ > capacity_ && !facts_.empty()) drop(std::prev(facts_.end()));
}

}  // namespace figured::storage
