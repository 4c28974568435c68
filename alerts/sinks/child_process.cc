#include "alerts/sinks/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <memory>

namespace figured::alerts {
namespace asio = boost::asio;
namespace {

void check(int error) {
  if (error != 0) throw boost::system::system_error(error, boost::system::system_category());
}

// Two descriptors that hang together, closed with it but for those that are taken.
struct Ends {
  Ends() = default;
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  ~Ends() {
    for (const int end : {child, ours})
      if (end >= 0) close(end);
  }
  int take() { return std::exchange(ours, -1); }

  int child = -1;
  int ours = -1;
};

struct Input : Ends {
  Input() {
    int pair[2];
    check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0 ? 0 : errno);
    child = pair[0];
    ours = pair[1];
  }
};

struct Output : Ends {
  Output() {
    int pair[2];
    check(pipe2(pair, O_CLOEXEC) == 0 ? 0 : errno);
    child = pair[1];
    ours = pair[0];
  }
};

// What the child's descriptors 0, 1 and 2 are, and how it takes signals.
class Setup {
 public:
  Setup(int input, int error) {
    check(posix_spawn_file_actions_init(&actions_));
    check(posix_spawnattr_init(&attributes_));
    check(posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO));
    check(posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0));
    check(posix_spawn_file_actions_adddup2(&actions_, error, STDERR_FILENO));
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    check(posix_spawnattr_setsigmask(&attributes_, &none));
    check(posix_spawnattr_setsigdefault(&attributes_, &all));
    check(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  }
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;
  ~Setup() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ChildProcess::ChildProcess(const asio::any_io_executor& executor,
                           const std::vector<std::string>& arguments,
                           const std::vector<std::string>& environment)
    : input_(executor), error_(executor), ended_(executor) {
  Input in;
  Output err;
  const Setup setup(in.child, err.child);
  check(posix_spawnp(&pid_, arguments.front().c_str(), setup.actions(), setup.attributes(),
                     pointers(arguments).data(), pointers(environment).data()));
  input_.assign(asio::local::stream_protocol(), in.take());
  error_.assign(err.take());
  const auto pidfd = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  if (pidfd < 0) {
    const int error = errno;
    reap(0);
    check(error);
  }
  ended_.assign(pidfd);
}

ChildProcess::~ChildProcess() {
  if (pid_ == 0) return;
  kill(pid_, SIGKILL);
  reap(0);
}

int ChildProcess::reap(int options) {
  int status = 0;
  if (waitpid(std::exchange(pid_, 0), &status, options) < 0) return 127;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

asio::awaitable<int> ChildProcess::wait() {
  co_await ended_.async_wait(asio::posix::stream_descriptor::wait_read, asio::use_awaitable);
  co_return reap(0);
}

}  // namespace figured::alerts
