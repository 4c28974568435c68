// figurectl manual: the verbs and flags of figurectl(1), made of the verbs themselves, as
// mdoc(7).  For the build, so it is not shown in the help.
#pragma once
#include <string>

namespace CLI {
class App;
}

namespace figured::cli {

// An item for each verb, with what it takes and what each flag is for.
std::string format_manual(const CLI::App& app);

CLI::App* add_manual_verb(CLI::App& app);

}  // namespace figured::cli
