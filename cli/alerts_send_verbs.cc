#include "cli/alerts_send_verbs.h"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <iostream>
#include <memory>

#include "alerts/courier.h"
#include "alerts/test_alert.h"
#include "cli/store_option.h"
#include "cli/time_option.h"
#include "cli/words.h"
#include "config/config.h"
#include "net/curl_http_client.h"
#include "net/curl_mail_client.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

namespace asio = boost::asio;

// Prints what goes over the line and what comes back, without what is secret.
class PrintingHttpClient : public net::HttpClient {
 public:
  explicit PrintingHttpClient(net::HttpClient& http) : http_(http) {}

  asio::awaitable<net::HttpResult> send(net::HttpRequest request) override {
    std::cout << "> " << request.method << ' ' << net::redact_path(request.url) << "/…\n";
    for (const net::HttpHeader& header : request.headers)
      std::cout << "> " << header.name << ": "
                << (header.name == "authorization" ? "…" : tame(header.value)) << '\n';
    std::cout << ">\n" << tame(request.body) << "\n\n";
    const net::HttpResult result = co_await http_.send(std::move(request));
    if (result) {
      std::cout << "< " << result->status << '\n';
      for (const net::HttpHeader& header : result->headers)
        std::cout << "< " << tame(header.name) << ": " << tame(header.value) << '\n';
      std::cout << "<\n" << tame(result->body) << '\n';
    }
    co_return result;
  }

 private:
  net::HttpClient& http_;
};

class PrintingMailClient : public net::MailClient {
 public:
  explicit PrintingMailClient(net::MailClient& mail) : mail_(mail) {}

  asio::awaitable<net::MailResult> send(net::Mail mail) override {
    std::cout << "> mail by " << net::redact_path(mail.url) << "\n" << mail.text << '\n';
    co_return co_await mail_.send(std::move(mail));
  }

 private:
  net::MailClient& mail_;
};

int tell(const alerts::Endpoint& endpoint, const alerts::Answer& answer) {
  const bool taken = answer.status >= 200 && answer.status < 300;
  if (taken)
    std::cout << "\n" << endpoint.name << " took it.\n";
  else
    std::cerr << "figurectl: " << endpoint.name << " did not take it: "
              << (answer.status != 0 ? "HTTP " + std::to_string(answer.status) + " " : "")
              << tame(answer.error) << '\n';
  return taken ? 0 : 1;
}

int send_test(const config::Config& config, const alerts::Endpoint& endpoint) {
  asio::io_context io(1);
  net::CurlHttpClient http(io.get_executor(), config.http);
  net::CurlMailClient mail(io.get_executor(), config.http);
  PrintingHttpClient printing_http(http);
  PrintingMailClient printing_mail(mail);
  alerts::Courier courier(io.get_executor(), printing_http, printing_mail);
  const alerts::Message message = alerts::message_of(alerts::test_alert(clock_now()));
  alerts::Answer answer;
  std::exception_ptr failure;
  asio::co_spawn(io, courier.bring(endpoint, message, clock_now()),
                 [&](std::exception_ptr error, alerts::Answer found) {
                   failure = error;
                   answer = std::move(found);
                 });
  io.run();
  if (failure) std::rethrow_exception(failure);
  return tell(endpoint, answer);
}

int test_endpoint(const std::string& file, const std::string& name) {
  const config::Config config = config::load_config(file);
  for (const alerts::Endpoint& endpoint : config.endpoints)
    if (endpoint.name == name) return send_test(config, endpoint);
  std::cerr << "figurectl: " << file << " has no endpoint '" << name << "'\n";
  return 1;
}

void add_test(CLI::App& alerts, int& exit_code) {
  struct Test {
    std::string config = kDefaultConfig;
    std::string endpoint;
  };
  auto options = std::make_shared<Test>();
  CLI::App* verb = alerts.add_subcommand(
      "test", "Send a test alert to an endpoint and print the whole exchange");
  verb->add_option("ENDPOINT", options->endpoint, "Its name in the configuration")->required();
  verb->add_option("--config", options->config, "The configuration")->capture_default_str();
  verb->callback(
      [options, &exit_code] { exit_code = test_endpoint(options->config, options->endpoint); });
}

struct Replay {
  explicit Replay(CLI::App& verb) : store(verb) {}
  StoreOption store;
  storage::ReplayChoice choice;
  std::string since;
};

int replay(const Replay& options) {
  if (options.choice.alert_id.empty() && options.choice.endpoint.empty() && options.since.empty() &&
      !options.choice.dead_only) {
    std::cerr << "figurectl: which? an ID, --since, --endpoint or --dead\n";
    return 2;
  }
  storage::ReplayChoice choice = options.choice;
  if (!options.since.empty()) choice.since = parse_since(options.since, clock_now());
  const auto desk = options.store.open_desk();
  storage::Transaction transaction(*desk);
  if (!choice.alert_id.empty() && !desk->alert(choice.alert_id)) {
    std::cerr << "figurectl: there is no alert " << choice.alert_id << '\n';
    return 1;
  }
  const std::size_t chosen = desk->replay(choice, clock_now());
  transaction.commit();
  std::cout << chosen << (chosen == 1 ? " delivery goes" : " deliveries go")
            << " out again, under the ids they had.\n";
  return 0;
}

void add_replay(CLI::App& alerts, int& exit_code) {
  CLI::App* verb = alerts.add_subcommand("replay", "Have figured send alerts again");
  auto options = std::make_shared<Replay>(*verb);
  verb->add_option("ID", options->choice.alert_id, "Only this alert");
  verb->add_option("--since", options->since, "Alerts raised since: 12h, 30d, 2026-11-01");
  verb->add_option("--endpoint", options->choice.endpoint,
                   "Only to this endpoint, also what it was never to get");
  verb->add_flag("--dead", options->choice.dead_only, "Only deliveries that were given up");
  verb->callback([options, &exit_code] { exit_code = replay(*options); });
}

void add_enable(CLI::App& alerts, int& exit_code) {
  CLI::App* verb =
      alerts.add_subcommand("enable", "Send again to an endpoint that answered 410 Gone");
  auto store = std::make_shared<StoreOption>(*verb);
  auto name = std::make_shared<std::string>();
  verb->add_option("ENDPOINT", *name, "Its name in the configuration")->required();
  verb->callback([store, name, &exit_code] {
    const auto desk = store->open_desk();
    storage::Transaction transaction(*desk);
    const bool enabled = desk->enable_endpoint(*name);
    transaction.commit();
    if (enabled)
      std::cout << *name << " is enabled; what waits for it goes out within a minute.\n";
    else
      std::cerr << "figurectl: no endpoint '" << *name << "' is disabled\n";
    exit_code = enabled ? 0 : 1;
  });
}

}  // namespace

void add_alerts_send_verbs(CLI::App& alerts, int& exit_code) {
  add_test(alerts, exit_code);
  add_replay(alerts, exit_code);
  add_enable(alerts, exit_code);
}

}  // namespace figured::cli
