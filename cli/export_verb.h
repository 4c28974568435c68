// figurectl export: all that the store holds, as JSON lines, or its claims as CSV.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_export_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
