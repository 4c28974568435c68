// ChildProcess: a program that runs beside us, with its standard input and its standard
// error in our hands; what it says on standard output nobody hears.
//
// (Boost.Process v2 of Boost 1.81, Debian 12's, does not link with an environment.)
#pragma once
#include <sys/types.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <string>
#include <vector>

namespace figured::alerts {

class ChildProcess {
 public:
  // Starts `arguments[0]`, looked for along PATH where it holds no slash, without a
  // shell, with just this environment ("NAME=value").  Throws boost::system::system_error
  // when it cannot be started.
  ChildProcess(const boost::asio::any_io_executor& executor,
               const std::vector<std::string>& arguments,
               const std::vector<std::string>& environment);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  // Kills what still runs.
  ~ChildProcess();

  // A socket: writing to one that the program has closed is an error, no SIGPIPE.
  boost::asio::local::stream_protocol::socket& input() { return input_; }
  boost::asio::posix::stream_descriptor& error() { return error_; }

  // Its exit status; 128 and the signal where one ended it.
  boost::asio::awaitable<int> wait();

 private:
  int reap(int options);

  boost::asio::local::stream_protocol::socket input_;
  boost::asio::posix::stream_descriptor error_;
  boost::asio::posix::stream_descriptor ended_;  // a pidfd: readable once it has ended
  pid_t pid_ = 0;                                // 0 once it is reaped
};

}  // namespace figured::alerts
