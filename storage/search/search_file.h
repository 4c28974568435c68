// SearchFile holds what is found by words, and which texts are nearly the same.
//
// It is a database of its own beside the store, FILE.search, made of nothing but the
// store: whoever loses it, restores another store or puts a new figured beside it only
// waits until it is made again.  So it is written behind the ledger and never in its
// way, and no fsync is waited for.  The words' index holds no text (contentless FTS5)
// and no positions: it tells that words stand in a text, not that they stand in a row.
#pragma once
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "storage/packing/revision_source.h"
#include "storage/search/near_texts.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

class StoredTexts;

class SearchFile {
 public:
  // The search file of a store; a store in memory has one in memory.
  static std::string path_of(const std::string& store);

  // Opens, or makes, it for writing; what is damaged, or of another version, is made
  // anew.  Throws StoreError.
  static SearchFile open_to_write(const std::string& path);
  // Throws StoreError when there is none of this version.
  static SearchFile open_to_read(const std::string& path);

  // Takes in what the store has beyond it, some hundred revisions a transaction, until
  // it is asked to stop or the disk is nearly full.  Makes all anew when the store is not
  // the one that it was made of.  Throws StoreError.
  void catch_up(Connection& store, const std::stop_token& stop = {});

  // The revisions before `before` (0 = all) that hold every one of the words, the newest
  // first.  A word that ends in "*" stands for all that begin so.  Empty when no word has
  // a letter or digit.
  std::vector<std::int64_t> find(const std::vector<std::string>& words, std::size_t limit,
                                 std::int64_t before = 0);
  // The other revisions whose text is nearly the same, the oldest first.
  std::vector<std::int64_t> carriers(std::int64_t revision_id, std::size_t limit);
  // The last revision that was taken in; 0 = none.
  std::int64_t last();

 private:
  explicit SearchFile(std::unique_ptr<Connection> db) : db_(std::move(db)) {}

  void begin_anew();
  bool has_room() const;
  bool is_made_of(Connection& store);
  void load_prints();
  void add(const RevisionSource& revision);
  void note_progress(const RevisionSource& last);
  bool take_some(Connection& store, StoredTexts& texts);

  std::unique_ptr<Connection> db_;
  NearTexts near_;
  bool loaded_ = false;  // near_
};

// The query of FTS5 that finds the words; "" when there is nothing to look for.
std::string words_query(const std::vector<std::string>& words);

}  // namespace figured::storage
