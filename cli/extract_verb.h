// figurectl extract [--explain] [FILE]...: every claim of articles, a JSON line an
// article; with --explain the reasons of each, for people.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_extract_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
