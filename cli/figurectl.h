// figurectl: the hand of figured.  Verbs over the store, and the daemon's own
// reading and judging over files.
#pragma once

namespace figured::cli {

// Runs the verb that the arguments name and returns the exit status: 0 done,
// 1 something failed (said on standard error), 2 bad usage or bad input.
int run_figurectl(int argc, const char* const* argv);

}  // namespace figured::cli
