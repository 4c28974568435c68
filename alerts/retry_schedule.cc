#include "alerts/retry_schedule.h"

#include <algorithm>
#include <cstdint>

namespace figured::alerts {
namespace {

using std::chrono::seconds;
using namespace std::chrono_literals;

// The specification's, which counts the first attempt as one after 0 s.
const std::vector<seconds> kUsualRests = {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};

constexpr seconds kLongestRetryAfter = 24h;
constexpr int kGone = 410;

bool is_success(int status) { return status >= 200 && status < 300; }

// Up to a fifth longer, so that what failed together does not come back
// together.  FNV-1a of the alert and the attempt: the same after a restart.
seconds jitter(seconds rest, std::string_view alert_id, int attempts) {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211u; };
  for (const char c : alert_id) add(static_cast<unsigned char>(c));
  add(static_cast<unsigned char>(attempts));
  const auto share = static_cast<std::int64_t>(hash >> 33 & 0xffff);
  return rest + seconds(rest.count() * share / (5 * 0x10000));
}

}  // namespace

RetrySchedule::RetrySchedule(const std::vector<Seconds>& first) : rests_(kUsualRests) {
  rests_.resize(std::max(rests_.size(), first.size()));
  std::copy(first.begin(), first.end(), rests_.begin());
}

NextStep RetrySchedule::after(const Answer& answer, int attempts, std::string_view alert_id,
                              std::chrono::sys_seconds now) const {
  if (is_success(answer.status)) return {DeliveryState::kDelivered, {}, "", false};
  std::string error = answer.error;
  if (answer.status != 0)
    error = "HTTP " + std::to_string(answer.status) + (error.empty() ? "" : ": " + error);
  if (answer.status == kGone)
    return {DeliveryState::kDead, {}, error + ": the endpoint is gone", true};
  const auto failures = static_cast<std::size_t>(attempts);
  if (failures > rests_.size())
    return {DeliveryState::kDead,
            {},
            error + ", after " + std::to_string(attempts) + " attempts",
            false};
  const Seconds asked = std::min(answer.retry_after.value_or(0s), kLongestRetryAfter);
  const Seconds rest = std::max(jitter(rests_[failures - 1], alert_id, attempts), asked);
  return {DeliveryState::kPending, now + rest, std::move(error), false};
}

}  // namespace figured::alerts
