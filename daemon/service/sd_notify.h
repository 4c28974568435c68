// ServiceNotifier tells the service manager how figured is: ready, reloading,
// stopping, alive.
//
// It speaks systemd's notification protocol, one datagram a message, to the
// socket that the environment names.  Without one every call does nothing.  It
// does not know when to say what.
#pragma once
#include <sys/socket.h>
#include <sys/un.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace figured::daemon {

class ServiceNotifier {
 public:
  // Tells nobody.
  ServiceNotifier() = default;
  // `socket_path` begins with '/' or, for an abstract socket, with '@'; "" tells
  // nobody.  Throws std::invalid_argument where it is neither or too long.
  explicit ServiceNotifier(std::string_view socket_path);
  // From NOTIFY_SOCKET.
  static ServiceNotifier from_environment();
  ~ServiceNotifier();
  ServiceNotifier(ServiceNotifier&& other) noexcept;
  ServiceNotifier& operator=(ServiceNotifier&& other) noexcept;

  void ready(std::string_view status) const;
  void status(std::string_view status) const;
  void reloading() const;
  void stopping(std::string_view status) const;
  void alive() const;  // feeds the watchdog
  // The start, the reload or the stop that is under way may take so much longer from
  // now on.  To be said again while it moves on.
  void extend_timeout(std::chrono::microseconds by) const;

 private:
  void send(const std::string& message) const noexcept;

  int socket_ = -1;
  sockaddr_un address_{};
  socklen_t address_size_ = 0;
};

// How long the service manager waits for a sign of life, from WATCHDOG_USEC and
// WATCHDOG_PID; empty where it does not watch this process.
std::optional<std::chrono::microseconds> watchdog_timeout();

}  // namespace figured::daemon
