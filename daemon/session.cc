#include "daemon/session.h"

#include <malloc.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "daemon/ledger/heartbeat.h"
#include "daemon/until_stopped.h"
#include "daemon/vitals/daemon_metrics.h"
#include "daemon/vitals/process_figures.h"

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

// As the gauge has it, which tells "better" from "worse" by size.
int breaker_number(alerts::CircuitBreaker::State state) {
  switch (state) {
    case alerts::CircuitBreaker::State::kClosed:
      return 0;
    case alerts::CircuitBreaker::State::kHalfOpen:
      return 1;
    case alerts::CircuitBreaker::State::kOpen:
      return 2;
  }
  return 0;
}

}  // namespace

Session::Session(asio::any_io_executor executor, const config::Config& config,
                 std::unique_ptr<net::HttpClient> http, std::unique_ptr<net::MailClient> mail,
                 LedgerThread& ledger, IntakeGate& gate, const EventLog& log, Clocks clocks,
                 int push_socket)
    : sameness_(config.claims.sameness),
      sources_(config.feeds),
      routes_(config.routes),
      page_url_(config.page.enabled ? config.page.url : ""),
      heartbeat_(config.alerts.heartbeat),
      policy_(config.poll.policy),
      page_patience_(config.pages.patience),
      http_(std::move(http)),
      budget_(config.limits.intake, read_resident_memory),
      intake_(*http_, budget_, [this](const std::string& why) { note_put_off(why); }),
      mail_(std::move(mail)),
      ledger_(ledger),
      gate_(gate),
      log_(log),
      clocks_(std::move(clocks)),
      workers_(config.workers.count ? config.workers.count : default_worker_count(),
               config.poll.lanes + config.pages.lanes + PushIntake::kPushes,
               static_cast<int>(config.workers.nice)),
      desk_(extractor_, workers_, ledger),
      page_desk_(extractor_, workers_, ledger, clocks_.deliveries),
      poller_(
          executor, intake_, [this](feeds::Fetch fetch) { return record(std::move(fetch)); },
          config.poll.lanes, config.poll.options, [this] { return fine_now(); }, config.poll.hosts),
      pages_(
          executor, intake_, [this](feeds::PageVisit visit) { return settle(std::move(visit)); },
          config.pages),
      outbox_(ledger, clocks_.deliveries),
      courier_(executor, *http_, *mail_),
      roster_clock_(executor),
      attempted_(executor) {
  for (const alerts::Endpoint& endpoint : config.endpoints) add_endpoint(executor, endpoint);
  if (config.websub.callback.empty()) return;
  pushes_.emplace(
      executor, intake_, config.websub, config.poll.options.max_body, ledger_, poller_, log_,
      [this](feeds::Fetch fetch) { return record_push(std::move(fetch)); }, clocks_.deliveries,
      push_socket);
}

// A loop for each message that may be on the way at a time.
void Session::add_endpoint(asio::any_io_executor executor, const alerts::Endpoint& endpoint) {
  const auto shared = std::make_shared<const alerts::Endpoint>(endpoint);
  const auto gate = std::make_shared<alerts::EndpointGate>(endpoint);
  gates_.push_back({endpoint.name, gate});
  const alerts::DeliveryLoop::Log log{
      [this](const alerts::Attempt& attempt) { note_attempt(attempt); },
      [this](const alerts::Endpoint& from, std::size_t deliveries) {
        log_.fell_back(from, deliveries);
        wake_loops();
      }};
  for (std::size_t lane = 0; lane < endpoint.in_flight; ++lane)
    loops_.push_back(std::make_unique<alerts::DeliveryLoop>(
        executor, shared, gate, alerts::Lane{lane, endpoint.in_flight}, outbox_, courier_,
        clocks_.deliveries, log));
}

// Polls are due to the millisecond; by a clock that was set, or is a test's, to the second.
feeds::PollQueue::Time Session::fine_now() const {
  constexpr std::chrono::seconds kSame{2};
  const feeds::PollQueue::Time fine = feeds::FeedPoller::read_fine_clock();
  const feeds::PollQueue::Time kept = clocks_.polls();
  return std::chrono::abs(fine - kept) <= kSame ? fine : kept;
}

asio::awaitable<void> Session::adopt(Settle settle) {
  settle_ = std::move(settle);
  for (const feeds::FeedSource& source : sources_)
    wishes_[source.url] = {source.access, source.full_text};
  const auto adopt = [this] { return adopt_once(); };
  co_await gate_.pass(adopt);
}

asio::awaitable<bool> Session::adopt_once() {
  LedgerOptions options;
  options.sameness = sameness_;
  options.polling = policy_;
  options.page_patience = page_patience_;
  options.routes = routes_;
  options.page = page_url_;
  // The ledger keeps these when the session is gone; the log outlives both.
  DaemonMetrics& metrics = log_.metrics();
  options.on_relation = [&metrics](claims::Relation relation) { metrics.judged(relation); };
  options.on_article = [&metrics](std::chrono::seconds age) { metrics.article_aged(age); };
  options.on_alert = [&metrics](std::chrono::seconds age) { metrics.alert_aged(age); };
  std::vector<storage::EndpointState> states;
  for (const auto& loop : loops_) {
    if (loop->lane().index != 0) continue;
    const alerts::Endpoint& endpoint = loop->endpoint();
    options.endpoints.push_back(endpoint);
    storage::EndpointState& state = states.emplace_back();
    state.name = endpoint.name;
    state.fingerprint = alerts::fingerprint(endpoint);
    state.fallback = endpoint.fallback;
  }
  page_desk_.adopt_options(options);
  co_await ledger_.adopt_options(std::move(options));
  const auto adopt_sources = [this, states](storage::Store& store) {
    store.adopt_endpoints(states);
    roster_ = store.roster_version();
    return store.adopt_feeds(sources_, clocks_.polls());
  };
  auto feeds = co_await ledger_.ask(adopt_sources);
  if (pushes_) co_await pushes_->adopt();
  take_over(std::move(feeds));
  const auto wanted = [](storage::Store& store) { return store.wanted_pages(); };
  pages_.want(co_await ledger_.ask(wanted));
  co_return true;
}

void Session::take_over(std::deque<feeds::Feed> feeds) {
  for (feeds::Feed& feed : feeds) {
    const auto found = wishes_.find(feed.source.url);
    if (found == wishes_.end()) continue;
    feed.source.access = found->second.access;
    feed.source.full_text = found->second.full_text;
  }
  settle_(feeds);
  feeds_ = feeds.size();
  if (pushes_) pushes_->keep(feeds);
  poller_.adopt(std::move(feeds));
}

asio::awaitable<void> Session::poll() {
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(poller_.run());
  tasks.push_back(pages_.run());
  tasks.push_back(watch_roster());
  if (pushes_) tasks.push_back(pushes_->run());
  co_await until_one_ends(std::move(tasks));
}

// The store is the only thing that figurectl and figured share.
asio::awaitable<void> Session::watch_roster() {
  constexpr std::chrono::seconds kGlance{1};
  const auto version_of = [](storage::Store& store) { return store.roster_version(); };
  const auto feeds_of = [](storage::Store& store) { return store.polled_feeds(); };
  for (;;) {
    roster_clock_.expires_after(kGlance);
    co_await roster_clock_.async_wait(asio::as_tuple(asio::use_awaitable));
    const std::int64_t version = co_await ledger_.ask(version_of);
    if (version == roster_) continue;
    roster_ = version;
    take_over(co_await ledger_.ask(feeds_of));
  }
}

std::vector<asio::awaitable<void>> Session::deliver() {
  std::vector<asio::awaitable<void>> loops;
  for (const auto& loop : loops_) loops.push_back(loop->run());
  return loops;
}

asio::awaitable<void> Session::beat() {
  std::vector<alerts::Endpoint> endpoints;
  for (const auto& loop : loops_)
    if (loop->lane().index == 0) endpoints.push_back(loop->endpoint());
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    if (heartbeat_.count() != 0) {
      const auto put = [this, endpoints](storage::Store& store) {
        put_heartbeat(store, endpoints, clocks_.deliveries());
        return true;
      };
      const auto beat = [this, put] { return ledger_.ask(put); };
      co_await gate_.pass(beat);
      wake_loops();
    }
    timer.expires_after(heartbeat_.count() != 0 ? heartbeat_ : std::chrono::hours(24));
    co_await timer.async_wait(asio::use_awaitable);
  }
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
    const auto next = co_await outbox_.next_due(loop->endpoint().name, loop->lane());
    if (next && *next <= clocks_.deliveries()) co_return true;
  }
  co_return false;
}

asio::awaitable<feeds::Feed> Session::record(feeds::Fetch fetch) {
  const HeldIntake held(budget_, fetch.answer ? fetch.answer->body.size() : 0);
  if (pushes_) fetch.pushing = pushes_->standing(fetch.feed.id);
  const auto shared = std::make_shared<const feeds::Fetch>(std::move(fetch));
  const auto record = [this, shared] { return desk_.record(shared); };
  const PollReport report = co_await take_stock(co_await gate_.pass(record));
  co_return report.after;
}

// A hub sends again what cannot be stored now, so nothing of it waits at the gate.
asio::awaitable<PollReport> Session::record_push(feeds::Fetch fetch) {
  const HeldIntake held(budget_, fetch.answer->body.size());
  fetch.pushing = pushes_->standing(fetch.feed.id);
  const auto shared = std::make_shared<const feeds::Fetch>(std::move(fetch));
  co_return co_await take_stock(co_await desk_.record(shared));
}

// What became of a poll or a push, for all who go by it.
asio::awaitable<PollReport> Session::take_stock(CommittedPoll poll) {
  const PollReport& report = poll.group->polls[poll.index];
  log_.polled(report);
  // The alerts are those of the whole group: said once.
  if (poll.index == 0) tell(poll.group->alerts);
  pages_.want(report.pages);
  if (pushes_) co_await pushes_->note(report);
  co_return report;
}

asio::awaitable<std::string> Session::settle(feeds::PageVisit visit) {
  const bool has_body = visit.answer && *visit.answer;
  const HeldIntake held(budget_, has_body ? (*visit.answer)->body.size() : 0);
  const auto came = std::make_shared<const feeds::PageVisit>(std::move(visit));
  const auto attempt = [this, came] { return page_desk_.settle(feeds::PageVisit(*came)); };
  PageDesk::Settled settled = co_await gate_.pass(attempt);
  if (!settled.instead.empty()) co_return settled.instead;
  log_.page_read(settled.report);
  tell(settled.report.alerts);
  co_return std::string();
}

void Session::tell(const std::vector<alerts::Alert>& alerts) {
  for (const alerts::Alert& alert : alerts) log_.alert_written(alert);
  if (!alerts.empty()) wake_loops();
}

void Session::wake_loops() {
  for (const auto& loop : loops_) loop->wake();
}

void Session::note_put_off(const std::string& why) { log_.metrics().put_off(why); }

// Also what was freed is given back, which the allocator may keep otherwise.
void Session::look_at_memory() {
  const bool is_short = budget_.is_memory_short();
  if (is_short) ::malloc_trim(0);
  if (is_short == told_memory_short_) return;
  told_memory_short_ = is_short;
  is_short ? log_.memory_short(budget_.memory_used(), budget_.limits().memory)
           : log_.memory_enough(budget_.memory_used());
}

SessionLoad Session::load() {
  look_at_memory();
  SessionLoad load;
  load.feeds = feeds_;
  load.polls_in_flight = poller_.queue().under_way();
  load.pages_wanted = pages_.queue().waiting();
  load.workers_waiting = workers_.waiting();
  load.workers_capacity = workers_.capacity();
  load.intake = budget_.held();
  load.intake_limit = budget_.limits().in_flight;
  load.memory_limit = budget_.limits().memory;
  for (const Gate& gate : gates_)
    load.breakers.emplace_back(gate.endpoint,
                               breaker_number(gate.gate->breaker.state(clocks_.deliveries())));
  return load;
}

void Session::note_attempt(const alerts::Attempt& attempt) {
  log_.attempted(attempt);
  ++attempts_;
  attempted_.cancel();
}

}  // namespace figured::daemon
