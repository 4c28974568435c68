// figurectl top: how figured is, again and again.
//
// It reads what the daemon writes of itself beside its store (daemon/service/state_file.h), so it
// needs neither the page nor a port, and shows nothing when no daemon runs.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_top_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
