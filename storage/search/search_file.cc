#include "storage/search/search_file.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

#include "storage/packing/stored_texts.h"
#include "storage/packing/word_bytes.h"
#include "storage/search/sim_hash.h"
#include "storage/store.h"

namespace figured::storage {
namespace {

constexpr char kMemory[] = ":memory:";
constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kAtOnce = 500;  // revisions a transaction

// On the disk, or nothing more is taken in: the room is left to the store, whose intake
// ends where half of it is left.
constexpr std::uintmax_t kLeastFree = 128 << 20;

constexpr char kSchema[] = R"sql(
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;

-- By revision.
CREATE VIRTUAL TABLE words USING fts5 (
  title, text,
  content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE print (
  revision_id INTEGER PRIMARY KEY,
  sim_hash    INTEGER NOT NULL,
  story       INTEGER NOT NULL  -- the first revision whose text is nearly the same
) STRICT;
CREATE INDEX print_of_story ON print (story) WHERE story <> revision_id;

-- How far the store was read, and what tells it from other stores.
CREATE TABLE progress (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  revision_id INTEGER NOT NULL,
  article_id  INTEGER NOT NULL,
  seen        INTEGER NOT NULL
) STRICT;
INSERT INTO progress VALUES (1, 0, 0, 0);

PRAGMA user_version = 1;
)sql";

// No article is longer; what is, must not hold up the end of figured.
constexpr std::size_t kMostOfText = 256 << 10;

void remove_file(const std::string& path) {
  std::error_code error;
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end, error);
}

// With nothing that is not there already.
std::unique_ptr<Connection> open_made(const std::string& path) {
  auto db = std::make_unique<Connection>(path, OpenMode::kReadWrite);
  try {
    const std::int64_t version = db->pragma("user_version");
    if (version == kVersion) return db;
    if (version == 0 && db->pragma("schema_version") == 0) {
      db->execute(kSchema);
      return db;
    }
  } catch (const StoreError&) {
  }
  return nullptr;
}

}  // namespace

std::string words_query(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at;
      while (at < word.size() && kind_at(word, at) != ByteKind::kOther) ++at;
      if (at > begin) {
        query += query.empty() ? "\"" : " AND \"";
        query += word.substr(begin, at - begin);
        query += '"';
        if (at + 1 == word.size() && word[at] == '*') query += '*';
      }
      at = std::max(at, begin + 1);
    }
  }
  return query;
}

std::string SearchFile::path_of(const std::string& store) {
  return store == kMemory ? store : store + ".search";
}

SearchFile SearchFile::open_to_write(const std::string& path) {
  std::unique_ptr<Connection> db = open_made(path);
  if (!db) {
    remove_file(path);
    db = open_made(path);
  }
  if (!db) throw StoreError("search file '" + path + "' cannot be made anew");
  // What a power cut takes is read from the store again.
  db->execute("PRAGMA synchronous = NORMAL");
  db->execute("PRAGMA cache_size = -32768");
  return SearchFile(std::move(db));
}

SearchFile SearchFile::open_to_read(const std::string& path) {
  std::error_code error;
  if (path == kMemory || !std::filesystem::is_regular_file(path, error))
    throw StoreError("there is no search file '" + path + "' yet; figured makes it while it runs");
  auto db = std::make_unique<Connection>(path, OpenMode::kReadOnly);
  if (db->pragma("user_version") != kVersion)
    throw StoreError("search file '" + path +
                     "' is of another figured; start figured, it makes it anew");
  return SearchFile(std::move(db));
}

void SearchFile::catch_up(Connection& store, const std::stop_token& stop) {
  if (!is_made_of(store)) begin_anew();
  if (!loaded_) load_prints();
  StoredTexts texts(store);
  while (!stop.stop_requested() && has_room() && take_some(store, texts)) {
  }
}

bool SearchFile::has_room() const {
  if (db_->path() == kMemory) return true;
  std::error_code error;
  const std::filesystem::space_info disk = std::filesystem::space(db_->path(), error);
  return error || disk.available > kLeastFree;
}

bool SearchFile::is_made_of(Connection& store) {
  std::int64_t id = 0, article_id = 0, seen = 0;
  {
    Statement row = db_->statement("SELECT revision_id, article_id, seen FROM progress");
    row.step();
    row.read(id, article_id, seen);
  }
  if (id == 0) return true;
  Statement row =
      store.statement("SELECT 1 FROM revision WHERE id = ?1 AND article_id = ?2 AND seen = ?3");
  return row.bind(id, article_id, seen).step();
}

void SearchFile::begin_anew() {
  db_->execute(R"sql(
    BEGIN;
    INSERT INTO words (words) VALUES ('delete-all');
    DELETE FROM print;
    UPDATE progress SET revision_id = 0, article_id = 0, seen = 0;
    COMMIT;
  )sql");
  near_.clear();
  loaded_ = false;
}

void SearchFile::load_prints() {
  Statement rows = db_->statement("SELECT revision_id, sim_hash FROM print");
  std::uint64_t hash = 0;
  std::uint32_t id = 0;
  while (rows.step()) {
    rows.read(id, hash);
    near_.put(hash, id);
  }
  loaded_ = true;
}

bool SearchFile::take_some(Connection& store, StoredTexts& texts) {
  const Snapshot snapshot(store);
  Statement rows = store.statement(R"sql(
    SELECT id, article_id, seen, text
    FROM revision
    WHERE id > ?1
    ORDER BY id
    LIMIT ?2
  )sql");
  rows.bind(last(), kAtOnce);
  std::int64_t taken = 0;
  RevisionSource revision;
  db_->execute("BEGIN IMMEDIATE");
  try {
    Blob text;
    for (; rows.step(); ++taken) {
      rows.read(revision.id, revision.article_id, revision.seen, text);
      texts.restore_text(text.bytes, revision);
      add(revision);
    }
    if (taken > 0) note_progress(revision);
    db_->execute("COMMIT");
  } catch (...) {
    loaded_ = false;  // near_ holds what is not written
    near_.clear();
    if (db_->in_transaction()) db_->execute("ROLLBACK");
    throw;
  }
  return taken == kAtOnce;
}

void SearchFile::add(const RevisionSource& revision) {
  const auto text = std::string_view(revision.text).substr(0, kMostOfText);
  db_->statement("INSERT INTO words (rowid, title, text) VALUES (?1, ?2, ?3)")
      .bind(revision.id, revision.title, text)
      .run();
  if (const auto hash = sim_hash(text)) {
    const auto near = near_.find(*hash);
    std::int64_t story = revision.id;
    if (near) {
      Statement row = db_->statement("SELECT story FROM print WHERE revision_id = ?1");
      if (row.bind(std::int64_t{*near}).step()) row.read(story);
    }
    db_->statement("INSERT INTO print (revision_id, sim_hash, story) VALUES (?1, ?2, ?3)")
        .bind(revision.id, *hash, story)
        .run();
    near_.put(*hash, static_cast<std::uint32_t>(revision.id));
  }
}

// Once a transaction: SQLite sets a savepoint for such an UPDATE, and FTS5 writes to its tables
// what it has gathered whenever one is set.
void SearchFile::note_progress(const RevisionSource& last) {
  db_->statement("UPDATE progress SET revision_id = ?1, article_id = ?2, seen = ?3")
      .bind(last.id, last.article_id, last.seen)
      .run();
}

std::vector<std::int64_t> SearchFile::find(const std::vector<std::string>& words, std::size_t limit,
                                           std::int64_t before) {
  std::vector<std::int64_t> found;
  const std::string query = words_query(words);
  if (query.empty()) return found;
  Statement rows = db_->statement(R"sql(
    SELECT rowid
    FROM words
    WHERE words MATCH ?1 AND rowid < ?2
    ORDER BY rowid DESC
    LIMIT ?3
  )sql");
  rows.bind(query, before == 0 ? std::numeric_limits<std::int64_t>::max() : before,
            static_cast<std::int64_t>(limit));
  while (rows.step()) rows.read(found.emplace_back());
  return found;
}

std::vector<std::int64_t> SearchFile::carriers(std::int64_t revision_id, std::size_t limit) {
  std::vector<std::int64_t> found;
  Statement rows = db_->statement(R"sql(
    SELECT revision_id
    FROM (SELECT revision_id FROM print WHERE story = ?2 AND story <> revision_id
          UNION ALL
          SELECT ?2)
    WHERE revision_id <> ?1
    ORDER BY revision_id
    LIMIT ?3
  )sql");
  std::int64_t story = 0;
  {
    Statement row = db_->statement("SELECT story FROM print WHERE revision_id = ?1");
    if (!row.bind(revision_id).step()) return found;
    row.read(story);
  }
  rows.bind(revision_id, story, static_cast<std::int64_t>(limit));
  while (rows.step()) rows.read(found.emplace_back());
  return found;
}

std::int64_t SearchFile::last() {
  Statement row = db_->statement("SELECT revision_id FROM progress");
  row.step();
  std::int64_t id = 0;
  row.read(id);
  return id;
}

}  // namespace figured::storage
