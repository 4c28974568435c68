// Our priorities on spdlog's levels, which know no notice: both have six, and the
// order is the same.  Only figured's own sinks and formatters see them, and none goes by
// spdlog's names.
#pragma once
#include <spdlog/common.h>

#include "daemon/log/event.h"

namespace figured::daemon {

// Debug is spdlog's trace, critical its critical.
constexpr spdlog::level::level_enum spdlog_level(Priority priority) {
  return static_cast<spdlog::level::level_enum>(static_cast<int>(Priority::kDebug) -
                                                static_cast<int>(priority));
}

constexpr Priority priority_of(spdlog::level::level_enum level) {
  return static_cast<Priority>(static_cast<int>(Priority::kDebug) - static_cast<int>(level));
}

static_assert(spdlog_level(Priority::kDebug) == spdlog::level::trace);
static_assert(spdlog_level(Priority::kNotice) == spdlog::level::info);
static_assert(spdlog_level(Priority::kCritical) == spdlog::level::critical);

}  // namespace figured::daemon
