// Sockets that the service manager has opened for this process and hands over by name,
// as sd_listen_fds(3) and systemd.socket(5) say: descriptors from 3 on, their number in
// LISTEN_FDS, their names, parted by colons, in LISTEN_FDNAMES, meant for LISTEN_PID.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figured::daemon {

struct ActivatedSocket {
  std::string name;  // FileDescriptorName= of the socket unit
  int descriptor;
  friend bool operator==(const ActivatedSocket&, const ActivatedSocket&) = default;
};

// What the three variables say; null where one is not set.  None where they are for
// another process or are no such thing; a socket without a name is called "unknown".
std::vector<ActivatedSocket> parse_activation(const char* pid, const char* count, const char* names,
                                              int own_pid);

class ActivatedSockets {
 public:
  // From the environment, out of which the variables are taken, so that programs that
  // this one starts do not take the sockets for theirs.  The descriptors close on exec.
  static ActivatedSockets from_environment();
  ActivatedSockets() = default;
  explicit ActivatedSockets(std::vector<ActivatedSocket> sockets) : sockets_(std::move(sockets)) {}

  // The descriptor of the first one of that name, which is the caller's from now on.
  std::optional<int> take(std::string_view name);

 private:
  std::vector<ActivatedSocket> sockets_;
};

}  // namespace figured::daemon
