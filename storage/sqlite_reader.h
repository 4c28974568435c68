// SqliteReader answers the questions of StoreReader over one connection.
//
// Each answer shows one state of the store, however many statements it takes.
#pragma once
#include "storage/sqlite_decisions.h"
#include "storage/sqlite_disputes.h"
#include "storage/sqlite_endpoints.h"
#include "storage/sqlite_facts.h"
#include "storage/sqlite_feeds.h"
#include "storage/sqlite_outbox.h"
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
  std::vector<claims::Dispute> disputes(std::size_t limit) const override;
  std::optional<DisputeView> dispute(std::int64_t id) const override;
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

 private:
  Connection& db_;
  SqliteFeeds feeds_;
  SqliteFacts facts_;
  SqliteDisputes disputes_;
  SqliteDecisions decisions_;
  SqliteOutbox outbox_;
  SqliteEndpoints endpoints_;
};

}  // namespace figured::storage
