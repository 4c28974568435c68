// NameTable keeps names of articles in the file, in order, some hundred a row.
//
// So many in a row cost little more to write than one: it is meant for many names at once,
// of which several fall on each row.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "storage/names/article_name.h"

namespace figured::storage {

class Connection;

// All of it throws StoreError.
class NameTable {
 public:
  // `db` must outlive this.
  explicit NameTable(Connection& db) : db_(db) {}

  // Adds the articles with the name to `found`, in ascending order; of many the newest, and 0.
  void find(std::int64_t number, std::vector<std::int64_t>& found);
  // Names in order, of which some may be there already.
  void put(std::span<const NumberedName> names);
  void remove(const NumberedName& named);
  // All of them, in order, until `take` says false.
  void each(const std::function<bool(const NumberedName&)>& take);

 private:
  // The names from `first` on, up to the next row.
  struct Row {
    std::int64_t first = 0;
    std::vector<NumberedName> names;
  };
  static constexpr std::size_t kMostOfRow = 400;

  Row row_of(std::int64_t number);
  // How many of the names, which are in order, belong to the row.
  std::size_t count_in(const Row& row, std::span<const NumberedName> names);
  void write(const Row& row);
  void write(std::int64_t first, std::span<const NumberedName> names);

  Connection& db_;
};

// The migration of the names of kArticleNames: from trees of a row a name.
void pack_article_names(Connection& db);

}  // namespace figured::storage
