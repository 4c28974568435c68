// WorkerPool runs jobs on threads of its own, as many at a time as it has threads.
//
// It does not know what the jobs do.  A job tells its own outcome; one that lets
// an exception out is a bug and ends the process.
#pragma once
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include "daemon/bounded_queue.h"

namespace figured::daemon {

class WorkerPool {
 public:
  using Job = std::function<void()>;

  // Requires threads > 0; `waiting` jobs at most wait for a thread.
  WorkerPool(std::size_t threads, std::size_t waiting);
  // Runs what still waits, then joins the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Never waits.  False, and the job is not taken, where too many wait.
  bool try_post(Job job) { return jobs_.try_push(job); }

 private:
  void work() noexcept;

  BoundedQueue<Job> jobs_;
  std::vector<std::thread> threads_;
};

// One a core, the core of the I/O thread included: it mostly waits.
std::size_t default_worker_count();

}  // namespace figured::daemon
