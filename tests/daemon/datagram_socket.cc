#include "tests/daemon/datagram_socket.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <system_error>

namespace figured::daemon {

DatagramSocket::DatagramSocket(std::string_view path)
    : path_(path), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::copy(path.begin(), path.end(), address.sun_path);
  if (path.front() == '@') address.sun_path[0] = '\0';
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  ::unlink(path_.c_str());
  if (::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) != 0)
    throw std::system_error(errno, std::generic_category(), path_);
}

DatagramSocket::~DatagramSocket() {
  ::close(socket_);
  if (path_.front() != '@') ::unlink(path_.c_str());
}

std::string DatagramSocket::receive() {
  std::string datagram(256 * 1024, '\0');
  const auto size = ::recv(socket_, datagram.data(), datagram.size(), MSG_DONTWAIT);
  datagram.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return datagram;
}

std::string DatagramSocket::wait() {
  pollfd ready{socket_, POLLIN, 0};
  return ::poll(&ready, 1, 60'000) > 0 ? receive() : "";
}

std::string socket_path(std::string_view name) {
  return testing::TempDir() + "figured-" + std::to_string(::getpid()) + "-" + std::string(name);
}

}  // namespace figured::daemon
