// figurectl search: stored articles by their words.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_search_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
