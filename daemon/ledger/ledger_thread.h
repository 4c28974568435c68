// LedgerThread is the one thread that owns the store.
//
// What is handed to it waits in a bounded queue; it takes what waits there, as much as a
// group may weigh, writes the polls of it in one transaction and replies only then, so that
// a reply means "survives a power cut" and many polls share one sync of the disk.  What is
// asked of the store beside polls is done before those that wait: an alert is not to wait for
// a hundred articles that came behind its own.
//
// An obstacle that passes (no room on the disk, a lock held by another process) is
// the reply to those whom it met, and nothing of theirs is stored; it is for them to
// try again.  What only reads gets through.  Once the store has failed in any other
// way nothing is written any more and every reply is that failure.
#pragma once
#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "daemon/intake/bounded_queue.h"
#include "daemon/intake/pipeline.h"
#include "daemon/ledger/ledger.h"
#include "net/reply.h"
#include "storage/store.h"

namespace figured::daemon {

// One poll of a group that was committed together.
struct CommittedPoll {
  std::shared_ptr<const LedgerReport> group;
  std::size_t index = 0;  // of this poll in the group
};

class LedgerThread {
 public:
  struct Limits {
    std::size_t waiting = 256;  // polls in the queue, before record() waits
    // What is committed at a time: polls, and articles that they brought.
    std::size_t group = 64;
    // Asked before polls are written: why there is no room for them, or empty.
    // Nothing else is kept from what room there is.
    std::function<std::optional<std::string>()> lack_of_room = {};
    // Told, on the ledger's thread, how many polls were committed and how long that took.
    std::function<void(std::size_t, std::chrono::steady_clock::duration)> committed = {};
  };

  // The store must outlive this and is used by nobody else meanwhile.
  LedgerThread(storage::Store& store, LedgerOptions options, Limits limits);
  // Writes what still waits, then joins the thread.
  ~LedgerThread();
  LedgerThread(const LedgerThread&) = delete;
  LedgerThread& operator=(const LedgerThread&) = delete;

  // Waits while the queue is full; not for the I/O thread.
  void record(PollBatch batch, net::Reply<CommittedPoll> reply);
  // Never waits.  False, and nobody replies, where the queue is full.
  bool try_record(PollBatch batch, net::Reply<CommittedPoll> reply);

  // Calls work(store) on the ledger's thread, in a transaction with whatever else
  // is asked in its group, and ends with what it returned, once that is committed.  For the
  // I/O thread, which it does not block.  `work` must not begin a transaction.
  // Give a lambda that captures by value a name first: GCC 12 destroys such a
  // temporary of a co_await twice.
  template <class Work, class Result = std::invoke_result_t<Work, storage::Store&>>
  boost::asio::awaitable<Result> ask(Work work) {
    auto result = std::make_shared<Result>();
    co_return co_await net::await_reply<Result>([&](net::Reply<Result> reply) {
      post(StoreJob{
          [result, work](storage::Store& store) { *result = work(store); },
          [result, reply](std::exception_ptr failure) { reply(failure, std::move(*result)); }});
    });
  }

  // Makes articles ready for the store, on any thread.
  const storage::Preparer& preparer() const { return store_.preparer(); }

  // Jobs in the queue.
  std::size_t waiting() const { return jobs_.size(); }
  std::size_t capacity() const { return jobs_.capacity(); }

  // From the next poll on, claims are gathered and alerts sent as `options` say.
  boost::asio::awaitable<void> adopt_options(LedgerOptions options);

 private:
  struct PollJob {
    PollBatch batch;
    net::Reply<CommittedPoll> reply;
  };
  struct StoreJob {
    std::function<void(storage::Store&)> work;
    std::function<void(std::exception_ptr)> reply;
  };
  using Job = std::variant<PollJob, StoreJob>;

  void post(StoreJob job);
  static std::size_t weight(const Job& job);
  void work() noexcept;
  void settle(std::vector<Job> jobs);
  void settle(std::vector<StoreJob> jobs);
  void settle(std::vector<PollJob> polls);
  std::exception_ptr attempt(const std::function<void()>& work);
  void commit(std::span<const StoreJob> jobs);
  std::shared_ptr<const LedgerReport> commit(std::vector<PollJob>& polls);

  storage::Store& store_;
  const Limits limits_;
  BoundedQueue<Job> jobs_;
  // Of the ledger's thread:
  std::unique_ptr<Ledger> ledger_;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace figured::daemon
