#include "feeds/poll_hosts.h"

#include <algorithm>
#include <cassert>

namespace figured::feeds {

using std::chrono::milliseconds;

PollHosts::PollHosts(HostLimits limits)
    : limits_(limits), spacing_(1000 / limits.per_second), burst_(spacing_ * (limits.burst - 1)) {
  assert(limits.connections > 0 && limits.per_second > 0 && limits.burst > 0);
}

PollHosts::Time PollHosts::reserve(std::uint64_t host, Time now) {
  Host& known = hosts_[host];
  const Time begin = std::max({now, known.full - burst_, known.rests_until});
  known.full = std::max(known.full, begin) + spacing_;
  return begin;
}

PollHosts::Time PollHosts::rests_until(std::uint64_t host) const {
  const auto found = hosts_.find(host);
  return found == hosts_.end() ? Time{} : found->second.rests_until;
}

bool PollHosts::has_room(std::uint64_t host) const {
  const auto found = hosts_.find(host);
  return found == hosts_.end() || found->second.under_way < limits_.connections;
}

void PollHosts::begin(std::uint64_t host) { ++hosts_[host].under_way; }

void PollHosts::end(std::uint64_t host, Time now) {
  const auto found = hosts_.find(host);
  assert(found != hosts_.end() && found->second.under_way > 0);
  Host& known = found->second;
  --known.under_way;
  // A poll or two less in the burst are not worth being remembered.
  const bool idle = known.under_way == 0 && known.full <= now + 2 * spacing_ &&
                    known.rests_until <= now && known.refused_until <= now;
  if (idle) hosts_.erase(found);
}

bool PollHosts::refuse(std::uint64_t host, std::int64_t feed, Time now, Time until) {
  Host& known = hosts_[host];
  const bool another = known.refused_until > now && known.refused_feed != feed;
  if (another) known.rests_until = std::max({known.rests_until, known.refused_until, until});
  if (until > known.refused_until) {
    known.refused_feed = feed;
    known.refused_until = until;
  }
  return known.rests_until > now;
}

}  // namespace figured::feeds
