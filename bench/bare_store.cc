#include "bench/bare_store.h"

namespace figured::bench {
namespace {

constexpr std::int64_t kFeeds = 20'000;
constexpr std::uint64_t kKeys = 100'000;

std::int64_t hash_of(std::uint64_t number) {
  return static_cast<std::int64_t>(number * 0x9e3779b97f4a7c15U);
}

}  // namespace

BareStore::BareStore(const std::string& path) : db_(path, storage::OpenMode::kReadWrite) {
  db_.execute(R"sql(
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -262144;
    PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, feed INTEGER, guid TEXT, url_hash INTEGER, text_hash INTEGER,
      simhash INTEGER, published INTEGER, title TEXT, body BLOB
    );
    CREATE UNIQUE INDEX article_by_guid ON article (feed, guid);
    CREATE INDEX article_by_text ON article (text_hash);
    CREATE TABLE claim (
      id INTEGER PRIMARY KEY, article INTEGER, key INTEGER, value REAL, low REAL, high REAL,
      unit INTEGER, bound INTEGER, time INTEGER, span_start INTEGER, span_end INTEGER
    );
    CREATE INDEX claim_by_key ON claim (key, time);
  )sql");
}

void BareStore::put(std::string_view title, std::string_view packed_text, std::size_t claims) {
  ++article_;
  const std::string guid = "urn:x:" + std::to_string(random_());
  db_.statement("INSERT INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .bind(article_, article_ % kFeeds, guid, random_(), random_(), random_(), article_, title,
            storage::Blob{packed_text})
      .run();
  for (std::size_t i = 0; i < claims; ++i) put_claim();
}

void BareStore::put_claim() {
  const std::uint64_t drawn = random_();
  const double value = static_cast<double>(drawn % 100'000) / 8;
  db_.statement("INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
      .bind(++claim_, article_, hash_of(random_() % kKeys), value, value, value * 1.1, drawn % 40,
            drawn % 5, article_, drawn % 3'000, drawn % 3'000 + 20)
      .run();
}

}  // namespace figured::bench
