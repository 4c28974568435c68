// figurectl backup, restore, check-store: the store as a file.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

void add_store_verbs(CLI::App& app, int& exit_code);

}  // namespace figured::cli
