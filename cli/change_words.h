// How figurectl writes what a reload changes.
#pragma once
#include <iosfwd>
#include <vector>

#include "config/setting.h"

namespace figured::cli {

// A line each: "+" comes, "-" goes, "~" changes; what needs a restart is named as such.
//   ~ poll.interval  "5m" -> "10m"
//   + feed[https://a.example/rss].outlet  "A"
void print_changes(std::ostream& out, const std::vector<config::SettingChange>& changes);

}  // namespace figured::cli
