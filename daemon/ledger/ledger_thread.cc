#include "daemon/ledger/ledger_thread.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "daemon/failpoint.h"

namespace figured::daemon {
namespace {

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

LedgerThread::LedgerThread(storage::Store& store, LedgerOptions options, Limits limits)
    : store_(store),
      limits_(std::move(limits)),
      jobs_(limits_.waiting),
      ledger_(std::make_unique<Ledger>(store, std::move(options))),
      thread_([this] { work(); }) {}

LedgerThread::~LedgerThread() {
  jobs_.close();
  thread_.join();
}

void LedgerThread::record(PollBatch batch, net::Reply<CommittedPoll> reply) {
  jobs_.push(PollJob{std::move(batch), std::move(reply)});
}

bool LedgerThread::try_record(PollBatch batch, net::Reply<CommittedPoll> reply) {
  Job job = PollJob{std::move(batch), std::move(reply)};
  return jobs_.try_push(job);
}

boost::asio::awaitable<void> LedgerThread::adopt_options(LedgerOptions options) {
  const auto adopt = [this, options](storage::Store& store) {
    ledger_ = std::make_unique<Ledger>(store, options);
    return true;
  };
  co_await ask(adopt);
}

// Each coroutine of the I/O thread asks one thing at a time, so they are few.
void LedgerThread::post(StoreJob job) { jobs_.push_ahead(std::move(job)); }

// What else is asked of the store takes little beside it.
std::size_t LedgerThread::weight(const Job& job) {
  const auto* const poll = std::get_if<PollJob>(&job);
  if (poll == nullptr) return 0;
  const auto is_new = [](const auto& ready) { return ready != nullptr; };
  return 1 + static_cast<std::size_t>(std::ranges::count_if(poll->batch.ready, is_new));
}

void LedgerThread::work() noexcept {
  ::pthread_setname_np(::pthread_self(), "ledger");
  for (auto jobs = jobs_.pop_group(limits_.group, weight); !jobs.empty();
       jobs = jobs_.pop_group(limits_.group, weight))
    settle(std::move(jobs));
}

// Attempts are written before new polls, so that a poll that fails does not cost
// the knowledge that something was delivered.
void LedgerThread::settle(std::vector<Job> jobs) {
  std::vector<PollJob> polls;
  std::vector<StoreJob> store_jobs;
  for (Job& job : jobs) {
    if (auto* poll = std::get_if<PollJob>(&job))
      polls.push_back(std::move(*poll));
    else
      store_jobs.push_back(std::move(std::get<StoreJob>(job)));
  }
  if (!store_jobs.empty()) settle(std::move(store_jobs));
  if (!polls.empty()) settle(std::move(polls));
}

// Without room for all, each is tried alone: those that only read need none.
void LedgerThread::settle(std::vector<StoreJob> jobs) {
  bool is_full = false;
  const std::exception_ptr failure = attempt([&] {
    try {
      commit(jobs);
    } catch (const storage::StoreError& error) {
      is_full = error.kind() == storage::StoreErrorKind::kFull;
      throw;
    }
  });
  for (const StoreJob& job : jobs)
    job.reply(is_full ? attempt([&] { commit(std::span(&job, 1)); }) : failure);
}

void LedgerThread::settle(std::vector<PollJob> polls) {
  std::shared_ptr<const LedgerReport> report;
  const std::exception_ptr failure = attempt([&] { report = commit(polls); });
  for (std::size_t i = 0; i < polls.size(); ++i) polls[i].reply(failure, CommittedPoll{report, i});
}

// What it failed by.
std::exception_ptr LedgerThread::attempt(const std::function<void()>& work) {
  if (failure_) return failure_;
  try {
    work();
    return nullptr;
  } catch (const storage::StoreError& error) {
    if (error.passes()) return std::current_exception();
    failure_ = std::current_exception();
  } catch (...) {
    failure_ = std::current_exception();
  }
  return failure_;
}

void LedgerThread::commit(std::span<const StoreJob> jobs) {
  storage::Transaction transaction(store_);
  for (const StoreJob& job : jobs) job.work(store_);
  failpoint("jobs.written");
  transaction.commit();
  failpoint("jobs.committed");
}

std::shared_ptr<const LedgerReport> LedgerThread::commit(std::vector<PollJob>& polls) {
  if (limits_.lack_of_room) {
    if (const auto lack = limits_.lack_of_room())
      throw storage::StoreError(*lack, storage::StoreErrorKind::kFull);
  }
  std::vector<PollBatch> batches;
  batches.reserve(polls.size());
  for (PollJob& poll : polls) batches.push_back(std::move(poll.batch));
  const auto began = std::chrono::steady_clock::now();
  auto report = std::make_shared<const LedgerReport>(ledger_->record(batches, now()));
  if (limits_.committed)
    limits_.committed(batches.size(), std::chrono::steady_clock::now() - began);
  return report;
}

}  // namespace figured::daemon
