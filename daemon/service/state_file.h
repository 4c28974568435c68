// StateFile: what the daemon says of itself to figurectl, in PATH.state beside the
// store.
//
// The file is made, and its place on the disk taken, when the daemon starts, so that
// it can be written when the disk is full.  A lock on it tells whether the daemon
// that wrote it still runs; what a killed one left counts for nothing.
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "daemon/vitals/vitals.h"

namespace figured::daemon {

struct DaemonState {
  int pid = 0;
  std::string version;
  std::chrono::sys_seconds started;
  std::chrono::sys_seconds since;  // when it came to be so
  std::string paused;              // why it takes nothing in; "" = it polls
  std::string page;                // where it is served; "" = it is not
  Vitals vitals{};                 // `at` = 1970: nothing is known yet
};

class StateFile {
 public:
  explicit StateFile(const std::string& store_path);
  StateFile(const StateFile&) = delete;
  StateFile& operator=(const StateFile&) = delete;
  ~StateFile();

  // Where it cannot be written, nothing is: it is only told.
  void write(const DaemonState& state) noexcept;

 private:
  int descriptor_;
};

// Empty when no daemon runs on the store, or this user may not know.
std::optional<DaemonState> read_state(const std::string& store_path);

}  // namespace figured::daemon
