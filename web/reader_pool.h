// ReaderPool: threads that read the store for the page, so that the I/O thread does not.
//
// Each has a connection of its own, opened when it is first needed, and so never waits
// for the ledger nor for the others.  Where more is asked than can wait, it is refused at once.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "net/reply.h"
#include "net/wake_count.h"
#include "storage/store.h"

namespace figured::web {

// So much is asked already that one more would only wait.
class TooBusy : public std::exception {
 public:
  const char* what() const noexcept override { return "all who read the store are busy"; }
};

class ReaderPool {
 public:
  ReaderPool(std::string store_path, std::size_t threads, std::size_t waiting = 512);
  // Ends what is being read, then joins the threads; what waits gets TooBusy.
  ~ReaderPool();
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  // Calls read(reader) on one of the threads and ends with what it returned, or threw.
  // Give a lambda that captures a name first: see LedgerThread::ask.
  template <class Read, class Result = std::invoke_result_t<Read, const storage::StoreReader&>>
  boost::asio::awaitable<Result> ask(Read read) {
    const auto start = [this, &read](const net::Reply<std::shared_ptr<Result>>& reply) {
      post([read, reply](const storage::StoreReader* reader, std::exception_ptr failure) {
        std::shared_ptr<Result> result;
        try {
          if (failure) std::rethrow_exception(failure);
          result = std::make_shared<Result>(read(*reader));
        } catch (...) {
          failure = std::current_exception();
        }
        reply(failure, std::move(result));
      });
    };
    const std::shared_ptr<Result> result =
        co_await net::await_reply<std::shared_ptr<Result>>(start);
    co_return std::move(*result);
  }

  // With a reader, or with why there is none.
  using Job = std::function<void(const storage::StoreReader*, std::exception_ptr)>;

  // Runs the job on one of the threads.  Throws TooBusy.
  void post(Job job);

 private:
  void work();

  const std::string store_path_;
  const std::size_t waiting_;
  std::mutex mutex_;
  net::WakeCount wake_;
  std::deque<Job> jobs_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace figured::web
