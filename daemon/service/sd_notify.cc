// message = assignment *("\n" assignment)
// assignment = "READY=1" / "RELOADING=1" / "STOPPING=1" / "WATCHDOG=1"
//            / "STATUS=" line / "MONOTONIC_USEC=" digits / "EXTEND_TIMEOUT_USEC=" digits
#include "daemon/service/sd_notify.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace figured::daemon {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::optional<long long> number_in(std::string_view text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A status is one line; a line break would begin another assignment.
std::string status_line(std::string_view status) {
  std::string line = "STATUS=" + std::string(status);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string monotonic_usec() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::to_string(now.tv_sec * 1'000'000LL + now.tv_nsec / 1'000);
}

}  // namespace

ServiceNotifier::ServiceNotifier(std::string_view socket_path) {
  if (socket_path.empty()) return;
  const bool abstract = socket_path.front() == '@';
  if (!abstract && socket_path.front() != '/')
    throw std::invalid_argument("NOTIFY_SOCKET is neither a path nor an abstract address: " +
                                std::string(socket_path));
  if (socket_path.size() >= sizeof address_.sun_path)
    throw std::invalid_argument("NOTIFY_SOCKET is too long: " + std::string(socket_path));
  address_.sun_family = AF_UNIX;
  std::copy(socket_path.begin(), socket_path.end(), address_.sun_path);
  if (abstract) address_.sun_path[0] = '\0';
  address_size_ = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_path.size());
  socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket_ < 0)
    throw std::system_error(errno, std::generic_category(), "no socket for NOTIFY_SOCKET");
}

ServiceNotifier ServiceNotifier::from_environment() {
  return ServiceNotifier(environment("NOTIFY_SOCKET"));
}

ServiceNotifier::~ServiceNotifier() {
  if (socket_ >= 0) ::close(socket_);
}

ServiceNotifier::ServiceNotifier(ServiceNotifier&& other) noexcept { *this = std::move(other); }

ServiceNotifier& ServiceNotifier::operator=(ServiceNotifier&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(address_, other.address_);
  std::swap(address_size_, other.address_size_);
  return *this;
}

void ServiceNotifier::ready(std::string_view status) const {
  send("READY=1\n" + status_line(status));
}

void ServiceNotifier::status(std::string_view status) const { send(status_line(status)); }

void ServiceNotifier::reloading() const { send("RELOADING=1\nMONOTONIC_USEC=" + monotonic_usec()); }

void ServiceNotifier::stopping(std::string_view status) const {
  send("STOPPING=1\n" + status_line(status));
}

void ServiceNotifier::alive() const { send("WATCHDOG=1"); }

void ServiceNotifier::extend_timeout(std::chrono::microseconds by) const {
  send("EXTEND_TIMEOUT_USEC=" + std::to_string(by.count()));
}

// A manager that does not listen is no reason to stop working.
void ServiceNotifier::send(const std::string& message) const noexcept {
  if (socket_ < 0) return;
  [[maybe_unused]] const auto sent =
      ::sendto(socket_, message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
               reinterpret_cast<const sockaddr*>(&address_), address_size_);
}

std::optional<std::chrono::microseconds> watchdog_timeout() {
  const auto pid = number_in(environment("WATCHDOG_PID"));
  if (pid && *pid != ::getpid()) return std::nullopt;
  const auto usec = number_in(environment("WATCHDOG_USEC"));
  if (!usec || *usec <= 0) return std::nullopt;
  return std::chrono::microseconds(*usec);
}

}  // namespace figured::daemon
