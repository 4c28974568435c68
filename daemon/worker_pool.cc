#include "daemon/worker_pool.h"

#include <pthread.h>

#include <algorithm>

namespace figured::daemon {

WorkerPool::WorkerPool(std::size_t threads, std::size_t waiting) : jobs_(waiting) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  jobs_.close();
  for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::work() noexcept {
  ::pthread_setname_np(::pthread_self(), "worker");
  while (std::optional<Job> job = jobs_.pop()) (*job)();
}

std::size_t default_worker_count() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace figured::daemon
