#include "cli/backtest_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "alerts/route.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/time_option.h"
#include "cli/words.h"
#include "config/config.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct Backtest {
  explicit Backtest(CLI::App& verb) : store(verb) {
    verb.add_option("--since", since, "Alerts raised since: 12h, 30d, 2026-11-01")
        ->capture_default_str();
    verb.add_option("--rules", rules, "A TOML file with [[route]] tables")->required();
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  std::string since = "30d";
  std::string rules;
  bool json = false;
};

// Plays the alerts through one route as if each were raised then: its bundles fill, its
// cooldowns run, what is due is told.
class Player {
 public:
  explicit Player(const alerts::Route& route) : route_(route) { endpoint_.name = "any"; }

  // The plan, or nothing where the route does not match.
  std::optional<alerts::DeliveryPlan> play(const alerts::Notice& notice) {
    const auto now = notice.alert.created_at;
    std::erase_if(waiting_, [&](const auto& bundle) { return bundle.second <= now; });
    const alerts::RouteHistory history{
        [this](const std::string&, const std::string& bundle) {
          const auto found = waiting_.find(bundle);
          return found == waiting_.end() ? std::nullopt : std::optional(found->second);
        },
        [this](const std::string&, std::int64_t dispute) {
          const auto found = told_.find(dispute);
          return found == told_.end() ? std::nullopt : std::optional(found->second);
        }};
    alerts::Route anywhere = route_;
    anywhere.to.clear();
    const auto plans = alerts::plan_deliveries(std::span(&anywhere, 1), std::span(&endpoint_, 1),
                                               notice, now, history);
    if (plans.empty()) return std::nullopt;
    const alerts::DeliveryPlan& plan = plans.front();
    if (plan.bundle.empty() || waiting_.emplace(plan.bundle, plan.not_before).second) ++messages_;
    told_[notice.alert.dispute_id] = plan.not_before;
    ++alerts_;
    return plan;
  }

  std::size_t alerts() const { return alerts_; }
  std::size_t messages() const { return messages_; }

 private:
  const alerts::Route& route_;
  alerts::Endpoint endpoint_;
  std::map<std::string, std::chrono::sys_seconds> waiting_;
  std::map<std::int64_t, std::chrono::sys_seconds> told_;
  std::size_t alerts_ = 0;
  std::size_t messages_ = 0;
};

void backtest(const storage::StoreReader& store, const Backtest& options) {
  const auto now = clock_now();
  const auto from = parse_since(options.since, now);
  const auto routes = config::load_routes(options.rules);
  const auto alerts = store.alerts_since(from);
  for (const alerts::Route& route : routes) {
    Player player(route);
    Table table({"RAISED", "TOLD", "TYPE", "SEVERITY", "SUMMARY"});
    for (const alerts::Alert& alert : alerts) {
      const auto plan = player.play(alerts::read_notice(alert));
      if (!plan) continue;
      if (options.json)
        std::cout << boost::json::serialize(
                         boost::json::object{{"route", route.name},
                                             {"alert", alert.id},
                                             {"raised", time_words(alert.created_at)},
                                             {"told", time_words(plan->not_before)},
                                             {"bundle", plan->bundle},
                                             {"summary", alert.summary}})
                  << '\n';
      table.add({time_words(alert.created_at), time_words(plan->not_before),
                 std::string(format_alert_type(alert.type)), share_words(alert.severity),
                 tame(alert.summary)});
    }
    if (options.json) continue;
    std::cout << "Route " << route.name << " would have fired "
              << count_words(static_cast<std::int64_t>(player.alerts()), "time") << " in "
              << count_words(static_cast<std::int64_t>(player.messages()), "message") << ", of "
              << count_words(static_cast<std::int64_t>(alerts.size()), "alert") << " since "
              << time_words(from) << ".\n";
    if (player.alerts() != 0) table.print(std::cout, terminal_width());
  }
}

}  // namespace

CLI::App* add_backtest_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("backtest", "What routes would have sent, over the alerts of the store");
  verb->callback([options = std::make_shared<Backtest>(*verb), &exit_code] {
    backtest(*options->store.open(), *options);
    exit_code = 0;
  });
  return verb;
}

}  // namespace figured::cli
