// SqliteReader answers the questions of StoreReader over one connection.
//
// Each answer shows one state of the store, however many statements it takes.
#pragma once
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_decisions.h"
#include "storage/sqlite/sqlite_disputes.h"
#include "storage/sqlite/sqlite_endpoints.h"
#include "storage/sqlite/sqlite_facts.h"
#include "storage/sqlite/sqlite_feeds.h"
#include "storage/sqlite/sqlite_history.h"
#include "storage/sqlite/sqlite_listings.h"
#include "storage/sqlite/sqlite_outbox.h"
#include "storage/sqlite/sqlite_search.h"
#include "storage/sqlite/sqlite_subscriptions.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteReader : public StoreReader {
 public:
  // `db` must outlive the reader.
  explicit SqliteReader(Connection& db);

  StoreStatus status() const override;
  std::vector<feeds::Feed> feeds() const override;
  std::vector<FetchRecord> fetches(std::int64_t feed_id, std::size_t limit) const override;
  std::vector<feeds::Subscription> subscriptions() const override;
  std::vector<claims::Dispute> disputes(std::size_t limit) const override;
  std::optional<DisputeView> dispute(std::int64_t id) const override;
  std::optional<DisputeView> listed_dispute(std::int64_t id) const override;
  std::vector<claims::Fact> facts() const override;
  std::vector<alerts::Alert> alerts(std::size_t limit) const override;
  std::optional<alerts::Alert> alert(const std::string& id) const override;
  std::vector<alerts::Delivery> deliveries(const std::string& alert_id) const override;
  std::vector<alerts::Alert> alerts_of_dispute(std::int64_t dispute_id) const override;
  std::vector<alerts::Alert> alerts_since(Seconds from) const override;
  std::vector<alerts::Attempt> attempts(const std::string& alert_id) const override;
  std::vector<alerts::Delivery> dead_deliveries(std::size_t limit) const override;
  std::vector<EndpointState> endpoints() const override;
  std::vector<Silence> silences(Seconds from) const override;
  std::vector<std::string> contradictions_of_outbox() const override;
  std::vector<PairLabel> pair_labels() const override;
  std::optional<ArticleView> article_view(std::int64_t id) const override;
  std::optional<ArticleHistory> article_history(std::int64_t id) const override;
  std::optional<ArticleView> revision_of_claim(std::int64_t claim_id) const override;
  FoundArticles search(std::span<const std::string> words, std::size_t limit,
                       std::int64_t before) const override;
  FoundArticles carriers(std::int64_t article_id, std::size_t limit) const override;
  std::optional<claims::Fact> fact(std::int64_t id) const override;
  std::vector<ClaimView> claims_of_fact(std::int64_t fact_id, std::int64_t after,
                                        std::size_t limit) const override;
  FoundFacts search_facts(std::span<const std::string> words, std::size_t limit) const override;
  const Listings& listings() const override { return listings_; }

 private:
  Connection& db_;
  mutable StoredTexts texts_;
  SqliteFeeds feeds_;
  SqliteSubscriptions subscriptions_;
  SqliteFacts facts_;
  SqliteDisputes disputes_;
  SqliteDecisions decisions_;
  SqliteOutbox outbox_;
  SqliteEndpoints endpoints_;
  SqliteListings listings_;
  mutable SqliteSearch search_;
  mutable SqliteHistory history_;
};

}  // namespace figured::storage
