#include "cli/top_verb.h"

#include <time.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/top_words.h"
#include "daemon/service/daemon_shape.h"
#include "daemon/vitals/vitals_json.h"
#include "feeds/feed_poller.h"

namespace figured::cli {
namespace {

constexpr char kHome[] = "\x1b[H";
constexpr char kClearLine[] = "\x1b[K";
constexpr char kClearBelow[] = "\x1b[J";

struct TopVerb {
  explicit TopVerb(CLI::App& verb) : store(verb) {
    verb.add_flag("--once", once, "Show it once");
    verb.add_flag("--json", json, "Print one JSON object a line");
    verb.add_option("--every", every, "Seconds between two looks")
        ->default_val(2)
        ->check(CLI::Range(1, 3600));
  }
  StoreOption store;
  bool once = false;
  bool json = false;
  int every = 2;
};

volatile std::sig_atomic_t stopped = 0;
void stop(int) { stopped = 1; }

// A screen of its own, and the terminal as it was afterwards.
class Screen {
 public:
  Screen() {
    struct sigaction action {};
    action.sa_handler = &stop;  // without SA_RESTART: it ends the rest between two looks
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::cout << "\x1b[?1049h\x1b[?25l";
  }
  ~Screen() { std::cout << "\x1b[?25h\x1b[?1049l" << std::flush; }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
};

std::string json_line(const daemon::DaemonState& state) {
  boost::json::object shape;
  shape["daemon"] = daemon::format_daemon(state);
  shape["vitals"] = daemon::format_vitals(state.vitals);
  return boost::json::serialize(shape);
}

std::string no_daemon(const std::string& store) {
  return "no figured answers for the store '" + store +
         "': it does not run, or this user may not read '" + store + ".state'";
}

void draw(const std::optional<daemon::DaemonState>& state, const std::string& store) {
  const std::vector<std::string> lines =
      state ? top_lines(*state, feeds::FeedPoller::read_clock(), terminal_width())
            : std::vector<std::string>{no_daemon(store)};
  std::cout << kHome;
  for (const std::string& line : lines) std::cout << line << kClearLine << "\r\n";
  std::cout << kClearBelow << std::flush;
}

void print(const daemon::DaemonState& state, bool json) {
  if (json) {
    std::cout << json_line(state) << std::endl;
    return;
  }
  for (const std::string& line :
       top_lines(state, feeds::FeedPoller::read_clock(), terminal_width()))
    std::cout << line << '\n';
}

void rest(int seconds) {
  const timespec time{seconds, 0};
  ::nanosleep(&time, nullptr);
}

int run_top(const TopVerb& options) {
  const std::string store = options.store.path();
  auto state = daemon::read_state(store);
  if (!state) {
    std::cerr << "figurectl: " << no_daemon(store) << '\n';
    return 1;
  }
  if (options.once) {
    print(*state, options.json);
    return 0;
  }
  if (options.json || ::isatty(STDOUT_FILENO) == 0) {
    for (; state && std::cout; state = daemon::read_state(store)) {
      print(*state, options.json);
      rest(options.every);
    }
    return state ? 0 : 1;
  }
  const Screen screen;
  for (; !stopped; state = daemon::read_state(store)) {
    draw(state, store);
    rest(options.every);
  }
  return 0;
}

}  // namespace

CLI::App* add_top_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("top", "How figured is, every two seconds");
  verb->callback(
      [options = std::make_shared<TopVerb>(*verb), &exit_code] { exit_code = run_top(*options); });
  return verb;
}

}  // namespace figured::cli
