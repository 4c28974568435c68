#include "daemon/ledger_thread.h"

#include <pthread.h>

#include <chrono>

namespace figured::daemon {
namespace {

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

LedgerThread::LedgerThread(storage::Store& store, LedgerOptions options, Limits limits)
    : store_(store),
      group_(limits.group),
      jobs_(limits.waiting),
      ledger_(std::make_unique<Ledger>(store, std::move(options))),
      thread_([this] { work(); }) {}

LedgerThread::~LedgerThread() {
  jobs_.close();
  thread_.join();
}

void LedgerThread::record(PollBatch batch, Reply<CommittedPoll> reply) {
  jobs_.push(PollJob{std::move(batch), std::move(reply)});
}

boost::asio::awaitable<void> LedgerThread::adopt_options(LedgerOptions options) {
  const auto adopt = [this, options](storage::Store& store) {
    ledger_ = std::make_unique<Ledger>(store, options);
    return true;
  };
  co_await ask(adopt);
}

// Each coroutine of the I/O thread asks one thing at a time, so they are few.
void LedgerThread::post(StoreJob job) { jobs_.push_over(std::move(job)); }

void LedgerThread::work() noexcept {
  ::pthread_setname_np(::pthread_self(), "ledger");
  for (auto jobs = jobs_.pop_group(group_); !jobs.empty(); jobs = jobs_.pop_group(group_))
    settle(std::move(jobs));
}

void LedgerThread::settle(std::vector<Job> jobs) {
  std::vector<PollJob> polls;
  std::vector<StoreJob> store_jobs;
  for (Job& job : jobs) {
    if (auto* poll = std::get_if<PollJob>(&job))
      polls.push_back(std::move(*poll));
    else
      store_jobs.push_back(std::move(std::get<StoreJob>(job)));
  }
  std::shared_ptr<const LedgerReport> report;
  try {
    if (!failure_) report = commit(polls, store_jobs);
  } catch (...) {
    // Whoever waits for a reply gets it, and so do all who ask from now on.
    failure_ = std::current_exception();
  }
  for (std::size_t i = 0; i < polls.size(); ++i) polls[i].reply(failure_, CommittedPoll{report, i});
  for (const StoreJob& job : store_jobs) job.reply(failure_);
}

// Attempts are written before new polls, so that a poll that fails does not cost
// the knowledge that something was delivered.
std::shared_ptr<const LedgerReport> LedgerThread::commit(std::vector<PollJob>& polls,
                                                         const std::vector<StoreJob>& jobs) {
  if (!jobs.empty()) {
    storage::Transaction transaction(store_);
    for (const StoreJob& job : jobs) job.work(store_);
    transaction.commit();
  }
  if (polls.empty()) return nullptr;
  std::vector<PollBatch> batches;
  batches.reserve(polls.size());
  for (PollJob& poll : polls) batches.push_back(std::move(poll.batch));
  return std::make_shared<const LedgerReport>(ledger_->record(batches, now()));
}

}  // namespace figured::daemon
