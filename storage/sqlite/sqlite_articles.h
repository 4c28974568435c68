// SqliteArticles keeps the articles with all their revisions.
//
// An article is known by its identities within its feed, which stand there as hashes.  One
// that comes under a new identity but an old URL is the old article (publishers change
// guids), and the new identity becomes an alias; unless the feed uses that URL for several
// articles (a podcast's home page), which shows in two of them having it, or in the old one
// standing in the same document.  Likewise one that is known by an alias.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "storage/packing/revision_source.h"
#include "storage/sqlite/sqlite_aliases.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class StoredTexts;

class SqliteArticles {
 public:
  // Both must outlive this.
  SqliteArticles(Connection& db, StoredTexts& texts) : db_(db), texts_(texts) {}

  // As Store::put_article; `ready` is null where nothing was made ready, and `names` count
  // only then.
  StoredArticle put(std::int64_t feed_id, const feeds::Article& article,
                    std::span<const claims::NameKey> names, const ReadyArticle* ready,
                    Seconds seen);
  // As Store::meet_article.
  std::optional<StoredArticle> meet(std::int64_t feed_id, const feeds::Article& article,
                                    Seconds seen);

  // As Store::article.
  std::optional<feeds::Article> latest(std::int64_t id, std::int64_t revision) const;
  // As Store::put_full_text.
  StoredArticle complete(std::int64_t id, std::int64_t revision, const feeds::Article& article,
                         std::span<const claims::NameKey> names, const ReadyArticle* ready,
                         Seconds seen);

  // The revision that put() or complete() stored last.  Requires that it was not asked
  // for yet.
  RevisionSource take_revision() { return std::move(revision_); }

  // How many there are.
  std::int64_t revisions();

  // Writes what is still only in memory: before a transaction ends, and before anybody
  // else reads through the connection.
  void write();
  // What was read so far is over: called when a transaction begins, and where it is
  // rolled back.
  void forget() { met_.clear(), outlets_.clear(), added_.clear(); }

 private:
  struct Known {
    std::int64_t id = 0;
    std::int64_t feed_id = 0;
    std::int64_t revision = 0;
    std::uint64_t content_hash = 0;
  };
  // What is to be stored of one, and what is known of it beforehand.
  struct Given {
    const feeds::Article& article;
    std::span<const claims::NameKey> names;
    const ReadyArticle* ready;  // may be null
    Seconds seen;

    std::uint64_t identity_key() const;
    std::uint64_t url_key() const;
  };
  std::optional<Known> find(std::int64_t feed_id, const Given& given);
  std::optional<Known> by_identity(std::int64_t feed_id, std::uint64_t key);
  std::optional<Known> by_url(std::int64_t feed_id, const Given& given);
  std::optional<Known> by_id(std::int64_t id);
  std::optional<Known> by_alias(std::int64_t feed_id, const feeds::Article& article);
  bool met_under_another(std::int64_t article_id, const std::string& identity) const;

  StoredArticle insert(std::int64_t feed_id, const Given& given);
  StoredArticle revise(const Known& known, std::uint64_t content_hash, const Given& given);
  void put_key(std::int64_t feed_id, std::uint64_t key, std::int64_t article_id);
  void move_url(const Known& known, const std::string& from, const std::string& to);
  RevisionSource latest_texts(std::int64_t article_id) const;
  void put_revision(std::int64_t article_id, std::int64_t number, const Given& given);
  std::int64_t outlet(const feeds::Article& article);
  void enter_document(std::int64_t feed_id, Seconds seen);

  Connection& db_;
  SqliteAliases aliases_{db_};
  StoredTexts& texts_;
  RevisionSource revision_;
  std::int64_t last_revision_ = 0;                                       // 0 = not known
  std::map<std::pair<std::string, std::string>, std::int64_t> outlets_;  // by name and owner
  std::map<std::int64_t, std::int64_t> added_;  // articles that were inserted, by feed
  // The document now being stored, told by its feed and time, and under which
  // identity each of its articles came.
  std::int64_t document_feed_ = 0;
  Seconds document_seen_;
  std::unordered_map<std::int64_t, std::string> met_;
};

// The keys of article_key.
std::uint64_t identity_key(std::string_view identity);
std::uint64_t url_key(std::string_view url);

}  // namespace figured::storage
