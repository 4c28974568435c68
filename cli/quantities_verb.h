// figurectl quantities [FILE]...: every figure of {"id","text"} lines.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_quantities_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
