// figurectl completion: what a shell needs to complete figurectl's verbs and flags,
// made of the verbs themselves.
#pragma once
#include <string>

namespace CLI {
class App;
}

namespace figured::cli {

enum class Shell { kBash, kZsh, kFish };

// A script for the shell, of all that `app` and its verbs take.
std::string format_completion(const CLI::App& app, Shell shell);

CLI::App* add_completion_verb(CLI::App& app);

}  // namespace figured::cli
