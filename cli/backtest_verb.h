// figurectl backtest: what routes would have sent, before they are switched on.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_backtest_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
