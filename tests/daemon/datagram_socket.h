// DatagramSocket: a real AF_UNIX datagram socket that a test listens on.
#pragma once
#include <string>
#include <string_view>

namespace figured::daemon {

class DatagramSocket {
 public:
  // `path` may begin with '@': an abstract address.
  explicit DatagramSocket(std::string_view path);
  ~DatagramSocket();
  DatagramSocket(const DatagramSocket&) = delete;
  DatagramSocket& operator=(const DatagramSocket&) = delete;

  // The next datagram that has come; "" where there is none.
  std::string receive();
  // The same, but waits for one; "" where none comes in a minute.
  std::string wait();

 private:
  const std::string path_;
  int socket_;
};

// A name that no other test uses, in the tests' own temporary folder.
std::string socket_path(std::string_view name);

}  // namespace figured::daemon
