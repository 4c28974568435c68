// figurectl compare [FILE]...: whether a sentence follows from another one.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_compare_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
