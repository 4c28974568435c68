#include "tests/daemon/daemon_run.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <csignal>
#include <filesystem>

#include "storage/sqlite/sqlite_store.h"
#include "tests/support/fake_mail_client.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using tests::FakeHttpClient;

// The daemon owns its client; the test keeps the network behind it.
class Line : public net::HttpClient {
 public:
  explicit Line(FakeHttpClient& network) : network_(network) {}
  asio::awaitable<net::HttpResult> send(net::HttpRequest request) override {
    return network_.send(std::move(request));
  }

 private:
  FakeHttpClient& network_;
};

}  // namespace

DaemonRun::DaemonRun() {
  config_.page.port = 0;
  config_.store.path = folder_.path("figured.db");
  config_.poll.lanes = 4;
  config_.page.port = 0;
  reloaded_ = [this] { return config_; };
}

void DaemonRun::start(std::chrono::milliseconds drain_patience) {
  io_.restart();
  ended_ = false;
  DaemonParts parts;
  parts.read_config = [this] { return reloaded_(); };
  parts.make_http = [this](const config::Config&) {
    ++sessions_;
    return std::make_unique<Line>(network_);
  };
  if (fakes_clock_) parts.clocks = {[this] { return wall_; }, [this] { return steady_; }};
  parts.clock_watch = 5ms;
  parts.make_mail = [](const config::Config&) { return std::make_unique<tests::FakeMailClient>(); };
  parts.drain_patience = drain_patience;
  parts.rest_of_paused = 5ms;
  parts.push_socket = push_socket_;
  daemon_.emplace(io_.get_executor(), config_, std::move(parts), log_, notifier_);
  asio::co_spawn(io_, daemon_->run(), [this](std::exception_ptr end) {
    ended_ = true;
    failure_ = end;
  });
}

void DaemonRun::run_until(const std::function<bool()>& done) {
  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (!done()) {
    io_.run_one_for(20ms);
    ASSERT_LT(std::chrono::steady_clock::now(), deadline);
  }
}

void DaemonRun::run_to_the_end() {
  run_until([this] { return ended_; });
  daemon_.reset();
  if (failure_) std::rethrow_exception(failure_);
}

void DaemonRun::stop() {
  std::raise(SIGTERM);
  run_to_the_end();
}

void DaemonRun::let_pass(std::chrono::seconds time) {
  wall_ += time;
  steady_ += time;
}

void DaemonRun::set_clock(std::chrono::seconds by) {
  const int before = sessions_;
  wall_ += by;
  run_until([&] { return sessions_ > before; });
  // The new session adopts the feeds and polls what is due.
  for (int turn = 0; turn < 50; ++turn) io_.run_one_for(1ms);
}

std::size_t DaemonRun::requests_to(const std::string& url) const {
  return static_cast<std::size_t>(
      std::ranges::count(network_.requests(), url, &net::HttpRequest::url));
}

std::function<bool()> DaemonRun::asked(const std::string& url, std::size_t times) const {
  return [this, url, times] { return requests_to(url) >= times; };
}

std::unique_ptr<storage::StoreReader> DaemonRun::store() const {
  return storage::open_sqlite_reader(config_.store.path);
}

storage::StoreStatus DaemonRun::status_of_store() const {
  if (!std::filesystem::exists(config_.store.path + ".state")) return {};
  return store()->status();
}

}  // namespace figured::daemon
