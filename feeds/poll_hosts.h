// PollHosts knows how hard each host is being asked, and when it may be asked again.
//
// A host has so many polls under way at a time and so many begun a second, with a
// small burst (GCRA, the leaky bucket as a meter).  A Retry-After is first held for
// that feed's alone; when a second feed of the host is refused while the first one
// still rests, it is held for the host's, and all its feeds wait.
// It reads no clock and polls nothing; hosts are numbers (feed_host_key).
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace figured::feeds {

struct HostLimits {
  std::size_t connections = 4;  // polls under way at a time
  std::size_t per_second = 5;   // begun, in the long run
  std::size_t burst = 10;       // at once, after a rest
};

class PollHosts {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;

  explicit PollHosts(HostLimits limits = {});

  // When a poll of the host may begin by rate and by what the host asked for.  The
  // place is kept: who comes back at that time need not reserve again.
  Time reserve(std::uint64_t host, Time now);
  // Until when the host wants to be left alone; in the past = it does not.
  Time rests_until(std::uint64_t host) const;

  bool has_room(std::uint64_t host) const;
  void begin(std::uint64_t host);
  // Requires a begin().
  void end(std::uint64_t host, Time now);

  // A server has refused this feed until then.  True when that now holds for the host.
  bool refuse(std::uint64_t host, std::int64_t feed, Time now, Time until);

  std::size_t known() const { return hosts_.size(); }

 private:
  struct Host {
    std::size_t under_way = 0;
    Time full{};  // when the burst is whole again: GCRA's theoretical arrival time
    Time rests_until{};
    std::int64_t refused_feed = 0;
    Time refused_until{};
  };
  const HostLimits limits_;
  const std::chrono::milliseconds spacing_;
  const std::chrono::milliseconds burst_;
  std::unordered_map<std::uint64_t, Host> hosts_;  // those of which something is to be known
};

}  // namespace figured::feeds
