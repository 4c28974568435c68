// How fast alerts leave a store.
//
// Alerts of many disputes wait in a store on a real file; the loops of one endpoint bring
// them to a server, each attempt settled on the disk.  Beside it, in the same run, the limit:
// the same posts by the same client without a store.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include "alerts/delivery.h"
#include "alerts/sinks/sinks.h"
#include "alerts/test_alert.h"
#include "bench/store_file.h"
#include "daemon/ledger/ledger_outbox.h"
#include "daemon/ledger/ledger_thread.h"
#include "net/curl_http_client.h"
#include "net/curl_mail_client.h"
#include "net/http_server.h"

namespace figured::bench {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kDisputes = 1'000;

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void fill(storage::Store& store, std::size_t alerts) {
  const alerts::Alert like = alerts::test_alert(now());
  std::vector<std::int64_t> disputes;
  storage::Transaction transaction(store);
  storage::EndpointState desk;
  desk.name = "desk";
  store.adopt_endpoints(std::span(&desk, 1));
  for (std::size_t i = 0; i < std::min(alerts, kDisputes); ++i) {
    claims::Dispute dispute;
    dispute.fact_id = store.put_fact({});
    store.put_dispute(dispute);
    disputes.push_back(dispute.id);
  }
  for (std::size_t i = 0; i < alerts; ++i) {
    alerts::Alert alert = like;
    alert.dispute_id = disputes[i % disputes.size()];
    store.reserve_alert(alert);
    alert.body = R"({"id":")" + alert.id + R"(","sequence":)" + std::to_string(alert.sequence) +
                 R"(,"dispute":)" + std::to_string(alert.dispute_id) + R"(,"dispute_sequence":)" +
                 std::to_string(alert.dispute_sequence) + R"(,"like":)" + like.body + "}";
    store.put_alert(alert, std::vector{alerts::DeliveryPlan{"desk"}});
  }
  transaction.commit();
}

// A server that takes everything, on a thread of its own.
class Receiver {
 public:
  Receiver() {
    asio::co_spawn(io_, server_.run(),
                   asio::bind_cancellation_slot(stop_.slot(), [](std::exception_ptr) {}));
    thread_ = std::thread([this] { io_.run(); });
  }
  ~Receiver() {
    asio::post(io_, [this] { stop_.emit(asio::cancellation_type::terminal); });
    thread_.join();
  }
  std::string url() const { return server_.origin() + "/hook"; }

 private:
  asio::io_context io_{1};
  asio::cancellation_signal stop_;
  net::HttpServer server_{
      io_.get_executor(), {}, net::answer_at_once([](const net::ServerRequest&) {
        return net::ServerResponse{204, {}, ""};
      })};
  std::thread thread_;
};

net::HttpClientOptions loopback() {
  net::HttpClientOptions options;
  options.allowed_private_hosts = {"127.0.0.1"};
  return options;
}

// Until the last post was answered: the client may then still have a timer to wait for.
double per_second(std::size_t count, Clock::time_point since, Clock::time_point until) {
  return static_cast<double>(count) / std::chrono::duration<double>(until - since).count();
}

asio::awaitable<void> post_lane(net::HttpClient& http, const alerts::Endpoint& endpoint,
                                const alerts::Message& message, std::size_t& left,
                                Clock::time_point& ended) {
  while (left > 0) {
    --left;
    co_await http.send(alerts::sink_request(endpoint, message, now()));
    ended = Clock::now();
  }
}

double posts_without_store(const alerts::Endpoint& endpoint, std::size_t count) {
  asio::io_context io(1);
  net::CurlHttpClient http(io.get_executor(), loopback());
  const alerts::Message message = alerts::message_of(alerts::test_alert(now()));
  std::size_t left = count;
  const auto began = Clock::now();
  auto ended = began;
  for (std::size_t lane = 0; lane < endpoint.in_flight; ++lane)
    asio::co_spawn(io, post_lane(http, endpoint, message, left, ended), asio::detached);
  io.run();
  return per_second(count, began, ended);
}

double deliveries(storage::Store& store, const alerts::Endpoint& endpoint, std::size_t count) {
  daemon::LedgerThread ledger(store, {}, {});
  asio::io_context io(1);
  net::CurlHttpClient http(io.get_executor(), loopback());
  net::CurlMailClient mail(io.get_executor(), loopback());
  alerts::Courier courier(io.get_executor(), http, mail);
  daemon::LedgerOutbox outbox(ledger, now);
  const auto shared = std::make_shared<const alerts::Endpoint>(endpoint);
  const auto gate = std::make_shared<alerts::EndpointGate>(endpoint);
  std::vector<std::unique_ptr<alerts::DeliveryLoop>> loops;
  std::vector<asio::cancellation_signal> stops(endpoint.in_flight);
  std::size_t done = 0;
  auto ended = Clock::now();
  const auto attempted = [&](const alerts::Attempt&) {
    if (++done < count) return;
    ended = Clock::now();
    for (asio::cancellation_signal& stop : stops) stop.emit(asio::cancellation_type::terminal);
  };
  const auto began = Clock::now();
  for (std::size_t lane = 0; lane < endpoint.in_flight; ++lane) {
    loops.push_back(std::make_unique<alerts::DeliveryLoop>(
        io.get_executor(), shared, gate, alerts::Lane{lane, endpoint.in_flight}, outbox, courier,
        now, alerts::DeliveryLoop::Log{attempted, [](const auto&, std::size_t) {}}));
    asio::co_spawn(io, loops.back()->run(),
                   asio::bind_cancellation_slot(stops[lane].slot(), [](std::exception_ptr) {}));
  }
  io.run();
  return per_second(count, began, ended);
}

int run(std::size_t count, std::size_t in_flight, std::string url) {
  StoreFile store;
  fill(*store, count);
  const auto receiver = url.empty() ? std::make_unique<Receiver>() : nullptr;
  alerts::Endpoint endpoint;
  endpoint.name = "desk";
  endpoint.url = receiver ? receiver->url() : std::move(url);
  endpoint.in_flight = in_flight;
  endpoint.secrets = {alerts::WebhookSecret::parse("whsec_" + std::string(32, 'A'))};
  const double limit = posts_without_store(endpoint, count);
  const double reached = deliveries(*store, endpoint, count);
  std::printf(
      "%zu alerts, %zu in flight: %.0f posts/s, settled on disk; without a store %.0f; "
      "ratio %.2f\n",
      count, in_flight, reached, limit, reached / limit);
  return 0;
}

}  // namespace
}  // namespace figured::bench

int main(int argc, char** argv) {
  using namespace figured;
  CLI::App app("How fast alerts leave a store");
  std::size_t count = 5'000, in_flight = 4;
  std::string url, fill;
  app.add_option("alerts", count, "so many wait");
  app.add_option("--in-flight", in_flight, "so many are posted at once")
      ->check(CLI::PositiveNumber);
  app.add_option("--to", url,
                 "a receiver on 127.0.0.1 that answers 2xx, instead of one on a thread of its own");
  app.add_option("--fill", fill, "only make this store, in which they wait for \"desk\"");
  CLI11_PARSE(app, argc, argv);
  if (fill.empty()) return bench::run(count, in_flight, url);
  const auto store = storage::open_sqlite_store(fill);
  bench::fill(*store, count);
  return 0;
}
