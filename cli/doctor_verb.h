// figurectl doctor: what is wrong here, and what helps.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_doctor_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
