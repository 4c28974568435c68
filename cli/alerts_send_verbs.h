// figurectl alerts test|replay|enable: what sends, or has figured send.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

void add_alerts_send_verbs(CLI::App& alerts, int& exit_code);

}  // namespace figured::cli
