// figurectl disputes list | show ID: facts whose figures contradict, and the
// evidence of each side.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_disputes_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
