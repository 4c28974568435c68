#include "daemon/service/socket_activation.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace figured::daemon {
namespace {

constexpr int kFirst = 3;     // SD_LISTEN_FDS_START
constexpr int kMost = 1'024;  // of which none is ours

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string take_name(std::string_view& names) {
  const std::size_t colon = std::min(names.find(':'), names.size());
  const std::string name(names.substr(0, colon));
  names.remove_prefix(std::min(colon + 1, names.size()));
  return name.empty() ? "unknown" : name;
}

}  // namespace

std::vector<ActivatedSocket> parse_activation(const char* pid, const char* count, const char* names,
                                              int own_pid) {
  const auto meant = number_in(pid ? pid : ""), many = number_in(count ? count : "");
  if (!meant || *meant != own_pid || !many || *many < 1 || *many > kMost) return {};
  std::string_view rest = names ? names : "";
  std::vector<ActivatedSocket> sockets;
  for (int i = 0; i < *many; ++i) sockets.push_back({take_name(rest), kFirst + i});
  return sockets;
}

ActivatedSockets ActivatedSockets::from_environment() {
  auto sockets = parse_activation(std::getenv("LISTEN_PID"), std::getenv("LISTEN_FDS"),
                                  std::getenv("LISTEN_FDNAMES"), ::getpid());
  for (const char* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) ::unsetenv(name);
  for (const ActivatedSocket& socket : sockets) ::fcntl(socket.descriptor, F_SETFD, FD_CLOEXEC);
  return ActivatedSockets(std::move(sockets));
}

std::optional<int> ActivatedSockets::take(std::string_view name) {
  const auto found = std::find_if(sockets_.begin(), sockets_.end(),
                                  [name](const auto& socket) { return socket.name == name; });
  if (found == sockets_.end()) return std::nullopt;
  const int descriptor = found->descriptor;
  sockets_.erase(found);
  return descriptor;
}

}  // namespace figured::daemon
