// Session: figured at work under one configuration: its feeds are polled, its
// endpoints get their alerts.
//
// A reload ends one session and begins the next over the same ledger.  It knows
// neither signals nor the service manager.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "alerts/courier.h"
#include "alerts/delivery.h"
#include "config/config.h"
#include "daemon/intake/budgeted_http_client.h"
#include "daemon/intake/intake_budget.h"
#include "daemon/intake/intake_gate.h"
#include "daemon/intake/page_desk.h"
#include "daemon/intake/poll_desk.h"
#include "daemon/intake/push_intake.h"
#include "daemon/intake/worker_pool.h"
#include "daemon/ledger/ledger_outbox.h"
#include "daemon/ledger/ledger_thread.h"
#include "daemon/log/event_log.h"
#include "daemon/vitals/vital_signs.h"
#include "feeds/feed_access.h"
#include "feeds/feed_poller.h"
#include "feeds/page/page_fetcher.h"
#include "feeds/poll_decision.h"
#include "net/http_client.h"
#include "net/mail_client.h"

namespace figured::daemon {

class Session {
 public:
  // By what polls are due, and by what deliveries are.
  struct Clocks {
    std::function<std::chrono::sys_seconds()> polls = feeds::FeedPoller::read_clock;
    std::function<std::chrono::sys_seconds()> deliveries = feeds::FeedPoller::read_clock;
  };

  // The ledger, the gate and the log must outlive the session.  `push_socket` listens
  // already, for hubs that push, and stays the caller's; -1 none.
  Session(boost::asio::any_io_executor executor, const config::Config& config,
          std::unique_ptr<net::HttpClient> http, std::unique_ptr<net::MailClient> mail,
          LedgerThread& ledger, IntakeGate& gate, const EventLog& log, Clocks clocks,
          int push_socket = -1);

  // Told of the feeds as they are stored, before they are polled.
  using Settle = std::function<void(std::deque<feeds::Feed>&)>;

  // Makes the store's feeds those of the configuration and those added by hand.  To be
  // called first; waits while the store can take nothing.
  boost::asio::awaitable<void> adopt(Settle settle);

  // How many feeds are polled, once adopt() has ended.
  std::size_t feeds() const { return feeds_; }

  // How much it has to do; to be asked every few seconds, for it also looks after memory.
  SessionLoad load();
  // For how long the workers have not moved on.  From any thread.
  std::chrono::steady_clock::duration lag_of_workers() const { return workers_.lag(); }

  // Polls for ever, fetches the pages of articles, and takes over what people change about feeds
  // meanwhile.  When cancelled, what is on the way to the ledger is committed before it unwinds;
  // what the store could not take is given up, and its feeds are due again.
  boost::asio::awaitable<void> poll();

  // Takes over what people changed about feeds now, not at the next glance.
  void look_at_roster() { roster_clock_.cancel(); }

  // The loops of each endpoint; none has an end of its own.
  std::vector<boost::asio::awaitable<void>> deliver();

  // Puts a heartbeat into the outbox, at once and after every such rest.  Has no end of
  // its own; 0 = none is wanted.
  boost::asio::awaitable<void> beat();

  // Ends when no delivery is due any more, or after `patience`.  The loops must
  // be running.
  boost::asio::awaitable<void> drain(std::chrono::milliseconds patience);

 private:
  boost::asio::awaitable<bool> adopt_once();
  boost::asio::awaitable<feeds::Feed> record(feeds::Fetch fetch);
  boost::asio::awaitable<PollReport> record_push(feeds::Fetch fetch);
  boost::asio::awaitable<PollReport> take_stock(CommittedPoll poll);
  boost::asio::awaitable<std::string> settle(feeds::PageVisit visit);
  void tell(const std::vector<alerts::Alert>& alerts);
  boost::asio::awaitable<bool> is_anything_due();
  void add_endpoint(boost::asio::any_io_executor executor, const alerts::Endpoint& endpoint);
  void note_attempt(const alerts::Attempt& attempt);
  void wake_loops();
  void note_put_off(const std::string& why);
  void look_at_memory();
  boost::asio::awaitable<void> watch_roster();
  void take_over(std::deque<feeds::Feed> feeds);
  feeds::PollQueue::Time fine_now() const;

  const claims::SamenessModel sameness_;
  const std::vector<feeds::FeedSource> sources_;
  const std::vector<alerts::Route> routes_;
  const std::string page_url_;
  const std::chrono::seconds heartbeat_;
  const feeds::PollPolicy policy_;
  const std::chrono::seconds page_patience_;
  // Of the configuration's feeds, by URL: the store does not keep it.
  struct Wish {
    std::shared_ptr<const feeds::FeedAccess> access;
    feeds::FullText full_text = feeds::FullText::kAuto;
  };
  std::unordered_map<std::string, Wish> wishes_;
  const std::unique_ptr<net::HttpClient> http_;
  IntakeBudget budget_;
  // For feeds and pages; deliveries never wait for what comes in.
  BudgetedHttpClient intake_;
  const std::unique_ptr<net::MailClient> mail_;
  LedgerThread& ledger_;
  IntakeGate& gate_;
  const EventLog& log_;
  const Clocks clocks_;
  const claims::Extractor extractor_{};
  WorkerPool workers_;
  PollDesk desk_;
  PageDesk page_desk_;
  feeds::FeedPoller poller_;
  feeds::PageFetcher pages_;
  std::optional<PushIntake> pushes_;  // where a callback is configured
  LedgerOutbox outbox_;
  alerts::Courier courier_;
  std::vector<std::unique_ptr<alerts::DeliveryLoop>> loops_;
  struct Gate {
    std::string endpoint;
    std::shared_ptr<const alerts::EndpointGate> gate;
  };
  std::vector<Gate> gates_;
  bool told_memory_short_ = false;
  Settle settle_;
  std::size_t feeds_ = 0;
  std::int64_t roster_ = 0;  // the version that is polled
  boost::asio::steady_timer roster_clock_;
  std::size_t attempts_ = 0;
  boost::asio::steady_timer attempted_;  // rings at each attempt
};

}  // namespace figured::daemon
