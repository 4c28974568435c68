// SqliteNames keeps the names under which articles have come.
//
// Names are hashes, so those of one article fall on rows of the table of names all over, and
// each row would be written for every name in it.  The latest names therefore stand in rows
// of their own (latest_names), one an article, and in memory.  Once they are many, they are
// moved into the table in order, a part with each transaction: then a row is written once
// for all that go there.  The more names the table has, the more are gathered before, so
// that as many go into each row.
//
// What is held in memory is what the file holds; nobody else writes names.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "storage/filler.h"
#include "storage/names/latest_names.h"
#include "storage/names/name_filter.h"
#include "storage/sqlite/name_table.h"

namespace figured::storage {

class Connection;

class SqliteNames {
 public:
  // So many names gather before they are moved: of 20,000 articles or 60,000.
  static constexpr std::size_t kGathered = 100'000;
  static constexpr std::size_t kMostGathered = 300'000;

  // `db` must outlive this.
  explicit SqliteNames(Connection& db, std::size_t gathered = kGathered)
      : db_(db), gathered_(gathered) {}

  // The articles with the name, in ascending order, as long as nothing else is called; of
  // many the newest, two at least, and 0 for those that are not told.
  std::span<const std::int64_t> find(const ArticleName& name);
  // Has the processor bring what find() will look at first.
  void prefetch(const ArticleName& name);

  // All names of an article that was just inserted.
  void put_new(std::int64_t article_id, std::int64_t feed_id, std::span<const std::uint64_t> keys,
               std::span<const std::uint64_t> aliases);
  // One more of an article.
  void put(const NamedArticle& named);
  void remove(const NamedArticle& named);

  // A transaction is about to be committed: half as many names again as it has brought are
  // moved, so that moving never falls behind.
  void move_some();
  // It was rolled back.
  void forget();

  // The filter is taken from there when it is first needed; else it is filled then.
  void take_filter_from(std::unique_ptr<Filler<NameFilter>> filler) { filler_ = std::move(filler); }
  // Waits for it.
  void require_filter() { filter(); }

 private:
  LatestNames& latest();
  NameFilter& filter();
  void put_in_table(std::span<const NumberedName> names);
  std::size_t enough();  // to be moved
  void begin_move();
  void end_move();
  void hold(std::int64_t article_id, std::int64_t feed_id, std::span<const std::uint64_t> keys,
            std::span<const std::uint64_t> aliases);

  Connection& db_;
  NameTable table_{db_};
  const std::size_t gathered_;
  std::optional<LatestNames> latest_;  // empty = not read yet
  std::size_t brought_ = 0;            // by the transaction
  // Names that are being moved, of all articles up to last_moved_; those before next_ are.
  std::vector<NumberedName> moving_;
  std::size_t next_ = 0;
  std::int64_t last_moved_ = 0;
  std::vector<std::int64_t> found_;
  std::optional<NameFilter> filter_;  // of what stands in the table
  std::unique_ptr<Filler<NameFilter>> filler_;
};

// Of all names in the store's table of them.
NameFilter read_names(Connection& db, const std::stop_token& stop = {});

}  // namespace figured::storage
