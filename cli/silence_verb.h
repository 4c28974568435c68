// figurectl silence: alerts that nobody is told for a while.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_silence_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
