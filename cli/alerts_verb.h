// figurectl alerts list: what was told, and whether it arrived.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_alerts_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
