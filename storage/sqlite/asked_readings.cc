#include "storage/sqlite/asked_readings.h"

#include <iterator>
#include <utility>

namespace figured::storage {

void AskedReadings::put(RestoredReading reading) {
  if (reading.revision.text.size() > kLongestText) return;
  const std::int64_t first = reading.first_claim;
  forget(first);
  if (order_.size() == kMost) {
    readings_.erase(order_.front());
    order_.pop_front();
  }
  order_.push_back(first);
  readings_.emplace(first, std::move(reading));
}

// Rows seldom change, so that looking for one among all is no matter.
void AskedReadings::forget(std::int64_t first_claim) {
  if (readings_.erase(first_claim) != 0) std::erase(order_, first_claim);
}

const RestoredReading* AskedReadings::find(std::int64_t claim_id) const {
  const auto next = readings_.upper_bound(claim_id);
  if (next == readings_.begin()) return nullptr;
  const RestoredReading& reading = std::prev(next)->second;
  return claim_id < reading.end ? &reading : nullptr;
}

void AskedReadings::forget_all() noexcept {
  readings_.clear();
  order_.clear();
}

}  // namespace figured::storage
