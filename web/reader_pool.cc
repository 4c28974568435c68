#include "web/reader_pool.h"

#include <pthread.h>

#include <utility>

#include "storage/sqlite/sqlite_store.h"

namespace figured::web {

ReaderPool::ReaderPool(std::string store_path, std::size_t threads, std::size_t waiting)
    : store_path_(std::move(store_path)), waiting_(waiting) {
  for (std::size_t at = 0; at < threads; ++at) threads_.emplace_back([this] { work(); });
}

ReaderPool::~ReaderPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.wake_all();
  for (std::thread& thread : threads_) thread.join();
  for (const Job& job : jobs_) job(nullptr, std::make_exception_ptr(TooBusy()));
}

void ReaderPool::post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || jobs_.size() >= waiting_) throw TooBusy();
    jobs_.push_back(std::move(job));
  }
  wake_.wake_one();
}

void ReaderPool::work() {
  ::pthread_setname_np(::pthread_self(), "reader");
  std::unique_ptr<storage::StoreReader> reader;
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
      if (ending_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    std::exception_ptr failure;
    try {
      if (!reader) reader = storage::open_sqlite_reader(store_path_);
    } catch (...) {
      failure = std::current_exception();
    }
    job(reader.get(), failure);
  }
}

}  // namespace figured::web
