// Failpoints: places by name where a test lets figured be killed.
//
// FIGURED_FAILPOINT=NAME:COUNT in the environment kills the process, as kill -9 does,
// when it comes to that place for the COUNTth time.  Only where figured is built with
// FIGURED_FAILPOINTS, as the presets of the tests do; else a failpoint is nothing.
#pragma once

namespace figured::daemon {

#ifdef FIGURED_FAILPOINTS
void failpoint(const char* name);
#else
inline void failpoint(const char*) {}
#endif

}  // namespace figured::daemon
