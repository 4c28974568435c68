#include "storage/sqlite/sqlite_search.h"

#include <algorithm>
#include <set>
#include <utility>

#include "storage/packing/claim_words.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_facts.h"
#include "storage/sqlite/sqlite_history.h"

namespace figured::storage {
namespace {

constexpr char kMemory[] = ":memory:";

// Of revisions, where facts are looked for.
constexpr std::size_t kPage = 200;
constexpr int kMostPages = 10;

}  // namespace

SearchFile& SqliteSearch::file() {
  // Of a store in memory nobody else keeps one.
  const bool in_memory = db_.path() == kMemory;
  if (!file_) {
    file_.emplace(in_memory ? SearchFile::open_to_write(kMemory)
                            : SearchFile::open_to_read(SearchFile::path_of(db_.path())));
  }
  if (in_memory) file_->catch_up(db_);
  return *file_;
}

FoundArticles SqliteSearch::search(std::span<const std::string> words, std::size_t limit,
                                   std::int64_t before) {
  FoundArticles found;
  for (const std::int64_t id : file().find({words.begin(), words.end()}, limit, before)) {
    if (auto article = read(id)) found.articles.push_back(*std::move(article));
  }
  found.not_searched = not_searched();
  return found;
}

FoundArticles SqliteSearch::carriers(std::int64_t article_id, std::size_t limit) {
  FoundArticles found;
  for (const std::int64_t id : file().carriers(latest_revision(article_id), limit)) {
    auto article = read(id);
    // Other revisions of it are no other articles, and of each the first is enough.
    if (!article || article->id == article_id) continue;
    const auto same = [&](const ArticleView& known) { return known.id == article->id; };
    if (std::ranges::none_of(found.articles, same)) found.articles.push_back(*std::move(article));
  }
  found.not_searched = not_searched();
  return found;
}

std::optional<ArticleView> SqliteSearch::article(std::int64_t id) {
  return read(latest_revision(id));
}

std::int64_t SqliteSearch::latest_revision(std::int64_t article_id) {
  Statement row = db_.statement(R"sql(
    SELECT r.id
    FROM article a
    JOIN revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE a.id = ?1
  )sql");
  std::int64_t id = 0;
  if (row.bind(article_id).step()) row.read(id);
  return id;
}

std::optional<ArticleView> SqliteSearch::read(std::int64_t revision_id) {
  Statement row = db_.statement(R"sql(
    SELECT r.article_id, r.number, r.seen, r.published, r.text, o.name, o.owner
    FROM revision r
    JOIN article a ON a.id = r.article_id
    JOIN outlet o ON o.id = a.outlet_id
    WHERE r.id = ?1
  )sql");
  if (!row.bind(revision_id).step()) return std::nullopt;
  RevisionSource revision;
  revision.id = revision_id;
  Blob text;
  row.read(revision.article_id, revision.number, revision.seen, revision.published, text,
           revision.outlet, revision.group);
  texts_.restore_text(text.bytes, revision);
  return shown(std::move(revision));
}

FoundFacts SqliteSearch::search_facts(std::span<const std::string> words, std::size_t limit) {
  const std::vector<std::string> wanted(words.begin(), words.end());
  SqliteClaims claims(db_, texts_);
  FoundFacts found;
  std::set<std::int64_t> known;
  std::int64_t before = 0;
  for (int page = 0; page < kMostPages && found.facts.size() < limit; ++page) {
    const std::vector<std::int64_t> revisions = file().find(wanted, kPage, before);
    for (const std::int64_t fact_id : facts_with(wanted, revisions, claims)) {
      if (found.facts.size() == limit || !known.insert(fact_id).second) continue;
      if (auto fact = SqliteFacts(db_, texts_).words_of(fact_id))
        found.facts.push_back(*std::move(fact));
    }
    if (revisions.size() < kPage) break;
    before = revisions.back();
  }
  found.not_searched = not_searched();
  return found;
}

// Of the facts that claims of these revisions speak of those with the words, in the order
// of the revisions.
std::vector<std::int64_t> SqliteSearch::facts_with(const std::vector<std::string>& words,
                                                   std::span<const std::int64_t> revisions,
                                                   SqliteClaims& claims) {
  ClaimWords claim_words;
  std::vector<std::int64_t> facts;
  for (const std::int64_t revision : revisions) {
    for (const StoredReading& reading : claims.readings_of(revision)) {
      for (const PackedClaim& packed : reading.claims) {
        claim_words.add(reading.revision.title, packed.claim);
        facts.push_back(packed.fact_id);
      }
    }
  }
  std::vector<std::int64_t> found;
  for (const std::size_t place : claim_words.find(words)) found.push_back(facts[place]);
  return found;
}

std::int64_t SqliteSearch::not_searched() {
  Statement row = db_.statement("SELECT ifnull(max(id), 0) FROM revision");
  row.step();
  std::int64_t last = 0;
  row.read(last);
  return std::max<std::int64_t>(0, last - file_->last());
}

}  // namespace figured::storage
