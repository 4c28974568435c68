#include "net/wake_count.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace figured::net {
namespace {

// Threads that count what they take of what is put there.
class Takers {
 public:
  explicit Takers(std::size_t threads) {
    for (std::size_t at = 0; at < threads; ++at) threads_.emplace_back([this] { take(); });
  }
  ~Takers() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    wakes_.wake_all();
    for (std::thread& thread : threads_) thread.join();
  }

  void put() {
    const std::lock_guard lock(mutex_);
    ++there_;
    wakes_.wake_one();
  }
  int taken() const { return taken_; }
  std::vector<pid_t> ids() {
    const std::lock_guard lock(mutex_);
    return ids_;
  }

 private:
  void take() {
    std::unique_lock lock(mutex_);
    ids_.push_back(::gettid());
    for (;;) {
      wakes_.wait(lock, [this] { return there_ > 0 || ending_; });
      if (there_ == 0) return;
      --there_;
      ++taken_;
    }
  }

  std::mutex mutex_;
  WakeCount wakes_;
  int there_ = 0;
  bool ending_ = false;
  std::atomic<int> taken_{0};
  std::vector<pid_t> ids_;
  std::vector<std::thread> threads_;
};

TEST(WakeCountTest, WhatWasPutIsTaken) {
  Takers takers(3);
  for (int put = 0; put < 1'000; ++put) takers.put();
  while (takers.taken() < 1'000) std::this_thread::yield();
}

TEST(WakeCountTest, AllAreWoken) {
  // Else its end would wait for ever.
  const Takers takers(8);
}

bool sleeps(pid_t thread) {
  std::ifstream stat("/proc/self/task/" + std::to_string(thread) + "/stat");
  std::string text;
  std::getline(stat, text);
  return text.find(") S ") != text.npos;
}

// In a process of its own, for none may trace its own threads: two threads wait, one of them
// after it was woken once; it tells `up` of them, and `done` when it has put more.
[[noreturn]] void put_beside_held(int up, int go, int done) {
  Takers takers(2);
  const auto until_asleep = [&takers] {
    while (takers.ids().size() < 2) std::this_thread::yield();
    for (const pid_t id : takers.ids())
      while (!sleeps(id)) std::this_thread::yield();
  };
  until_asleep();
  takers.put();
  while (takers.taken() < 1) std::this_thread::yield();
  until_asleep();
  const std::vector<pid_t> ids = takers.ids();
  char held = 0;
  bool told = ::write(up, ids.data(), ids.size() * sizeof(pid_t)) > 0;
  told = ::read(go, &held, 1) == 1 && told;
  for (int put = 0; told && put < 8; ++put) takers.put();
  told = ::write(done, &held, 1) == 1 && told;
  ::pause();
  ::_exit(1);
}

TEST(WakeCountTest, WhoWakesDoesNotWaitForWhoIsHeld) {
  std::array<int, 2> up{}, go{}, done{};
  for (auto* ends : {&up, &go, &done}) ASSERT_EQ(::pipe(ends->data()), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) put_beside_held(up[1], go[0], done[1]);
  std::array<pid_t, 2> ids{};
  ASSERT_EQ(::read(up[0], ids.data(), sizeof ids), static_cast<ssize_t>(sizeof ids));
  bool held = true;
  for (const pid_t id : ids)
    held = held && ::ptrace(PTRACE_SEIZE, id, nullptr, nullptr) == 0 &&
           ::ptrace(PTRACE_INTERRUPT, id, nullptr, nullptr) == 0 &&
           ::waitpid(id, nullptr, __WALL) == id;
  if (held) {
    ASSERT_EQ(::write(go[1], "g", 1), 1);
    // Only where it fails does this wait for long.
    pollfd answer{done[0], POLLIN, 0};
    EXPECT_EQ(::poll(&answer, 1, 30'000), 1);
  }
  ::kill(child, SIGKILL);
  // Those that were held are told of one by one, and the process only behind them.
  if (held)
    for (const pid_t id : ids) ::waitpid(id, nullptr, __WALL);
  ::waitpid(child, nullptr, __WALL);
  for (auto* ends : {&up, &go, &done})
    for (const int end : *ends) ::close(end);
  if (!held) GTEST_SKIP() << "threads may not be traced here";
}

}  // namespace
}  // namespace figured::net
