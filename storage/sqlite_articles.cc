#include "storage/sqlite_articles.h"

#include "storage/sqlite_connection.h"

namespace figured::storage {

StoredArticle SqliteArticles::put(std::int64_t feed_id, const feeds::Article& article,
                                  std::span<const claims::NameKey> names, Seconds seen) {
  enter_document(feed_id, seen);
  const std::optional<Known> known = find(feed_id, article);
  StoredArticle stored;
  if (!known) {
    stored = insert(feed_id, article, names, seen);
  } else if (known->content_hash != article.content_hash) {
    stored = revise(*known, article, names, seen);
    aliases_.put(feed_id, article.aliases, known->id);
  } else {
    stored = {known->id, known->revision, Novelty::kKnown};
  }
  met_.emplace(stored.id, article.identity);
  return stored;
}

std::optional<StoredArticle> SqliteArticles::meet(std::int64_t feed_id,
                                                  const feeds::Article& article, Seconds seen) {
  enter_document(feed_id, seen);
  const std::optional<Known> known = find(feed_id, article);
  if (!known || known->content_hash != article.content_hash) return std::nullopt;
  met_.emplace(known->id, article.identity);
  return StoredArticle{known->id, known->revision, Novelty::kKnown};
}

std::optional<feeds::Article> SqliteArticles::latest(std::int64_t id, std::int64_t revision) const {
  Statement row = db_.statement(R"sql(
    SELECT a.guid, a.outlet, a.owner, a.content_hash, r.url, r.title, r.text, r.published
    FROM article a
    JOIN revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE a.id = ?1 AND a.revision = ?2
  )sql");
  if (!row.bind(id, revision).step()) return std::nullopt;
  feeds::Article article;
  row.read(article.guid, article.outlet, article.group, article.content_hash, article.url,
           article.title, article.text, article.published);
  return article;
}

// The hash stays that of what the feed gave, so that the feed brings nothing new
// until it changes that.
StoredArticle SqliteArticles::complete(std::int64_t id, std::int64_t revision,
                                       const feeds::Article& article,
                                       std::span<const claims::NameKey> names, Seconds seen) {
  const std::optional<Known> known = by_id(id);
  if (!known || known->revision != revision) return {id, revision, Novelty::kKnown};
  feeds::Article full = article;
  full.content_hash = known->content_hash;
  return revise(*known, full, names, seen);
}

void SqliteArticles::enter_document(std::int64_t feed_id, Seconds seen) {
  if (feed_id == document_feed_ && seen == document_seen_) return;
  met_.clear();
  document_feed_ = feed_id;
  document_seen_ = seen;
}

std::optional<SqliteArticles::Known> SqliteArticles::find(std::int64_t feed_id,
                                                          const feeds::Article& article) {
  if (const auto known = by_identity(feed_id, article.identity)) {
    // Taken for one because of the URL, but here they stand side by side.
    if (met_under_another(known->id, article.identity)) return std::nullopt;
    return known;
  }
  auto known = by_url(feed_id, article.url);
  if (!known) known = by_alias(feed_id, article);
  if (!known || met_.contains(known->id)) return std::nullopt;
  put_identity(feed_id, article.identity, known->id);
  return known;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_alias(std::int64_t feed_id,
                                                              const feeds::Article& article) {
  for (const std::uint64_t alias : article.aliases)
    if (const auto id = aliases_.find(feed_id, alias); id && !met_.contains(*id)) return by_id(*id);
  return std::nullopt;
}

bool SqliteArticles::met_under_another(std::int64_t article_id, const std::string& identity) const {
  const auto met = met_.find(article_id);
  return met != met_.end() && met->second != identity;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_identity(std::int64_t feed_id,
                                                                 const std::string& identity) {
  Statement row = db_.statement(R"sql(
    SELECT a.id, a.revision, a.content_hash
    FROM article_identity i
    JOIN article a ON a.id = i.article_id
    WHERE i.feed_id = ?1 AND i.identity = ?2
  )sql");
  if (!row.bind(feed_id, identity).step()) return std::nullopt;
  Known known;
  row.read(known.id, known.revision, known.content_hash);
  return known;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_url(std::int64_t feed_id,
                                                            const std::string& url) {
  if (url.empty()) return std::nullopt;
  Statement row = db_.statement(R"sql(
    SELECT id, revision, content_hash
    FROM article
    WHERE feed_id = ?1 AND url = ?2 AND url <> ''
    LIMIT 2
  )sql");
  if (!row.bind(feed_id, url).step()) return std::nullopt;
  Known known;
  row.read(known.id, known.revision, known.content_hash);
  if (row.step()) return std::nullopt;  // the URL tells no article from another
  return known;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_id(std::int64_t id) {
  Statement row = db_.statement("SELECT revision, content_hash FROM article WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  Known known;
  known.id = id;
  row.read(known.revision, known.content_hash);
  return known;
}

StoredArticle SqliteArticles::insert(std::int64_t feed_id, const feeds::Article& article,
                                     std::span<const claims::NameKey> names, Seconds seen) {
  db_.statement(R"sql(
    INSERT INTO article (feed_id, guid, outlet, owner, url, revision, content_hash)
    VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)
  )sql")
      .bind(feed_id, article.guid.empty() ? article.identity : article.guid, article.outlet,
            article.group, article.url, article.content_hash)
      .run();
  const std::int64_t id = db_.last_id();
  put_identity(feed_id, article.identity, id);
  aliases_.put(feed_id, article.aliases, id);
  put_revision(id, 1, article, names, seen);
  db_.statement("UPDATE feed SET articles = articles + 1 WHERE id = ?1").bind(feed_id).run();
  return {id, 1, Novelty::kNew};
}

StoredArticle SqliteArticles::revise(const Known& known, const feeds::Article& article,
                                     std::span<const claims::NameKey> names, Seconds seen) {
  const std::int64_t number = known.revision + 1;
  put_revision(known.id, number, article, names, seen);
  db_.statement(R"sql(
    UPDATE article
    SET revision = ?2, content_hash = ?3, url = ?4
    WHERE id = ?1
  )sql")
      .bind(known.id, number, article.content_hash, article.url)
      .run();
  return {known.id, number, Novelty::kRevised};
}

void SqliteArticles::put_identity(std::int64_t feed_id, const std::string& identity,
                                  std::int64_t article_id) {
  db_.statement(R"sql(
    INSERT INTO article_identity (feed_id, identity, article_id)
    VALUES (?1, ?2, ?3)
    ON CONFLICT (feed_id, identity) DO UPDATE SET article_id = excluded.article_id
  )sql")
      .bind(feed_id, identity, article_id)
      .run();
}

void SqliteArticles::put_revision(std::int64_t article_id, std::int64_t number,
                                  const feeds::Article& article,
                                  std::span<const claims::NameKey> names, Seconds seen) {
  db_.statement(R"sql(
    INSERT INTO revision (article_id, number, seen, published, content_hash, url, title, names, text)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
  )sql")
      .bind(article_id, number, seen, article.published, article.content_hash, article.url,
            article.title, names, article.text)
      .run();
}

}  // namespace figured::storage
