#include "storage/sqlite/asked_readings.h"

#include <iterator>
#include <utility>

namespace figured::storage {

void AskedReadings::put(RestoredReading reading) {
  if (order_.size() == kMost) {
    readings_.erase(order_.front());
    order_.pop_front();
  }
  const std::int64_t first = reading.first_claim;
  order_.push_back(first);
  readings_.insert_or_assign(first, std::move(reading));
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
