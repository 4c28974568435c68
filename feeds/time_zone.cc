#include "feeds/time_zone.h"

#include <date/tz.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace figured::feeds {
namespace {

// By name; read once, for as long as the process lives.
const std::vector<date::time_zone>& all_zones() { return date::get_tzdb().zones; }

// From 1; 0 where there is none by the name.  What was read of a zone once stays.
std::uint16_t number_of(std::string_view name) {
  const auto& zones = all_zones();
  const auto found = std::ranges::lower_bound(
      zones, name, {}, [](const date::time_zone& zone) { return std::string_view(zone.name()); });
  if (found == zones.end() || found->name() != name) return 0;
  found->get_info(date::sys_seconds());
  return static_cast<std::uint16_t>(found - zones.begin() + 1);
}

}  // namespace

// Most feeds have none, and a system without tzdata knows none.
std::optional<TimeZone> TimeZone::find(std::string_view name) try {
  const std::uint16_t number = name.empty() ? std::uint16_t{0} : number_of(name);
  return number == 0 ? std::nullopt : std::optional(TimeZone(number));
} catch (const std::runtime_error&) {
  return std::nullopt;
}

std::string TimeZone::name() const {
  return is_set() ? all_zones()[number_ - 1u].name() : std::string();
}

std::chrono::sys_seconds TimeZone::moment_of(std::chrono::sys_seconds clock) const {
  const date::local_seconds shown(clock.time_since_epoch());
  return all_zones()[number_ - 1u].to_sys(shown, date::choose::earliest);
}

}  // namespace figured::feeds
