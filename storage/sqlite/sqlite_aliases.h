// SqliteAliases keeps the weaker names of articles (feeds/article_alias.h), by which
// one is found whose guid and address are new.
//
// A name that two articles of a feed have had names neither, for good.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace figured::storage {

class Connection;

class SqliteAliases {
 public:
  explicit SqliteAliases(Connection& db) : db_(db) {}

  void put(std::int64_t feed_id, std::span<const std::uint64_t> aliases, std::int64_t article_id);
  // The articles that the aliases name, in the order of these.
  std::vector<std::int64_t> find(std::int64_t feed_id, std::span<const std::uint64_t> aliases);

 private:
  Connection& db_;
};

}  // namespace figured::storage
