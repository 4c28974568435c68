// ChildProcess runs a real program beside the test, which reads what it says on
// standard error, signals it and sees how it ends.
//
// Whatever is waited for has a deadline; when it passes, std::runtime_error tells
// what the program has said so far.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace figured::daemon {

class ChildProcess {
 public:
  // `argv[0]` is a path; `environment` ("NAME=value") is added to the test's own.
  explicit ChildProcess(const std::vector<std::string>& argv,
                        const std::vector<std::string>& environment = {});
  // Kills it where it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  void signal(int number) const;

  // Reads until it has said `text` once more since the last call.
  void wait_for(std::string_view text);
  // The exit status; -N where signal N ended it.
  int wait_for_end();
  bool has_ended();
  // Takes what it has said without waiting; a pipe that nobody reads stops it.
  void read_some();

  const std::string& said() const { return said_; }

 private:
  using Deadline = std::chrono::steady_clock::time_point;
  // Both are false at the end of its output.
  bool read_more(Deadline deadline);
  bool take();
  bool is_ready(std::chrono::milliseconds wait) const;

  pid_t pid_ = -1;
  int output_ = -1;
  std::string said_;
  std::size_t searched_ = 0;
};

}  // namespace figured::daemon
