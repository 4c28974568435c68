#include "tests/daemon/child_process.h"

#include <fcntl.h>  // O_CLOEXEC
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>

namespace figured::daemon {
namespace {

// Only reached where something is broken.
constexpr std::chrono::seconds kPatience{60};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(std::vector<std::string> additions) {
  for (char** entry = environ; *entry; ++entry) additions.emplace_back(*entry);
  return additions;
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& argv,
                           const std::vector<std::string>& environment) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  const std::vector<std::string> variables = environment_with(environment);
  const int error = ::posix_spawn(&pid_, argv.front().c_str(), &actions, nullptr,
                                  pointers(argv).data(), pointers(variables).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output_ = ends[0];
  if (error == 0) return;
  ::close(output_);
  throw std::system_error(error, std::generic_category(), argv.front());
}

ChildProcess::~ChildProcess() {
  ::close(output_);
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void ChildProcess::signal(int number) const { ::kill(pid_, number); }

void ChildProcess::wait_for(std::string_view text) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    const auto found = said_.find(text, searched_);
    if (found != said_.npos) {
      searched_ = found + text.size();
      return;
    }
    if (!read_more(deadline))
      throw std::runtime_error("never said '" + std::string(text) + "' but:\n" + said_);
  }
}

int ChildProcess::wait_for_end() {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (read_more(deadline)) {
  }
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

// It stays to be waited for.
bool ChildProcess::has_ended() {
  siginfo_t end{};
  ::waitid(P_PID, static_cast<id_t>(pid_), &end, WEXITED | WNOHANG | WNOWAIT);
  return end.si_pid == pid_;
}

void ChildProcess::read_some() {
  while (is_ready(std::chrono::milliseconds(0)) && take()) {
  }
}

bool ChildProcess::read_more(Deadline deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  if (left.count() <= 0 || !is_ready(left))
    throw std::runtime_error("nothing came in time after:\n" + said_);
  return take();
}

bool ChildProcess::is_ready(std::chrono::milliseconds wait) const {
  pollfd output{output_, POLLIN, 0};
  return ::poll(&output, 1, static_cast<int>(wait.count())) > 0;
}

bool ChildProcess::take() {
  char bytes[4096];
  const auto size = ::read(output_, bytes, sizeof bytes);
  if (size > 0) said_.append(bytes, static_cast<std::size_t>(size));
  return size > 0;
}

}  // namespace figured::daemon
