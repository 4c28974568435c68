#include "storage/facts/live_facts.h"

#include <cassert>
#include <string>
#include <utility>

namespace figured::storage {

namespace {

constexpr std::size_t kProfileBytes = 384;  // what a claim is to others, made when it is compared

// A short text needs nothing beside the string.
std::size_t bytes_of_text(const std::string& text) {
  return text.size() < sizeof(std::string) / 2 ? 0 : text.size() + 1;
}

}  // namespace

std::size_t LiveFacts::bytes_of(const claims::SourcedClaim& sourced) {
  const claims::Claim& claim = sourced.claim;
  std::size_t bytes = sizeof sourced + kProfileBytes;
  for (const std::string* text :
       {&sourced.article, &sourced.outlet, &sourced.group, &sourced.url, &sourced.title,
        &claim.quote, &claim.figure.unit, &claim.figure.surface, &claim.noun, &claim.measure,
        &claim.subject, &claim.place, &claim.setting, &claim.speaker, &claim.origin})
    bytes += bytes_of_text(*text);
  bytes += sourced.names.size() * sizeof(claims::NameKey) +
           claim.context.size() * sizeof(claims::ContextWord) +
           claim.rivals.size() * sizeof(claims::Rival) +
           claim.companions.size() * sizeof(claims::Companion) +
           claim.scope.size() * sizeof(std::string);
  return bytes;
}

std::size_t LiveFacts::bytes_of(const claims::Fact& fact) {
  // With its places in the list and the table.
  std::size_t bytes = sizeof fact + 8 * sizeof(void*);
  for (const claims::SourcedClaim& claim : fact.live) bytes += bytes_of(claim);
  return bytes;
}

claims::SharedFact LiveFacts::find(std::int64_t id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return nullptr;
  found->second.asked = true;
  return found->second.fact;
}

std::vector<claims::SharedFact> LiveFacts::find_all(std::span<const std::int64_t> ids) {
  std::vector<Held*> held;
  held.reserve(ids.size());
  for (const std::int64_t id : ids) {
    const auto found = by_id_.find(id);
    held.push_back(found == by_id_.end() ? nullptr : &found->second);
    if (held.back() != nullptr) __builtin_prefetch(held.back()->fact.get());
  }
  std::vector<claims::SharedFact> facts;
  facts.reserve(ids.size());
  for (Held* one : held) {
    if (one != nullptr) one->asked = true;
    facts.push_back(one == nullptr ? nullptr : one->fact);
  }
  return facts;
}

claims::SharedFact LiveFacts::hold(claims::Fact fact) {
  const std::int64_t id = fact.id;
  forget(id);
  Held& held = by_id_[id];
  held.bytes = bytes_of(fact);
  held.fact = std::make_shared<claims::Fact>(std::move(fact));
  held_ += held.bytes;
  line_up(id, held);
  claims::SharedFact given = held.fact;
  make_room();
  return given;
}

void LiveFacts::add_claim(std::int64_t id, claims::SourcedClaim claim) {
  assert(by_id_.contains(id));
  Held& held = by_id_.at(id);
  // Whoever was given the fact keeps it as it was.
  if (held.fact.use_count() > 1) held.fact = std::make_shared<claims::Fact>(*held.fact);
  auto& live = held.fact->live;
  const std::size_t before = held.bytes;
  held.bytes += bytes_of(claim);
  live.push_back(std::move(claim));
  if (live.size() > claims::kMaxLiveClaims) {
    held.bytes -= bytes_of(live.front());
    live.pop_front();
  }
  held_ = held_ - before + held.bytes;
  make_room();
}

void LiveFacts::forget(std::int64_t id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  held_ -= found->second.bytes;
  by_id_.erase(found);
}

void LiveFacts::forget_all() noexcept {
  order_.clear();
  by_id_.clear();
  held_ = 0;
}

void LiveFacts::line_up(std::int64_t id, Held& held) {
  held.turn = ++turns_;
  held.asked = false;
  order_.push_back({id, held.turn});
}

void LiveFacts::make_room() {
  while (held_ > capacity_ && !order_.empty()) {
    const Place next = order_.front();
    order_.pop_front();
    const auto found = by_id_.find(next.id);
    if (found == by_id_.end() || found->second.turn != next.turn) continue;
    if (found->second.asked) {
      line_up(next.id, found->second);
    } else {
      forget(next.id);
    }
  }
}

}  // namespace figured::storage
