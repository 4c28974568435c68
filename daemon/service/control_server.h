// ControlServer answers figurectl over a Unix socket, which only root and the daemon's own
// user may open (mode 0600), or whom the service manager lets in, where it opened it.
//
// It knows the socket and its lines (daemon/service/control_message.h), not what is asked.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "daemon/service/control_message.h"

namespace figured::daemon {

class ControlServer {
 public:
  using Answer = std::function<boost::asio::awaitable<ControlAnswer>(ControlRequest)>;

  // Listens at the path; what a daemon that is gone left there is replaced.  Throws
  // boost::system::system_error, with the path, when it cannot or another one listens there.
  ControlServer(const boost::asio::any_io_executor& executor, std::string path, Answer answer);
  // At a socket that listens already and becomes its own.
  ControlServer(const boost::asio::any_io_executor& executor, int descriptor, Answer answer);
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;
  ~ControlServer();

  // Serves for ever, a few at a time; who is slow to ask or to listen costs a connection.
  boost::asio::awaitable<void> run();

 private:
  using Socket = boost::asio::local::stream_protocol::socket;
  boost::asio::awaitable<void> lane();
  boost::asio::awaitable<void> serve(Socket& socket);

  const std::string path_;  // "" = not ours to remove
  const Answer answer_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
};

}  // namespace figured::daemon
