#include "storage/sqlite/sqlite_articles.h"

#include <xxhash.h>

#include <utility>

#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

// Of an identity and a URL that read alike.
constexpr std::uint64_t kIdentitySeed = 1;
constexpr std::uint64_t kUrlSeed = 2;

}  // namespace

std::uint64_t identity_key(std::string_view identity) {
  return XXH3_64bits_withSeed(identity.data(), identity.size(), kIdentitySeed);
}

std::uint64_t url_key(std::string_view url) {
  return XXH3_64bits_withSeed(url.data(), url.size(), kUrlSeed);
}

StoredArticle SqliteArticles::put(std::int64_t feed_id, const feeds::Article& article,
                                  ReadyArticle& ready, Seconds seen) {
  enter_document(feed_id, seen);
  const std::optional<Known> known = find(feed_id, article, ready.identity_key, ready.url_key);
  StoredArticle stored;
  if (!known) {
    stored = insert(feed_id, article, ready, seen);
  } else if (known->content_hash != article.content_hash) {
    stored = revise(*known, article.content_hash, ready, seen);
    for (const std::uint64_t alias : article.aliases)
      names_.put({{NameKind::kAlias, feed_id, alias}, known->id});
  } else {
    stored = {known->id, known->revision, Novelty::kKnown};
  }
  met_.emplace(stored.id, article.identity);
  return stored;
}

std::optional<StoredArticle> SqliteArticles::meet(std::int64_t feed_id,
                                                  const feeds::Article& article, Seconds seen) {
  enter_document(feed_id, seen);
  const std::optional<Known> known =
      find(feed_id, article, identity_key(article.identity), url_key(article.url));
  if (!known || known->content_hash != article.content_hash) return std::nullopt;
  met_.emplace(known->id, article.identity);
  return StoredArticle{known->id, known->revision, Novelty::kKnown};
}

std::optional<feeds::Article> SqliteArticles::latest(std::int64_t id, std::int64_t revision) const {
  feeds::Article article;
  {
    Statement row =
        db_.statement("SELECT content_hash FROM article WHERE id = ?1 AND revision = ?2");
    if (!row.bind(id, revision).step()) return std::nullopt;
    row.read(article.content_hash);
  }
  RevisionSource stored = latest_texts(id);
  article.guid = std::move(stored.guid);
  article.outlet = std::move(stored.outlet);
  article.group = std::move(stored.group);
  article.url = std::move(stored.url);
  article.title = std::move(stored.title);
  article.text = std::move(stored.text);
  article.published = stored.published;
  article.published_zone = stored.published_zone;
  article.language = std::move(stored.language);
  return article;
}

// The hash stays that of what the feed gave, so that the feed brings nothing new
// until it changes that.
StoredArticle SqliteArticles::complete(std::int64_t id, std::int64_t revision, ReadyArticle& ready,
                                       Seconds seen) {
  const std::optional<Known> known = by_id(id);
  if (!known || known->revision != revision) return {id, revision, Novelty::kKnown};
  return revise(*known, known->content_hash, ready, seen);
}

void SqliteArticles::enter_document(std::int64_t feed_id, Seconds seen) {
  if (feed_id == document_feed_ && seen == document_seen_) return;
  met_.clear();
  document_feed_ = feed_id;
  document_seen_ = seen;
}

std::optional<SqliteArticles::Known> SqliteArticles::find(std::int64_t feed_id,
                                                          const feeds::Article& article,
                                                          std::uint64_t identity,
                                                          std::uint64_t url) {
  names_.prefetch({NameKind::kKey, feed_id, identity});
  names_.prefetch({NameKind::kKey, feed_id, url});
  for (const std::uint64_t alias : article.aliases)
    names_.prefetch({NameKind::kAlias, feed_id, alias});
  if (const auto known = by_identity(feed_id, identity)) {
    // Taken for one because of the URL, but here they stand side by side.
    if (met_under_another(known->id, article.identity)) return std::nullopt;
    return known;
  }
  std::optional<Known> known;
  if (!article.url.empty()) known = by_url(feed_id, url);
  if (!known) known = by_alias(feed_id, article);
  if (!known || met_.contains(known->id)) return std::nullopt;
  names_.put({{NameKind::kKey, feed_id, identity}, known->id});
  return known;
}

// Of two articles under one identity, which the URL of the first joined, the later.
std::optional<SqliteArticles::Known> SqliteArticles::by_identity(std::int64_t feed_id,
                                                                 std::uint64_t key) {
  const auto found = names_.find({NameKind::kKey, feed_id, key});
  return found.empty() ? std::nullopt : by_id(found.back());
}

// One that several have tells no article from another.
std::optional<SqliteArticles::Known> SqliteArticles::by_url(std::int64_t feed_id,
                                                            std::uint64_t key) {
  const auto found = names_.find({NameKind::kKey, feed_id, key});
  return found.size() == 1 ? by_id(found.front()) : std::nullopt;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_alias(std::int64_t feed_id,
                                                              const feeds::Article& article) {
  for (const std::uint64_t alias : article.aliases) {
    const auto found = names_.find({NameKind::kAlias, feed_id, alias});
    if (found.size() == 1 && found.front() != 0 && !met_.contains(found.front()))
      return by_id(found.front());
  }
  return std::nullopt;
}

bool SqliteArticles::met_under_another(std::int64_t article_id, const std::string& identity) const {
  const auto met = met_.find(article_id);
  return met != met_.end() && met->second != identity;
}

std::optional<SqliteArticles::Known> SqliteArticles::by_id(std::int64_t id) {
  Statement row =
      db_.statement("SELECT feed_id, revision, content_hash FROM article WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  Known known;
  known.id = id;
  row.read(known.feed_id, known.revision, known.content_hash);
  return known;
}

StoredArticle SqliteArticles::insert(std::int64_t feed_id, const feeds::Article& article,
                                     ReadyArticle& ready, Seconds seen) {
  db_.statement(R"sql(
    INSERT INTO article (feed_id, outlet_id, revision, content_hash)
    VALUES (?1, ?2, 1, ?3)
  )sql")
      .bind(feed_id, outlet(article), article.content_hash)
      .run();
  const std::int64_t id = db_.last_id();
  const std::uint64_t keys[] = {ready.identity_key, ready.url_key};
  names_.put_new(id, feed_id, std::span(keys).first(article.url.empty() ? 1 : 2), article.aliases);
  put_revision(id, 1, article.guid.empty() ? article.identity : article.guid, ready, seen);
  ++added_[feed_id];
  return {id, 1, Novelty::kNew};
}

// Of the article guid and outlet stay.
StoredArticle SqliteArticles::revise(const Known& known, std::uint64_t content_hash,
                                     ReadyArticle& ready, Seconds seen) {
  const std::int64_t number = known.revision + 1;
  const RevisionSource latest = latest_texts(known.id);
  move_url(known, latest.url, ready.revision->url);
  ready.revision->outlet = latest.outlet;
  ready.revision->group = latest.group;
  put_revision(known.id, number, latest.guid, ready, seen);
  db_.statement("UPDATE article SET revision = ?2, content_hash = ?3 WHERE id = ?1")
      .bind(known.id, number, content_hash)
      .run();
  return {known.id, number, Novelty::kRevised};
}

void SqliteArticles::write() {
  for (const auto& [feed_id, count] : std::exchange(added_, {})) {
    db_.statement("UPDATE feed SET articles = articles + ?2 WHERE id = ?1")
        .bind(feed_id, count)
        .run();
  }
}

RevisionSource SqliteArticles::latest_texts(std::int64_t article_id) const {
  Statement row = db_.statement(R"sql(
    SELECT r.id, r.published, r.text, o.name, o.owner
    FROM article a
    JOIN revision r ON r.article_id = a.id AND r.number = a.revision
    JOIN outlet o ON o.id = a.outlet_id
    WHERE a.id = ?1
  )sql");
  if (!row.bind(article_id).step())
    throw StoreError("article " + std::to_string(article_id) + " has no latest revision",
                     StoreErrorKind::kDamaged);
  RevisionSource latest;
  Blob text;
  row.read(latest.id, latest.published, text, latest.outlet, latest.group);
  texts_.restore_text(text.bytes, latest);
  return latest;
}

void SqliteArticles::move_url(const Known& known, const std::string& from, const std::string& to) {
  if (from == to) return;
  const auto name = [&](const std::string& url) {
    return NamedArticle{{NameKind::kKey, known.feed_id, url_key(url)}, known.id};
  };
  names_.remove(name(from));
  if (!to.empty()) names_.put(name(to));
}

// As it was made ready, but for a guid that the article has from before.  The names stand in
// the text, and their column is of older rows.
void SqliteArticles::put_revision(std::int64_t article_id, std::int64_t number,
                                  const std::string& guid, ReadyArticle& ready, Seconds seen) {
  RevisionSource& revision = *ready.revision;
  revision.article_id = article_id;
  revision.number = number;
  revision.seen = seen;
  if (revision.guid != guid) {
    revision.guid = guid;
    ready.packed_text = texts_.compress(PackedKind::kText, pack_text(revision));
  }
  db_.statement(R"sql(
    INSERT INTO revision (article_id, number, seen, published, names, text)
    VALUES (?1, ?2, ?3, ?4, x'', ?5)
  )sql")
      .bind(article_id, number, seen, revision.published, Blob{ready.packed_text})
      .run();
  revision.id = last_revision_ = db_.last_id();
}

std::int64_t SqliteArticles::revisions() {
  if (last_revision_ == 0) {
    Statement row = db_.statement("SELECT ifnull(max(id), 0) FROM revision");
    row.step();
    row.read(last_revision_);
  }
  return last_revision_;
}

std::int64_t SqliteArticles::outlet(const feeds::Article& article) {
  std::int64_t& id = outlets_[{article.outlet, article.group}];
  if (id != 0) return id;
  db_.statement("INSERT INTO outlet (name, owner) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
      .bind(article.outlet, article.group)
      .run();
  Statement row = db_.statement("SELECT id FROM outlet WHERE name = ?1 AND owner = ?2");
  row.bind(article.outlet, article.group).step();
  row.read(id);
  return id;
}

}  // namespace figured::storage
