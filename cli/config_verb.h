// figurectl config: checks a configuration, shows what it says, and what a reload would
// change.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_config_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
