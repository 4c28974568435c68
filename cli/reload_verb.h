// figurectl reload: the running daemon reads its configuration anew.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_reload_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
