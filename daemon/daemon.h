// Daemon ties all parts together: the store and its thread, and one session
// after another, each with the configuration that was last found good.
//
// All of it but the ledger and the workers runs on the one thread of its
// executor; the store is opened, and where it must be verified or brought up to date, on
// a thread of its own.  SIGTERM and SIGINT stop it, SIGHUP and the control socket reload the
// configuration; a bad one is refused and the old one stays in force, and what only a
// restart can change stays as it was and is named.  When the wall clock is set, a new
// session takes over, with the rests that the feeds were in.
#pragma once
#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/signal_set.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/bell.h"
#include "daemon/intake/clock_watch.h"
#include "daemon/intake/intake_gate.h"
#include "daemon/ledger/ledger_thread.h"
#include "daemon/ledger/retention_loop.h"
#include "daemon/log/event_log.h"
#include "daemon/service/control_server.h"
#include "daemon/service/page_service.h"
#include "daemon/service/sd_notify.h"
#include "daemon/service/state_file.h"
#include "daemon/session.h"
#include "daemon/vitals/health.h"
#include "daemon/vitals/health_routes.h"
#include "daemon/vitals/loop_watch.h"
#include "daemon/vitals/vital_signs.h"
#include "net/http_client.h"

namespace figured::daemon {

class OpeningWatch;

struct DaemonParts {
  // Reads the configuration anew.  Throws config::ConfigError.
  std::function<config::Config()> read_config;
  std::function<std::unique_ptr<net::HttpClient>(const config::Config&)> make_http;
  std::function<std::unique_ptr<net::MailClient>(const config::Config&)> make_mail;
  // A control socket that the service manager has opened, beside the daemon's own.
  std::optional<int> control;
  // Told of each configuration that takes effect after the first.
  std::function<void(const config::Config&)> on_reload = [](const config::Config&) {};
  std::chrono::milliseconds drain_patience{5'000};
  // Between two tries, while the store can take nothing.
  std::chrono::milliseconds rest_of_paused{2'000};
  Clocks clocks = Clocks::of_the_system();
  std::chrono::milliseconds clock_watch{10'000};  // between two looks
  RetentionPace retention;
  std::chrono::milliseconds vitals{2'000};  // between two looks at how figured is
  // Of a socket that listens already and is for the page; -1 none.
  int page_socket = -1;
  // The same for the callbacks of hubs that push.
  int push_socket = -1;
};

class Daemon {
 public:
  // `log` and `notifier` must outlive the daemon.
  Daemon(boost::asio::any_io_executor executor, config::Config config, DaemonParts parts,
         const EventLog& log, const ServiceNotifier& notifier);

  // Opens the store and works.  Ends after a signal, once what is on its way is
  // committed and what is due is delivered or its patience has passed.  Without room
  // on the disk, or while another process holds the store, it waits.  Throws what makes
  // going on impossible, storage::StoreError for one.
  boost::asio::awaitable<void> run();

  // How it is, for /healthz and /readyz; at any time, on the executor's thread.
  HealthFacts health() const;

 private:
  class AtWork;
  enum class Order { kStop, kReload, kKeepRests };

  boost::asio::awaitable<void> open_and_live();
  boost::asio::awaitable<void> open();
  boost::asio::awaitable<bool> open_once();
  boost::asio::awaitable<void> open_store(OpeningWatch& watch);
  boost::asio::awaitable<void> live_on();
  boost::asio::awaitable<void> sessions();
  boost::asio::awaitable<void> live(bool reloaded);
  boost::asio::awaitable<void> work(Session& session);
  boost::asio::awaitable<void> await_order();
  boost::asio::awaitable<void> await_stop();
  boost::asio::awaitable<void> await_signal();
  boost::asio::awaitable<void> await_clock_jump();
  // What the reload changes, or why it is refused.
  struct Reload {
    std::vector<config::SettingChange> changes;
    std::string refused;
  };
  Reload reload();
  void open_controls();
  boost::asio::awaitable<ControlAnswer> answer(ControlRequest request);
  boost::asio::awaitable<ControlAnswer> answer_reload(bool wait);
  ControlAnswer answer_diff(const std::string& file) const;
  bool is_meant(const std::string& store) const;
  void tell_intake(const std::string& obstacle);
  void tell_vitals(const Vitals& vitals);
  void fit_open_files() const;
  void tell_page(const std::string& address);
  std::string status() const;

  const boost::asio::any_io_executor executor_;
  config::Config config_;
  const DaemonParts parts_;
  const EventLog& log_;
  const ServiceNotifier& notifier_;
  boost::asio::signal_set signals_;
  std::optional<Order> order_;  // the last one given
  Bell ordered_;                // rings when one is given beside the signals
  std::uint64_t sessions_begun_ = 0;
  Bell began_;                  // rings when one has
  Session* session_ = nullptr;  // at work
  ClockWatch clock_;
  std::string said_status_;  // to the service manager; "" = it was never ready
  std::string refused_;      // why the configuration on the disk is not the one in force
  std::chrono::steady_clock::time_point status_said_;
  KeptRests rests_;
  std::chrono::seconds clock_jump_{0};  // for the next session to make good
  IntakeGate gate_;
  const HealthRoutes routes_;
  std::optional<StateFile> state_;
  DaemonState told_;
  std::shared_ptr<storage::Store> store_;
  std::optional<LedgerThread> ledger_;
  std::optional<LoopWatch> loops_;
  std::optional<VitalSigns> vitals_;
  // Read by the ledger's thread.
  const std::shared_ptr<std::atomic<std::uint64_t>> min_free_;
  std::vector<std::unique_ptr<ControlServer>> controls_;
  std::optional<PageService> page_;
};

}  // namespace figured::daemon
