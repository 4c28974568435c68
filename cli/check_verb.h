// figurectl check [--facts] [--weights FILE] [FILE]...: articles in order through the daemon's
// own ledger on a store that is thrown away; prints its verdicts or its facts.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_check_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
