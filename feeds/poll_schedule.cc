#include "feeds/poll_schedule.h"

#include <algorithm>
#include <cassert>

namespace figured::feeds {
namespace {

// splitmix64: neighbours become strangers.
double fraction(std::uint64_t seed) {
  seed += 0x9e3779b97f4a7c15u;
  seed = (seed ^ seed >> 30) * 0xbf58476d1ce4e5b9u;
  seed = (seed ^ seed >> 27) * 0x94d049bb133111ebu;
  return static_cast<double>((seed ^ seed >> 31) >> 11) * 0x1p-53;
}

}  // namespace

PollSchedule::PollSchedule(Seconds longest, double spread) : longest_(longest), spread_(spread) {
  assert(longest > Seconds(0) && spread >= 0 && spread < 1);
}

PollSchedule::Seconds PollSchedule::rest_after(Seconds interval, int failures, Seconds wish,
                                               std::uint64_t seed) const {
  assert(interval > Seconds(0));
  const Seconds longest = std::max(longest_, interval);
  Seconds rest = interval;
  for (int i = 0; i < failures && rest < longest; ++i) rest *= 2;
  rest = std::min(std::max(rest, wish), longest);
  const auto extra = static_cast<double>(rest.count()) * spread_ * fraction(seed);
  return rest + Seconds(static_cast<Seconds::rep>(extra));
}

}  // namespace figured::feeds
