// figurectl feeds list: every polled feed with its health.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_feeds_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
