#include "storage/store_export.h"

#include "storage/migrations.h"
#include "storage/sqlite_connection.h"
#include "storage/sqlite_facts.h"
#include "storage/sqlite_outbox.h"
#include "storage/sqlite_reader.h"
#include "storage/sqlite_store.h"

namespace figured::storage {
namespace {

class SqliteExport final : public StoreExport {
 public:
  explicit SqliteExport(const std::string& path) : db_(path, OpenMode::kReadOnly) {
    require_migrated(db_);
    snapshot_.emplace(db_);
  }

  void revisions(const std::function<void(const ExportedRevision&)>& visit) const override {
    Statement rows = db_.statement(R"sql(
      SELECT a.id, r.number, r.number = a.revision, f.url, a.guid, a.outlet, a.owner, r.url,
             r.title, r.text, r.published, r.seen
      FROM revision r
      CROSS JOIN article a ON a.id = r.article_id
      CROSS JOIN feed f ON f.id = a.feed_id
      ORDER BY r.id
    )sql");
    while (rows.step()) {
      ExportedRevision revision;
      rows.read(revision.article_id, revision.number, revision.is_latest, revision.feed,
                revision.guid, revision.outlet, revision.group, revision.url, revision.title,
                revision.text, revision.published, revision.seen);
      visit(revision);
    }
  }

  void claims(
      const std::function<void(const figured::claims::SourcedClaim&, bool)>& visit) const override {
    for (const bool retired : {false, true})
      facts_.each_claim(retired, [&](const auto& claim) { visit(claim, !retired); });
  }

  void disputes(const std::function<void(const DisputeView&)>& visit) const override {
    Statement rows = db_.statement("SELECT id FROM dispute ORDER BY id");
    std::int64_t id = 0;
    while (rows.step()) {
      rows.read(id);
      visit(*reader_.dispute(id));
    }
  }

  void alerts(const std::function<void(const figured::alerts::Alert&)>& visit) const override {
    outbox_.each(visit);
  }

  const StoreReader& reader() const override { return reader_; }

 private:
  mutable Connection db_;
  SqliteFacts facts_{db_};
  SqliteOutbox outbox_{db_};
  SqliteReader reader_{db_};
  std::optional<Snapshot> snapshot_;
};

}  // namespace

std::unique_ptr<StoreExport> open_sqlite_export(const std::string& path) {
  open_sqlite_reader(path);  // says what is wrong with the path
  return std::make_unique<SqliteExport>(path);
}

}  // namespace figured::storage
