// figurectl feeds add, pause, resume, poll, remove: what a person changes about
// feeds.  A figured that runs takes it over within a second or two, one that does
// not when it starts.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

// Adds the five to the verb `feeds`.
void add_feeds_edit_verbs(CLI::App& feeds, int& exit_code);

}  // namespace figured::cli
