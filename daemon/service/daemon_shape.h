// The JSON shape of what a daemon says of itself, as docs/json.md gives it.
#pragma once
#include <boost/json/value.hpp>
#include <optional>

#include "daemon/service/state_file.h"

namespace figured::daemon {

// Null where none runs on the store.
boost::json::value format_daemon(const std::optional<DaemonState>& state);

}  // namespace figured::daemon
