#include "storage/store_export.h"

#include <utility>

#include "storage/packing/revision_source.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_facts.h"
#include "storage/sqlite/sqlite_outbox.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"

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
      SELECT a.id, r.id, r.number, r.number = a.revision, f.url, o.name, o.owner, r.text,
             r.published, r.seen
      FROM revision r
      CROSS JOIN article a ON a.id = r.article_id
      CROSS JOIN feed f ON f.id = a.feed_id
      CROSS JOIN outlet o ON o.id = a.outlet_id
      ORDER BY r.id
    )sql");
    ExportedRevision revision;
    RevisionSource source;
    Blob text;
    while (rows.step()) {
      rows.read(revision.article_id, source.id, revision.number, revision.is_latest, revision.feed,
                revision.outlet, revision.group, text, revision.published, revision.seen);
      texts_.restore_text(text.bytes, source);
      revision.guid = std::move(source.guid);
      revision.url = std::move(source.url);
      revision.title = std::move(source.title);
      revision.text = std::move(source.text);
      revision.published_zone = source.published_zone;
      revision.language = std::move(source.language);
      visit(revision);
    }
  }

  void claims(
      const std::function<void(const figured::claims::SourcedClaim&, bool)>& visit) const override {
    facts_.each_claim(visit);
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
  mutable StoredTexts texts_{db_};
  SqliteFacts facts_{db_, texts_};
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
