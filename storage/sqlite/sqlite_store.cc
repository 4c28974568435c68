#include "storage/sqlite/sqlite_store.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "storage/facts/live_facts.h"
#include "storage/facts/read_index.h"
#include "storage/packing/article_packer.h"
#include "storage/packing/dictionary_maker.h"
#include "storage/search/search_indexer.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_articles.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_history.h"
#include "storage/sqlite/sqlite_pages.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_retention.h"
#include "storage/sqlite/sqlite_subscriptions.h"
#include "storage/store_admission.h"
#include "storage/store_check.h"
#include "storage/store_lock.h"

namespace figured::storage {
namespace {

constexpr char kMemory[] = ":memory:";
// So long a ledger that must not be held up waits at a time for what is read of the store.
constexpr std::chrono::milliseconds kMoment{250};

void require_folder(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) return;
  throw StoreError("store '" + path + "': there is no folder '" + folder.string() + "'");
}

std::unique_ptr<StoreLock> lock_store(const std::string& path,
                                      const std::function<bool()>& progress) {
  if (path == kMemory) return nullptr;
  require_folder(path);
  auto lock = std::make_unique<StoreLock>(path);
  admit_store(path, progress);
  return lock;
}

void require_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return;
  throw StoreError("store '" + path + "': there is no such file; figured makes it when it starts");
}

// What is set here holds for the connection or is kept in the file; the page size,
// and whether free pages can be given back, only before the first write.
void set_up_writer(Connection& db) {
  db.execute("PRAGMA page_size = 16384");
  db.execute("PRAGMA auto_vacuum = INCREMENTAL");
  db.execute("PRAGMA journal_mode = WAL");
  db.execute("PRAGMA synchronous = FULL");
  db.execute("PRAGMA cache_size = -131072");           // 128 MiB
  db.execute("PRAGMA journal_size_limit = 67108864");  // the WAL shrinks to this
  db.execute("PRAGMA temp_store = MEMORY");
}

// What a store and a desk have in common: `Contract` is one of the two.
template <class Contract>
class SqliteWriter : public Contract {
 public:
  void begin() override {
    db_.require_checkpoint();
    db_.statement("BEGIN IMMEDIATE").run();
  }
  void commit() override { db_.statement("COMMIT").run(); }
  void rollback() noexcept override {
    // After a full disk SQLite has rolled back already; where it cannot, the
    // transaction ends with the process, uncommitted.
    try {
      if (db_.in_transaction()) db_.statement("ROLLBACK").run();
    } catch (const StoreError&) {
    }
  }

  StoreStatus status() const override { return settled().status(); }
  std::vector<feeds::Feed> feeds() const override { return settled().feeds(); }
  std::vector<FetchRecord> fetches(std::int64_t feed_id, std::size_t limit) const override {
    return reader_.fetches(feed_id, limit);
  }
  std::vector<feeds::Subscription> subscriptions() const override {
    return reader_.subscriptions();
  }
  std::vector<claims::Dispute> disputes(std::size_t limit) const override {
    return reader_.disputes(limit);
  }
  std::optional<DisputeView> dispute(std::int64_t id) const override {
    return settled().dispute(id);
  }
  std::optional<DisputeView> listed_dispute(std::int64_t id) const override {
    return settled().listed_dispute(id);
  }
  std::vector<claims::Fact> facts() const override { return settled().facts(); }
  std::vector<alerts::Alert> alerts(std::size_t limit) const override {
    return reader_.alerts(limit);
  }
  std::optional<alerts::Alert> alert(const std::string& id) const override {
    return reader_.alert(id);
  }
  std::vector<alerts::Delivery> deliveries(const std::string& alert_id) const override {
    return reader_.deliveries(alert_id);
  }
  std::vector<alerts::Alert> alerts_of_dispute(std::int64_t dispute_id) const override {
    return reader_.alerts_of_dispute(dispute_id);
  }
  std::vector<alerts::Alert> alerts_since(Seconds from) const override {
    return reader_.alerts_since(from);
  }
  std::vector<alerts::Attempt> attempts(const std::string& alert_id) const override {
    return reader_.attempts(alert_id);
  }
  std::vector<alerts::Delivery> dead_deliveries(std::size_t limit) const override {
    return reader_.dead_deliveries(limit);
  }
  std::vector<EndpointState> endpoints() const override { return reader_.endpoints(); }
  std::vector<Silence> silences(Seconds from) const override { return reader_.silences(from); }
  std::vector<std::string> contradictions_of_outbox() const override {
    return reader_.contradictions_of_outbox();
  }
  std::vector<PairLabel> pair_labels() const override { return reader_.pair_labels(); }
  std::optional<ArticleView> article_view(std::int64_t id) const override {
    return settled().article_view(id);
  }
  std::optional<ArticleHistory> article_history(std::int64_t id) const override {
    return settled().article_history(id);
  }
  std::optional<ArticleView> revision_of_claim(std::int64_t claim_id) const override {
    return reader_.revision_of_claim(claim_id);
  }
  FoundArticles search(std::span<const std::string> words, std::size_t limit,
                       std::int64_t before) const override {
    return reader_.search(words, limit, before);
  }
  FoundArticles carriers(std::int64_t article_id, std::size_t limit) const override {
    return reader_.carriers(article_id, limit);
  }
  std::optional<claims::Fact> fact(std::int64_t id) const override { return settled().fact(id); }
  std::vector<ClaimView> claims_of_fact(std::int64_t fact_id, std::int64_t after,
                                        std::size_t limit) const override {
    return settled().claims_of_fact(fact_id, after, limit);
  }
  FoundFacts search_facts(std::span<const std::string> words, std::size_t limit) const override {
    return settled().search_facts(words, limit);
  }
  const Listings& listings() const override { return settled().listings(); }

  void put_dispute(claims::Dispute& dispute) override { disputes_.put(dispute); }
  void put_decision(std::int64_t dispute_id, const claims::Decision& decision,
                    std::span<const PairLabel> labels) override {
    decisions_.put(dispute_id, decision, labels);
  }
  void reserve_alert(alerts::Alert& alert) override { outbox_.reserve(alert); }
  void put_alert(const alerts::Alert& alert, std::span<const alerts::DeliveryPlan> plans,
                 std::int64_t silence_id) override {
    outbox_.put(alert, plans, silence_id);
  }
  void put_silence(Silence& silence) override { endpoints_.put_silence(silence); }
  std::size_t replay(const ReplayChoice& choice, Seconds now) override {
    return endpoints_.replay(choice, now);
  }
  bool enable_endpoint(const std::string& name) override { return endpoints_.enable(name); }
  std::int64_t add_feed(const feeds::FeedSource& source, Seconds now) override {
    return feeds_.add(source, now);
  }
  void remove_feed(std::int64_t id) override { feeds_.remove(id); }
  void set_feed_state(std::int64_t id, feeds::FeedState state, Seconds now) override {
    feeds_.set_state(id, state, now);
  }
  void hasten_feed(std::int64_t id, Seconds now) override { feeds_.hasten(id, now); }

 protected:
  // `lock` is null where none is needed.
  SqliteWriter(const std::string& path, std::unique_ptr<StoreLock> lock)
      : lock_(std::move(lock)), db_(path, OpenMode::kReadWrite) {}

 private:
  // Called before articles, claims, facts and verdicts are read through the connection.
  virtual void settle() const {}
  const SqliteReader& settled() const {
    settle();
    return reader_;
  }

  std::unique_ptr<StoreLock> lock_;  // given up last

 protected:
  Connection db_;
  mutable SqliteDisputes disputes_{db_};
  SqliteEndpoints endpoints_{db_};
  SqliteOutbox outbox_{db_};
  SqliteFeeds feeds_{db_};

 private:
  SqliteReader reader_{db_};
  SqliteDecisions decisions_{db_};
};

class SqliteDesk final : public SqliteWriter<Desk> {
 public:
  explicit SqliteDesk(const std::string& path) : SqliteWriter(path, nullptr) {
    require_migrated(db_);
    db_.execute("PRAGMA synchronous = FULL");
    db_.execute("PRAGMA foreign_keys = ON");
  }
};

class SqliteStore final : public SqliteWriter<Store> {
 public:
  SqliteStore(const std::string& path, const std::function<bool()>& progress,
              std::size_t facts_memory)
      : SqliteWriter(path, lock_store(path, progress)), held_(facts_memory) {
    refuse_foreign(db_);
    set_up_writer(db_);
    db_.on_progress(progress);
    migrate(db_);
    db_.on_progress({});
    db_.execute("PRAGMA foreign_keys = ON");
    dictionaries_ = texts_.read_dictionaries();
    packer_.use(texts_.press(PackedKind::kText), texts_.press(PackedKind::kClaims));
    if (path == kMemory) return;
    const FillPatience patience = progress ? FillPatience(kMoment) : std::nullopt;
    facts_.take_index_from(std::make_unique<Filler<FactIndex>>(path, read_index, patience));
    articles_.take_filter_from(std::make_unique<Filler<NameFilter>>(path, read_names, patience));
    maker_.emplace(path);
    indexer_.emplace(path);
  }

  void begin() override {
    if (maker_) improve_compression();
    articles_.begin();
    facts_.begin();
    SqliteWriter::begin();
  }
  void commit() override {
    settle();
    articles_.end();
    SqliteWriter::commit();
    const std::int64_t revisions = articles_.revisions();
    if (indexer_ && std::exchange(indexed_, revisions) != revisions) indexer_->wake();
  }
  void rollback() noexcept override {
    facts_.forget_all();
    articles_.forget();
    disputes_.forget();
    SqliteWriter::rollback();
  }

  std::deque<feeds::Feed> adopt_feeds(std::span<const feeds::FeedSource> sources,
                                      Seconds now) override {
    settle();
    return feeds_.adopt(sources, now);
  }
  std::deque<feeds::Feed> polled_feeds() const override {
    settle();
    return feeds_.polled();
  }
  std::int64_t roster_version() const override { return feeds_.roster_version(); }
  void put_poll(const PollRecord& poll) override { feeds_.put_poll(poll); }
  void put_subscription(const feeds::Subscription& subscription) override {
    SqliteSubscriptions(db_).put(subscription);
  }
  void remove_subscription(const std::string& key) override {
    SqliteSubscriptions(db_).remove(key);
  }
  std::optional<StoredArticle> meet_article(std::int64_t feed_id, const feeds::Article& article,
                                            Seconds seen) override {
    return articles_.meet(feed_id, article, seen);
  }
  const Preparer& preparer() const override { return packer_; }
  StoredArticle put_article(std::int64_t feed_id, const feeds::Article& article,
                            std::shared_ptr<ReadyArticle> ready, Seconds seen) override {
    const StoredArticle stored = articles_.put(feed_id, article, *ready, seen);
    return enter(stored, std::move(ready));
  }
  std::optional<feeds::Article> article(std::int64_t id, std::int64_t revision) const override {
    return articles_.latest(id, revision);
  }
  void want_page(std::int64_t article_id, std::int64_t revision, Seconds deadline) override {
    pages_.want(article_id, revision, deadline);
  }
  std::vector<feeds::WantedPage> wanted_pages() const override { return pages_.wanted(); }
  StoredArticle put_full_text(std::int64_t article_id, std::int64_t revision,
                              std::shared_ptr<ReadyArticle> ready, Seconds seen) override {
    const StoredArticle stored = articles_.complete(article_id, revision, *ready, seen);
    return enter(stored, std::move(ready));
  }
  void put_page(const PageRecord& page) override { pages_.put(page); }
  bool has_full_text(std::int64_t article_id) const override { return pages_.has_text(article_id); }
  void await_search() override {
    if (indexer_) indexer_->await();
  }
  void await_facts() override {
    articles_.require_names();
    facts_.require_index();
  }
  std::vector<claims::SourcedClaim> retire_claims(std::int64_t article_id,
                                                  std::int64_t revision) override {
    return facts_.retire(article_id, revision);
  }
  std::vector<claims::SharedFact> facts_by_keys(
      std::span<const claims::FactKey> keys, std::size_t limit,
      const claims::ArticleFilter& filter) const override {
    return facts_.by_keys(keys, limit, filter);
  }
  std::int64_t put_fact(const claims::Fact& fact) override { return facts_.put(fact); }
  std::int64_t put_claim(std::int64_t fact_id, std::int64_t revision, ReadyArticle& ready,
                         std::size_t place) override {
    return facts_.put_ready_claim(fact_id, revision, ready, place);
  }
  // Asked of claims that are just being recorded, so nothing is written for it.
  std::optional<ArticleView> revision_of_claim(std::int64_t claim_id) const override {
    auto revision = facts_.revision_of(claim_id);
    return revision ? std::optional(shown(*std::move(revision))) : std::nullopt;
  }
  void put_verdict(const VerdictRecord& record) override { disputes_.put_verdict(record); }
  std::optional<claims::Dispute> dispute_of_fact(std::int64_t fact_id) const override {
    return disputes_.of_fact(fact_id);
  }
  std::optional<claims::Dispute> dispute_of_claim(std::int64_t claim_id) const override {
    return disputes_.of_claim(claim_id);
  }
  std::vector<alerts::Delivery> due_deliveries(const std::string& endpoint, Seconds now,
                                               std::size_t limit,
                                               alerts::Lane lane) const override {
    return outbox_.due(endpoint, now, limit, lane);
  }
  std::vector<alerts::Delivery> take_deliveries(const std::string& endpoint, Seconds now,
                                                std::size_t limit, alerts::Lane lane,
                                                std::size_t bundle_size) override {
    return outbox_.take(endpoint, now, limit, lane, bundle_size);
  }
  std::optional<Seconds> next_delivery(const std::string& endpoint,
                                       alerts::Lane lane) const override {
    return outbox_.next(endpoint, lane);
  }
  std::optional<Seconds> bundle_due(const std::string& endpoint,
                                    const std::string& bundle) const override {
    return outbox_.bundle_due(endpoint, bundle);
  }
  std::optional<Seconds> last_told(const std::string& endpoint,
                                   std::int64_t dispute_id) const override {
    return outbox_.last_told(endpoint, dispute_id);
  }
  void put_attempt(const alerts::Attempt& attempt) override { outbox_.put_attempt(attempt); }
  void adopt_endpoints(std::span<const EndpointState> endpoints) override {
    endpoints_.adopt(endpoints);
  }
  std::size_t fall_back(const std::string& endpoint, Seconds now) override {
    return endpoints_.fall_back(endpoint, now);
  }
  Removal remove_expired(const RetentionPolicy& policy, Seconds now, std::int64_t rows) override {
    return retention_.remove_expired(policy, now, rows);
  }

 private:
  // In a transaction of its own: what is compressed with a dictionary must not be
  // stored before it.  Where there is no room for it, the next start makes another.
  void improve_compression() {
    try {
      if (const std::optional<Dictionaries> made = maker_->take()) {
        SqliteWriter::begin();
        texts_.put_dictionaries(*made);
        SqliteWriter::commit();
      }
      const std::int64_t dictionaries = texts_.read_dictionaries();
      if (dictionaries != std::exchange(dictionaries_, dictionaries))
        packer_.use(texts_.press(PackedKind::kText), texts_.press(PackedKind::kClaims));
      maker_->consider(articles_.revisions(), dictionaries);
    } catch (const StoreError& error) {
      SqliteWriter::rollback();
      if (!error.passes()) throw;
    }
  }

  // What is still only in memory must be seen by the reader too.
  void settle() const override {
    articles_.write();
    facts_.write();
    disputes_.write();
  }
  StoredArticle enter(const StoredArticle& stored, std::shared_ptr<const ReadyArticle> ready) {
    if (stored.novelty != Novelty::kKnown) facts_.enter(std::move(ready));
    return stored;
  }

  LiveFacts held_;
  StoredTexts texts_{db_};
  mutable SqliteArticles articles_{db_, texts_};
  SqlitePages pages_{db_, texts_};
  ArticlePacker packer_;
  mutable SqliteFacts facts_{db_, texts_, &held_, &packer_.spent()};
  SqliteRetention retention_{db_, facts_};
  std::int64_t dictionaries_ = 0;  // of which packer_ has the newest
  // Of a store in memory there is none.
  std::optional<DictionaryMaker> maker_;
  std::optional<SearchIndexer> indexer_;
  std::int64_t indexed_ = 0;  // revisions that it was woken for
};

struct ReadOnlyConnection {
  Connection db;
};

// The connection is a base so that it is there before the reader, and after.
class ReadOnlyStore final : private ReadOnlyConnection, public SqliteReader {
 public:
  explicit ReadOnlyStore(const std::string& path)
      : ReadOnlyConnection{Connection(path, OpenMode::kReadOnly)}, SqliteReader(db) {
    require_migrated(db);
  }
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::string& path,
                                         const std::function<bool()>& progress,
                                         std::size_t facts_memory) {
  return std::make_unique<SqliteStore>(path, progress, facts_memory);
}

std::unique_ptr<Desk> open_sqlite_desk(const std::string& path) {
  require_file(path);
  return std::make_unique<SqliteDesk>(path);
}

std::unique_ptr<StoreReader> open_sqlite_reader(const std::string& path) {
  require_file(path);
  return std::make_unique<ReadOnlyStore>(path);
}

Damage check_sqlite_store(const std::string& path) {
  require_file(path);
  Connection db(path, OpenMode::kReadOnly);
  require_migrated(db);
  return check_wholly(db);
}

}  // namespace figured::storage
