#include "daemon/intake/push_intake.h"

#include <unistd.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <unordered_set>
#include <utility>

#include "daemon/until_stopped.h"
#include "storage/random_id.h"
#include "storage/store.h"

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds kRestWhereRefused{10};

feeds::SubscriberOptions subscriber_options(const config::WebSubSettings& settings) {
  feeds::SubscriberOptions options;
  options.callback = settings.callback;
  options.lease = settings.lease;
  options.pushes = PushIntake::kPushes;
  return options;
}

// Gives the feed back as it was, unless it is given back as it has become.
class Borrowed {
 public:
  Borrowed(feeds::FeedPoller& poller, feeds::Feed feed) : poller_(poller), feed_(std::move(feed)) {}
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  ~Borrowed() { poller_.give_back(std::move(feed_)); }
  const feeds::Feed& feed() const { return feed_; }
  void become(feeds::Feed feed) { feed_ = std::move(feed); }

 private:
  feeds::FeedPoller& poller_;
  feeds::Feed feed_;
};

}  // namespace

PushIntake::PushIntake(asio::any_io_executor executor, net::HttpClient& client,
                       const config::WebSubSettings& settings, std::size_t max_body,
                       LedgerThread& ledger, feeds::FeedPoller& poller, const EventLog& log,
                       Record record, Now now, int listening)
    : executor_(executor),
      settings_(settings),
      max_body_(max_body),
      ledger_(ledger),
      poller_(poller),
      log_(log),
      record_(std::move(record)),
      now_(std::move(now)),
      listening_(listening),
      subscriber_(executor, client, subscriber_options(settings), parts()) {}

feeds::Subscriber::Parts PushIntake::parts() {
  feeds::Subscriber::Parts parts;
  parts.save = [this](feeds::Subscription subscription) { return save(std::move(subscription)); };
  parts.forget = [this](std::string key) { return forget(std::move(key)); };
  parts.push = [this](std::int64_t feed, net::HttpResponse pushed) {
    return take_in(feed, std::move(pushed));
  };
  parts.now = now_;
  parts.random_word = [] { return storage::random_id(""); };
  parts.tell = [this](const feeds::Subscription& subscription) { log_.subscribed(subscription); };
  return parts;
}

asio::awaitable<void> PushIntake::adopt() {
  const auto read = [](storage::Store& store) { return store.subscriptions(); };
  subscriber_.adopt(co_await ledger_.ask(read));
}

void PushIntake::keep(const std::deque<feeds::Feed>& feeds) {
  std::unordered_set<std::int64_t> ids;
  for (const feeds::Feed& feed : feeds) ids.insert(feed.id);
  subscriber_.keep(ids);
}

asio::awaitable<void> PushIntake::note(const PollReport& report) {
  const bool is_polled = report.after.state == feeds::FeedState::kPolled;
  if (report.hub && is_polled) subscriber_.note_hub(report.after.id, *report.hub);
  if (!is_polled) subscriber_.note_hub(report.after.id, {});
  if (report.found_unpushed) co_await subscriber_.note_miss(report.after.id);
}

asio::awaitable<void> PushIntake::run() {
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(serve());
  tasks.push_back(subscriber_.run());
  co_await until_one_ends(std::move(tasks));
}

asio::awaitable<void> PushIntake::serve() {
  asio::steady_timer rest(executor_);
  for (;; co_await rest.async_wait(asio::use_awaitable)) {
    if (const auto server = open()) co_await server->run();
    rest.expires_after(kRestWhereRefused);
  }
}

// Null where the address cannot be had.
std::unique_ptr<net::HttpServer> PushIntake::open() {
  net::HttpServerOptions options;
  options.address = settings_.address;
  options.port = settings_.port;
  options.listening = listening_ < 0 ? -1 : ::dup(listening_);
  options.max_body = max_body_;
  try {
    auto server = std::make_unique<net::HttpServer>(
        executor_, options,
        [this](net::ServerRequest request) { return answer(std::move(request)); });
    log_.pushes_awaited(server->origin(), settings_.callback);
    return server;
  } catch (const boost::system::system_error& error) {
    log_.pushes_refused(settings_.address + ":" + std::to_string(settings_.port),
                        error.code().message());
    return nullptr;
  }
}

// A store that can take nothing for now: the hub sends it again.
asio::awaitable<net::ServerResponse> PushIntake::answer(net::ServerRequest request) {
  try {
    co_return co_await subscriber_.answer(std::move(request));
  } catch (const storage::StoreError& obstacle) {
    if (!obstacle.passes()) throw;
  }
  co_return net::ServerResponse{503, {{"Retry-After", "60"}}, {}};
}

asio::awaitable<feeds::PushOutcome> PushIntake::take_in(std::int64_t feed,
                                                        net::HttpResponse pushed) {
  auto free = co_await poller_.borrow(feed);
  if (!free) co_return feeds::PushOutcome::kNotNow;
  Borrowed borrowed(poller_, *std::move(free));
  feeds::Fetch fetch{borrowed.feed(), std::move(pushed), now_()};
  fetch.pushed = true;
  PollReport report = co_await record_(std::move(fetch));
  const bool is_read = report.outcome != feeds::PollOutcome::kFailed;
  borrowed.become(std::move(report.after));
  co_return is_read ? feeds::PushOutcome::kStored : feeds::PushOutcome::kUnreadable;
}

// What cannot be kept now is kept with the next change; after a crash the hub is asked
// once more.
asio::awaitable<void> PushIntake::save(feeds::Subscription subscription) {
  const auto put = [subscription = std::move(subscription)](storage::Store& store) {
    store.put_subscription(subscription);
    return true;
  };
  try {
    co_await ledger_.ask(put);
  } catch (const storage::StoreError& obstacle) {
    if (!obstacle.passes()) throw;
  }
}

asio::awaitable<void> PushIntake::forget(std::string key) {
  const auto remove = [key = std::move(key)](storage::Store& store) {
    store.remove_subscription(key);
    return true;
  };
  try {
    co_await ledger_.ask(remove);
  } catch (const storage::StoreError& obstacle) {
    if (!obstacle.passes()) throw;
  }
}

}  // namespace figured::daemon
