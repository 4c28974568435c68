// figurectl: the hand of figured.  Verbs over the store, and the daemon's own
// reading and judging over files.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

// Adds every verb to `app`; what one of them runs writes its exit status to `exit_code`,
// which must outlive it.
void add_verbs(CLI::App& app, int& exit_code);

// Runs the verb that the arguments name and returns the exit status: 0 done,
// 1 something failed (said on standard error), 2 bad usage or bad input.
int run_figurectl(int argc, const char* const* argv);

}  // namespace figured::cli
