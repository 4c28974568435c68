// Where the control socket is: of a daemon, and of the one that a configuration means.
#pragma once
#include <string>
#include <vector>

#include "config/config.h"

namespace figured::daemon {

// Where the daemon of this configuration listens: [control] path; else control.sock in
// $RUNTIME_DIRECTORY, which the service has; else STORE.control.
std::string control_path(const config::Config& config);

// Where it may be found by who is not the service, most likely first.
std::vector<std::string> control_paths(const config::Config& config);

}  // namespace figured::daemon
