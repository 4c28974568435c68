#include "daemon/intake/worker_pool.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace figured::daemon {
namespace {

auto ticks() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

}  // namespace

WorkerPool::WorkerPool(std::size_t threads, std::size_t waiting, int niceness)
    : jobs_(waiting), began_(std::make_unique<std::atomic<Ticks>[]>(threads)) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i)
    threads_.emplace_back([this, i, niceness] { work(began_[i], niceness); });
}

WorkerPool::~WorkerPool() {
  jobs_.close();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::try_post(Job job) {
  if (jobs_.size() == 0) moved_ = ticks();
  return jobs_.try_push(job);
}

void WorkerPool::work(std::atomic<Ticks>& began, int niceness) noexcept {
  ::pthread_setname_np(::pthread_self(), "worker");
  // Of Linux's threads each has its own.  Where a sandbox forbids it, all are alike.
  if (niceness > 0) ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
  while (std::optional<Job> job = jobs_.pop()) {
    moved_ = began = ticks();
    (*job)();
    began = 0;
  }
}

// A thread that hangs before it takes its job runs none.
std::chrono::steady_clock::duration WorkerPool::lag() const noexcept {
  const Ticks now = ticks();
  Ticks longest = jobs_.size() == 0 ? 0 : std::max<Ticks>(0, now - moved_);
  for (std::size_t i = 0; i < threads_.size(); ++i)
    if (const Ticks began = began_[i]; began != 0) longest = std::max(longest, now - began);
  return std::chrono::steady_clock::duration(longest);
}

std::size_t default_worker_count() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace figured::daemon
