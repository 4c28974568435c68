#include "cli/check_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "claims/claim_json.h"
#include "cli/article_lines.h"
#include "cli/store_option.h"
#include "config/config.h"
#include "daemon/ledger/ledger.h"
#include "storage/sqlite/sqlite_store.h"

namespace figured::cli {
namespace {

constexpr std::size_t kArticlesATransaction = 200;

struct CheckVerb {
  explicit CheckVerb(CLI::App& verb) : weights(verb) {
    verb.add_option("FILE", files, "Articles as JSON lines or plain text; none: standard input");
    verb.add_flag("--facts", facts, "Print every fact with its claims instead of verdicts");
    verb.add_option("--config", config, "Go by the weights that this configuration names")
        ->excludes("--weights");
  }
  claims::SamenessModel sameness() const {
    if (weights.given()) return weights.read();
    return config.empty() ? claims::SamenessModel::builtin()
                          : config::load_config(config, config::Secrets::kNone).claims.sameness;
  }
  WeightsOption weights;
  std::vector<std::string> files;
  std::string config;
  bool facts = false;
};

boost::json::object format_pair(const daemon::JudgedPair& pair) {
  boost::json::object out = claims::format_verdict(pair.verdict);
  out["fact"] = pair.fact.label;
  out["fact_id"] = pair.fact.id;
  out["a"] = claims::format_claim(pair.earlier);
  out["b"] = claims::format_claim(pair.later);
  return out;
}

boost::json::object format_fact(const claims::Fact& fact) {
  boost::json::array claims;
  for (const claims::SourcedClaim& claim : fact.live) claims.push_back(claims::format_claim(claim));
  return {{"fact", fact.id},         {"label", fact.label}, {"measure", fact.measure},
          {"subject", fact.subject}, {"place", fact.place}, {"claims", std::move(claims)}};
}

// Runs articles through a ledger of its own, as one feed would bring them.
class Check {
 public:
  explicit Check(daemon::LedgerOptions options)
      : store_(storage::open_sqlite_store(":memory:")), ledger_(*store_, std::move(options)) {
    storage::Transaction transaction(*store_);
    feed_ = store_->adopt_feeds(
        std::vector<feeds::FeedSource>{{.url = "check:", .outlet = {}, .group = {}}},
        storage::Seconds{})[0];
    transaction.commit();
  }

  void add(feeds::Article article) {
    batch_.claims.push_back(daemon::read_article(article, extractor_));
    batch_.reading.articles.push_back(std::move(article));
    if (batch_.claims.size() == kArticlesATransaction) flush();
  }

  void flush() {
    batch_.feed = feed_;
    batch_.reading.outcome = feeds::PollOutcome::kChanged;
    ledger_.record({&batch_, 1}, storage::Seconds{});
    batch_ = daemon::PollBatch{};
  }

  const storage::StoreReader& store() const { return *store_; }

 private:
  std::unique_ptr<storage::Store> store_;
  daemon::Ledger ledger_;
  claims::Extractor extractor_;
  feeds::Feed feed_;
  daemon::PollBatch batch_;
};

int check(const CheckVerb& verb) {
  daemon::LedgerOptions options;
  options.sameness = verb.sameness();
  if (!verb.facts) {
    options.on_verdict = [](const daemon::JudgedPair& pair) {
      std::cout << boost::json::serialize(format_pair(pair)) << '\n';
    };
  }
  Check check(std::move(options));
  const int status =
      each_article(verb.files, [&](feeds::Article article) { check.add(std::move(article)); });
  check.flush();
  if (verb.facts) {
    for (const claims::Fact& fact : check.store().facts()) {
      std::cout << boost::json::serialize(format_fact(fact)) << '\n';
    }
  }
  return status;
}

}  // namespace

CLI::App* add_check_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("check", "Judge articles against each other, in their order");
  verb->callback(
      [options = std::make_shared<CheckVerb>(*verb), &exit_code] { exit_code = check(*options); });
  return verb;
}

}  // namespace figured::cli
