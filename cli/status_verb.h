// figurectl status: how much the store holds and how its feeds and deliveries stand.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_status_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
