// figured: reads live news feeds and raises an alert when figures contradict.
//
//   figured --config FILE [--check | --checked]
//
// Exit status: 0 stopped by a signal, or the configuration is good; 1 it could
// not go on; 2 bad usage or a bad configuration.
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "config/config.h"
#include "daemon/daemon.h"
#include "daemon/log/log.h"
#include "daemon/service/socket_activation.h"
#include "daemon/version.h"
#include "net/curl_http_client.h"
#include "net/curl_mail_client.h"

namespace figured::daemon {
namespace {

constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

struct Flags {
  std::string config;
  bool check = false;
  bool checked = false;
};

// An exit status where there is nothing more to do.
std::optional<int> parse_flags(int argc, char** argv, Flags& flags) {
  CLI::App app("Reads live news feeds and raises an alert when figures contradict", "figured");
  app.set_version_flag("--version", std::string("figured ") + kVersion);
  app.add_option("--config", flags.config, "The configuration, a TOML file")->required();
  CLI::Option* check = app.add_flag("--check", flags.check, "Only check the configuration");
  app.add_flag("--checked", flags.checked,
               "--check has run before: do not say again what is wrong with the configuration")
      ->excludes(check);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& end) {
    return app.exit(end) == 0 ? 0 : kBadUsage;
  }
  return std::nullopt;
}

// Before there is a log.  What is wrong is an error in the journal too (sd-daemon(3)).
void print_wrong(const std::string& lines) {
  const std::string_view priority = stderr_is_journal() ? "<3>" : "";
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) std::cerr << priority << line << '\n';
}

int report_good(const config::Config& config) {
  std::cout << "The configuration is good: " << config.feeds.size() << " feeds, "
            << config.endpoints.size() << " endpoints\n";
  return 0;
}

int run(const Flags& flags, config::Config config) {
  const auto log = open_log(config.log.format, config.log.level);
  const EventLog events(log);
  try {
    const ServiceNotifier notifier = ServiceNotifier::from_environment();
    ActivatedSockets activated = ActivatedSockets::from_environment();
    boost::asio::io_context io(1);
    DaemonParts parts;
    parts.control = activated.take("control");
    parts.page_socket = activated.take("page").value_or(-1);
    parts.push_socket = activated.take("websub").value_or(-1);
    parts.read_config = [&flags] { return config::load_config(flags.config); };
    parts.make_http = [&io](const config::Config& settings) {
      return std::make_unique<net::CurlHttpClient>(io.get_executor(), settings.http);
    };
    parts.make_mail = [&io](const config::Config& settings) {
      return std::make_unique<net::CurlMailClient>(io.get_executor(), settings.http);
    };
    parts.on_reload = [&log](const config::Config& settings) {
      set_log_level(*log, settings.log.level);
    };
    Daemon daemon(io.get_executor(), std::move(config), std::move(parts), events, notifier);
    std::exception_ptr failure;
    boost::asio::co_spawn(io, daemon.run(), [&](std::exception_ptr end) { failure = end; });
    io.run();
    if (failure) std::rethrow_exception(failure);
    return 0;
  } catch (const std::exception& error) {
    events.failed(error.what());
    return kFailed;
  }
}

int load_and_run(const Flags& flags) {
  try {
    config::Config config = config::load_config(flags.config);
    return flags.check ? report_good(config) : run(flags, std::move(config));
  } catch (const config::ConfigError& error) {
    print_wrong(flags.checked ? "figured: the configuration is wrong, as `figured --config " +
                                    flags.config + " --check` says"
                              : error.what());
    return kBadUsage;
  } catch (const std::exception& error) {
    print_wrong(std::string("figured: ") + error.what());
    return kFailed;
  }
}

}  // namespace
}  // namespace figured::daemon

int main(int argc, char** argv) {
  figured::daemon::Flags flags;
  if (const auto end = figured::daemon::parse_flags(argc, argv, flags)) return *end;
  return figured::daemon::load_and_run(flags);
}
