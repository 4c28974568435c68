// WorkerPool runs jobs on threads of its own, as many at a time as it has threads.
//
// It does not know what the jobs do.  A job tells its own outcome; one that lets
// an exception out is a bug and ends the process.
#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "daemon/intake/bounded_queue.h"

namespace figured::daemon {

class WorkerPool {
 public:
  using Job = std::function<void()>;

  // `waiting` jobs at most wait for a thread; with no threads they only wait.  With `niceness`
  // (1 to 19) the threads stand back behind others that want the processors, where the
  // system allows it.
  WorkerPool(std::size_t threads, std::size_t waiting, int niceness = 0);
  // Runs what still waits, then joins the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Never waits.  False, and the job is not taken, where too many wait.
  bool try_post(Job job);

  // For how long the threads have not moved on: how long the job runs that runs longest,
  // or how long none was taken though some wait; 0 = nothing runs or waits.  From any thread.
  std::chrono::steady_clock::duration lag() const noexcept;
  // Jobs that wait for a thread.
  std::size_t waiting() const { return jobs_.size(); }
  std::size_t capacity() const { return jobs_.capacity(); }

 private:
  using Ticks = std::chrono::steady_clock::rep;
  void work(std::atomic<Ticks>& began, int niceness) noexcept;

  BoundedQueue<Job> jobs_;
  // When a job was taken last, or the first one came to wait; by the steady clock.
  std::atomic<Ticks> moved_{0};
  // When the job of each thread began, by the steady clock; 0 = it has none.
  const std::unique_ptr<std::atomic<Ticks>[]> began_;
  std::vector<std::thread> threads_;
};

// One a core, the core of the I/O thread included: it mostly waits.
std::size_t default_worker_count();

}  // namespace figured::daemon
