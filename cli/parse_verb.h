// figurectl parse: feed documents → normalised items, a JSON line each.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

// Adds the verb to figurectl; run, it leaves in `exit_code` 1 where a file
// could not be read, 2 where the manifest or the headers were not understood.
CLI::App* add_parse_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
