// figurectl feeds import, export: lists of feeds as OPML.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

// Adds the two to the verb `feeds`.
void add_feeds_opml_verbs(CLI::App& feeds, int& exit_code);

}  // namespace figured::cli
