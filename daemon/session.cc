#include "daemon/session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

std::chrono::sys_seconds now() { return feeds::FeedPoller::read_clock(); }

}  // namespace

Session::Session(asio::any_io_executor executor, const config::Config& config,
                 std::unique_ptr<net::HttpClient> http, LedgerThread& ledger, const EventLog& log)
    : sources_(config.feeds),
      sameness_(config.claims.sameness),
      http_(std::move(http)),
      ledger_(ledger),
      log_(log),
      workers_(config.workers.count ? config.workers.count : default_worker_count(),
               config.poll.lanes),
      desk_(extractor_, workers_, ledger),
      poller_(
          executor, *http_, [this](feeds::Fetch fetch) { return record(std::move(fetch)); },
          config.poll.lanes, config.poll.options),
      outbox_(ledger, now),
      attempted_(executor) {
  for (const alerts::Endpoint& endpoint : config.endpoints)
    loops_.push_back(std::make_unique<alerts::DeliveryLoop>(
        executor, endpoint, outbox_, *http_, now,
        [this](const alerts::Delivery&, const alerts::Attempt& attempt) {
          note_attempt(attempt);
        }));
}

asio::awaitable<void> Session::adopt() {
  LedgerOptions options;
  options.sameness = sameness_;
  for (const auto& loop : loops_) options.endpoints.push_back(loop->endpoint());
  co_await ledger_.adopt_options(std::move(options));
  const auto adopt_feeds = [this](storage::Store& store) {
    return store.adopt_feeds(sources_, now());
  };
  poller_.adopt(co_await ledger_.ask(adopt_feeds));
}

std::vector<asio::awaitable<void>> Session::deliver() {
  std::vector<asio::awaitable<void>> loops;
  for (const auto& loop : loops_) loops.push_back(loop->run());
  return loops;
}

asio::awaitable<void> Session::drain(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const std::size_t seen = attempts_;
    if (!co_await is_anything_due()) co_return;
    if (std::chrono::steady_clock::now() >= deadline) break;
    // What was settled since the question was asked has already rung.
    if (seen != attempts_) continue;
    attempted_.expires_at(deadline);
    co_await attempted_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  log_.drain_cut_short(patience);
}

asio::awaitable<bool> Session::is_anything_due() {
  for (const auto& loop : loops_) {
    const auto next = co_await outbox_.next_due(loop->endpoint().name);
    if (next && *next <= now()) co_return true;
  }
  co_return false;
}

asio::awaitable<feeds::Feed> Session::record(feeds::Fetch fetch) {
  const CommittedPoll poll = co_await desk_.record(std::move(fetch));
  const PollReport& report = poll.group->polls[poll.index];
  log_.polled(report);
  // The alerts are those of the whole group: said once.
  if (poll.index == 0 && !poll.group->alerts.empty()) {
    for (const alerts::Alert& alert : poll.group->alerts) log_.alert_written(alert);
    for (const auto& loop : loops_) loop->wake();
  }
  co_return report.after;
}

void Session::note_attempt(const alerts::Attempt& attempt) {
  log_.attempted(attempt);
  ++attempts_;
  attempted_.cancel();
}

}  // namespace figured::daemon
