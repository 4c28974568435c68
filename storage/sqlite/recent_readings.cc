#include "storage/sqlite/recent_readings.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace figured::storage {

claims::SourcedClaim ReadyReading::claim(std::int64_t id) const {
  const auto place = static_cast<std::size_t>(id - first);
  PackedClaim packed{id, facts[place], ready->claims[place].claim, std::nullopt};
  packed.claim.restated.reset();
  packed.claim.restated_agrees = true;
  claims::SourcedClaim claim = sourced(*ready->revision, std::move(packed));
  claim.profile = ready->claims[place].profile;
  return claim;
}

void RecentReadings::put(ReadyReading reading) {
  if (readings_.size() == kMost) {
    if (spent_ != nullptr) spent_->put(std::move(readings_.front().ready));
    readings_.pop_front();
  }
  readings_.push_back(std::move(reading));
}

const ReadyReading* RecentReadings::find(std::int64_t claim_id) const {
  const auto next = std::ranges::upper_bound(readings_, claim_id, {}, &ReadyReading::first);
  if (next == readings_.begin()) return nullptr;
  const ReadyReading& reading = *std::prev(next);
  return claim_id < reading.end() ? &reading : nullptr;
}

void RecentReadings::forget(std::int64_t first) {
  const auto found = std::ranges::lower_bound(readings_, first, {}, &ReadyReading::first);
  if (found != readings_.end() && found->first == first) readings_.erase(found);
}

}  // namespace figured::storage
