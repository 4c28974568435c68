// Ledger records what polls brought: in one transaction it stores articles,
// revisions and claims, finds the facts they speak of, judges them, and writes
// disputes and alerts.
//
// It is used by one thread, the one that owns the store.  It reads no clock.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alerts/endpoint.h"
#include "alerts/route.h"
#include "claims/sameness/sameness_model.h"
#include "daemon/intake/pipeline.h"
#include "feeds/poll_conclusion.h"
#include "storage/store.h"

namespace figured::daemon {

// Two claims of one fact and how they stand to each other.
struct JudgedPair {
  const claims::Fact& fact;
  const claims::SourcedClaim& earlier;
  const claims::SourcedClaim& later;
  const claims::Verdict& verdict;
};

struct LedgerOptions {
  // Alerts are delivered to those that want them, by these routes.
  std::vector<alerts::Endpoint> endpoints;
  std::vector<alerts::Route> routes;
  // By which claims are held for claims of one fact.
  claims::SamenessModel sameness = claims::SamenessModel::builtin();
  feeds::PollPolicy polling{};
  // How long a summary waits for its article's page before its figures are told.
  std::chrono::seconds page_patience{300};
  std::string page{};  // address of the page, for links in alerts; "" = none
  // Told of every verdict, also those that are not stored; may be empty.  The words of a
  // verdict take most of the time to judge, so who counts asks for the relation alone.
  std::function<void(const JudgedPair&)> on_verdict = {};
  std::function<void(claims::Relation)> on_relation = {};
  // Told how old a new article is, by its own date, when it is stored (not of those
  // with which a feed is first read), and the article that an alert is of when that is
  // written; may be empty.
  std::function<void(std::chrono::seconds)> on_article = {};
  std::function<void(std::chrono::seconds)> on_alert = {};
};

// What became of one poll.
struct PollReport {
  feeds::Feed before;
  feeds::Feed after;  // with its next poll and validators
  std::vector<feeds::FeedEvent> events;
  std::size_t new_articles = 0;
  std::size_t revised_articles = 0;
  std::size_t known_articles = 0;
  std::size_t claims = 0;
  feeds::PollOutcome outcome = feeds::PollOutcome::kFailed;
  std::string code;       // feeds::FetchStatus
  std::size_t bytes = 0;  // of the body, as sent
  std::chrono::milliseconds lateness{0};
  std::chrono::milliseconds took{0};
  std::optional<feeds::HubLink> hub;     // that the document names; empty = none was read
  bool found_unpushed = false;           // it brought what no push had brought
  std::vector<feeds::WantedPage> pages;  // of articles whose claims wait for them
};

struct LedgerReport {
  std::vector<PollReport> polls;  // one a batch, in their order
  std::vector<alerts::Alert> alerts;
};

class Ledger {
 public:
  Ledger(storage::Store& store, LedgerOptions options);

  // Returns once all of it is committed.  Throws StoreError, having written
  // nothing.
  LedgerReport record(std::span<const PollBatch> batches, storage::Seconds now);

 private:
  storage::Store& store_;
  LedgerOptions options_;
  const claims::Extractor extractor_{};  // of what was held for known and is not
};

}  // namespace figured::daemon
