// PushIntake: what hubs push instead of being asked (WebSub), from the callback's socket to
// the ledger.
//
// It ties a feeds::Subscriber to the store, the poller and a server of its own, apart
// from the page's, so that nothing but callbacks is opened to the world.  Where its
// address cannot be had it tries again; polls go on meanwhile.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>

#include "config/config.h"
#include "daemon/ledger/ledger_thread.h"
#include "daemon/log/event_log.h"
#include "feeds/feed_poller.h"
#include "feeds/websub/subscriber.h"
#include "net/http_client.h"
#include "net/http_server.h"

namespace figured::daemon {

class PushIntake {
 public:
  // Reads and stores what came; throws storage::StoreError where that is not to be had.
  using Record = std::function<boost::asio::awaitable<PollReport>(feeds::Fetch)>;
  using Now = std::function<std::chrono::sys_seconds()>;

  // Requires settings.callback.  `listening` is a socket that listens already and stays its
  // owner's; -1 none.  All others must outlive it.
  PushIntake(boost::asio::any_io_executor executor, net::HttpClient& client,
             const config::WebSubSettings& settings, std::size_t max_body, LedgerThread& ledger,
             feeds::FeedPoller& poller, const EventLog& log, Record record, Now now, int listening);

  // The feeds that are polled; the stored subscriptions are read before the first time.
  void keep(const std::deque<feeds::Feed>& feeds);
  boost::asio::awaitable<void> adopt();

  // What a poll or a push found.
  boost::asio::awaitable<void> note(const PollReport& report);
  feeds::PushStanding standing(std::int64_t feed_id) const { return subscriber_.standing(feed_id); }

  // How many pushes may be on the workers at a time.
  static constexpr std::size_t kPushes = 8;

  // Serves and asks hubs for ever; ended by cancellation.
  boost::asio::awaitable<void> run();

 private:
  feeds::Subscriber::Parts parts();
  boost::asio::awaitable<void> serve();
  std::unique_ptr<net::HttpServer> open();
  boost::asio::awaitable<net::ServerResponse> answer(net::ServerRequest request);
  boost::asio::awaitable<feeds::PushOutcome> take_in(std::int64_t feed, net::HttpResponse pushed);
  boost::asio::awaitable<void> save(feeds::Subscription subscription);
  boost::asio::awaitable<void> forget(std::string key);

  const boost::asio::any_io_executor executor_;
  const config::WebSubSettings settings_;
  const std::size_t max_body_;
  LedgerThread& ledger_;
  feeds::FeedPoller& poller_;
  const EventLog& log_;
  const Record record_;
  const Now now_;
  const int listening_;
  feeds::Subscriber subscriber_;
};

}  // namespace figured::daemon
