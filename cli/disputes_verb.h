// figurectl disputes list | show ID | dismiss | reopen | confirm: facts whose
// figures contradict, the evidence of each side, and what people say of it.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_disputes_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
