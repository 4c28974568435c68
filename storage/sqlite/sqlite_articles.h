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
#include "storage/sqlite/sqlite_names.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class StoredTexts;

class SqliteArticles {
 public:
  // Both must outlive this.
  SqliteArticles(Connection& db, StoredTexts& texts) : db_(db), texts_(texts) {}

  // As Store::put_article.
  StoredArticle put(std::int64_t feed_id, const feeds::Article& article, ReadyArticle& ready,
                    Seconds seen);
  // As Store::meet_article.
  std::optional<StoredArticle> meet(std::int64_t feed_id, const feeds::Article& article,
                                    Seconds seen);

  // As Store::article.
  std::optional<feeds::Article> latest(std::int64_t id, std::int64_t revision) const;
  // As Store::put_full_text.
  StoredArticle complete(std::int64_t id, std::int64_t revision, ReadyArticle& ready, Seconds seen);

  // How many there are.
  std::int64_t revisions();

  // Writes what is still only in memory: before a transaction ends, and before anybody
  // else reads through the connection.
  void write();
  // A transaction begins: what was read so far is over.
  void begin() { met_.clear(), outlets_.clear(), added_.clear(); }
  // It is about to be committed; all of it was written.
  void end() { names_.move_some(); }
  // It was rolled back.
  void forget() { begin(), names_.forget(); }

  // As Store::await_facts, of what articles are found by.
  void require_names() { names_.require_filter(); }
  void take_filter_from(std::unique_ptr<Filler<NameFilter>> filler) {
    names_.take_filter_from(std::move(filler));
  }

 private:
  struct Known {
    std::int64_t id = 0;
    std::int64_t feed_id = 0;
    std::int64_t revision = 0;
    std::uint64_t content_hash = 0;
  };
  std::optional<Known> find(std::int64_t feed_id, const feeds::Article& article,
                            std::uint64_t identity, std::uint64_t url);
  std::optional<Known> by_identity(std::int64_t feed_id, std::uint64_t key);
  std::optional<Known> by_url(std::int64_t feed_id, std::uint64_t key);
  std::optional<Known> by_alias(std::int64_t feed_id, const feeds::Article& article);
  std::optional<Known> by_id(std::int64_t id);
  bool met_under_another(std::int64_t article_id, const std::string& identity) const;

  StoredArticle insert(std::int64_t feed_id, const feeds::Article& article, ReadyArticle& ready,
                       Seconds seen);
  StoredArticle revise(const Known& known, std::uint64_t content_hash, ReadyArticle& ready,
                       Seconds seen);
  void move_url(const Known& known, const std::string& from, const std::string& to);
  RevisionSource latest_texts(std::int64_t article_id) const;
  void put_revision(std::int64_t article_id, std::int64_t number, const std::string& guid,
                    ReadyArticle& ready, Seconds seen);
  std::int64_t outlet(const feeds::Article& article);
  void enter_document(std::int64_t feed_id, Seconds seen);

  Connection& db_;
  SqliteNames names_{db_};
  StoredTexts& texts_;
  std::int64_t last_revision_ = 0;                                       // 0 = not known
  std::map<std::pair<std::string, std::string>, std::int64_t> outlets_;  // by name and owner
  std::map<std::int64_t, std::int64_t> added_;  // articles that were inserted, by feed
  // The document now being stored, told by its feed and time, and under which
  // identity each of its articles came.
  std::int64_t document_feed_ = 0;
  Seconds document_seen_;
  std::unordered_map<std::int64_t, std::string> met_;
};

// The hashes of the names of kind kKey.
std::uint64_t identity_key(std::string_view identity);
std::uint64_t url_key(std::string_view url);

}  // namespace figured::storage
