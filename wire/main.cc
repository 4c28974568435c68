// figured-wire: the offline news wire.  Publishes invented articles on loopback
// and shows the alerts that figured sends back.
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>
#include <iostream>

#include "wire/alert_text.h"
#include "wire/until_read.h"
#include "wire/wire_config.h"
#include "wire/wire_files.h"
#include "wire/wire_server.h"

namespace figured::wire {
namespace {
namespace asio = boost::asio;

struct Flags {
  std::string articles = FIGURED_WIRE_ARTICLES;
  std::string config;
  std::string store = "figured.db";
  std::uint16_t port = 0;
  int every = 400;
  int deadline = 120;
  int at_least = 0;
  bool once = false;
};

void add_flags(CLI::App& app, Flags& flags) {
  app.add_option("--articles", flags.articles, "folder with outlets.toml and articles/");
  app.add_option("--write-config", flags.config, "write a configuration of figured to this file");
  app.add_option("--store", flags.store, "the store that this configuration names");
  app.add_option("--port", flags.port, "port on 127.0.0.1; 0 takes a free one");
  app.add_option("--every", flags.every, "milliseconds between two articles")
      ->check(CLI::Range(1, 3'600'000));
  app.add_flag("--once", flags.once, "end when everything was published, read and told");
  app.add_option("--deadline", flags.deadline, "with --once: fail after so many seconds");
  app.add_option("--at-least", flags.at_least, "with --once: fail with fewer contradictions");
}

constexpr auto kForEver = std::chrono::steady_clock::time_point::max();

void say(const std::string& text) { std::cout << text << std::flush; }

// Prints each article as it goes out, then waits for ever.
asio::awaitable<void> announce(const WireServer& server) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const Wire& wire = server.wire();
  for (std::size_t next = 0;;) {
    for (; next < wire.released(server.now()); ++next) {
      const WireArticle& article = wire.article(next);
      say("· " + wire.find_outlet(article.outlet)->name + ": " + article.title + "\n");
      if (next + 1 == wire.size()) say("· all " + std::to_string(next + 1) + " are published\n");
    }
    timer.expires_after(std::chrono::milliseconds(20));
    co_await timer.async_wait(asio::use_awaitable);
  }
}

asio::awaitable<int> work(const WireServer& server, const Flags& flags) {
  if (!flags.once)
    co_await asio::steady_timer(co_await asio::this_coro::executor, kForEver)
        .async_wait(asio::use_awaitable);
  const UntilRead options{.contradictions = flags.at_least,
                          .deadline = std::chrono::seconds(flags.deadline)};
  const std::vector<std::string> missing = co_await until_read(server, options);
  for (const std::string& line : missing) std::cerr << "figured-wire: " << line << "\n";
  say("\n" + std::to_string(server.hooks().deliveries().size()) + " alerts, " +
      std::to_string(server.hooks().count("figure.contradiction")) + " contradictions\n");
  co_return missing.empty() ? 0 : 1;
}

// Ends with the work or by a signal; both are a good end.  Failures are thrown.
asio::awaitable<int> race(WireServer& server, const Flags& flags) {
  const auto executor = co_await asio::this_coro::executor;
  asio::signal_set signals(executor, SIGINT, SIGTERM);
  auto group = asio::experimental::make_parallel_group(
      asio::co_spawn(executor, server.run(), asio::deferred),
      asio::co_spawn(executor, work(server, flags), asio::deferred),
      asio::co_spawn(executor, announce(server), asio::deferred),
      signals.async_wait(asio::deferred));
  const auto [order, served, worked, status, announced, error, signal] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  if (order[0] == 0 && served) std::rethrow_exception(served);
  if (order[0] == 1 && worked) std::rethrow_exception(worked);
  co_return order[0] == 1 ? status : 0;
}

WireServerOptions server_options(const Flags& flags) {
  const bool colours = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  WireServerOptions options;
  options.port = flags.port;
  options.secret = make_secret();
  options.on_alert = [colours](const boost::json::object& alert) {
    say("\n" + format_alert(alert, colours) + "\n");
  };
  return options;
}

int run(const Flags& flags) {
  asio::io_context context(1);
  const auto opens =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  WireServer server(context.get_executor(),
                    read_wire(flags.articles, opens, std::chrono::milliseconds(flags.every)),
                    server_options(flags));
  if (!flags.config.empty())
    write_file(flags.config, format_config(server, std::filesystem::absolute(flags.store)));
  say("figured-wire: " + std::to_string(server.wire().size()) + " articles of " +
      std::to_string(server.wire().outlets().size()) + " outlets at " + server.origin() + "\n");
  int status = 1;
  std::exception_ptr failure;
  asio::co_spawn(context, race(server, flags), [&](std::exception_ptr thrown, int result) {
    failure = thrown;
    status = result;
  });
  context.run();
  if (failure) std::rethrow_exception(failure);
  return status;
}

}  // namespace
}  // namespace figured::wire

int main(int argc, char** argv) {
  CLI::App app("The offline news wire: invented articles for figured to read");
  figured::wire::Flags flags;
  figured::wire::add_flags(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    return figured::wire::run(flags);
  } catch (const std::exception& error) {
    std::cerr << "figured-wire: " << error.what() << "\n";
    return 1;
  }
}
