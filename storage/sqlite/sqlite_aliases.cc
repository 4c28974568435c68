#include "storage/sqlite/sqlite_aliases.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

constexpr std::size_t kAtOnce = 3;  // the statement has so many; an article has no more

}  // namespace

void SqliteAliases::put(std::int64_t feed_id, std::span<const std::uint64_t> aliases,
                        std::int64_t article_id) {
  for (const std::uint64_t alias : aliases) {
    db_.statement(R"sql(
      INSERT INTO article_alias (feed_id, alias, article_id)
      VALUES (?1, ?2, ?3)
      ON CONFLICT (feed_id, alias) DO UPDATE
      SET article_id = 0
      WHERE article_id <> excluded.article_id AND article_id <> 0
    )sql")
        .bind(feed_id, alias, article_id)
        .run();
  }
}

std::vector<std::int64_t> SqliteAliases::find(std::int64_t feed_id,
                                              std::span<const std::uint64_t> aliases) {
  std::vector<std::int64_t> found;
  for (; !aliases.empty(); aliases = aliases.subspan(std::min(kAtOnce, aliases.size()))) {
    std::array<std::uint64_t, kAtOnce> sought;
    for (std::size_t i = 0; i < kAtOnce; ++i) sought[i] = aliases[std::min(i, aliases.size() - 1)];
    Statement rows = db_.statement(R"sql(
      SELECT alias, article_id
      FROM article_alias
      WHERE feed_id = ?1 AND alias IN (?2, ?3, ?4) AND article_id <> 0
    )sql");
    rows.bind(feed_id, sought[0], sought[1], sought[2]);
    std::array<std::int64_t, kAtOnce> ids{};
    std::uint64_t alias = 0;
    std::int64_t id = 0;
    while (rows.step()) {
      rows.read(alias, id);
      ids[static_cast<std::size_t>(std::ranges::find(sought, alias) - sought.begin())] = id;
    }
    for (const std::int64_t one : ids)
      if (one != 0) found.push_back(one);
  }
  return found;
}

}  // namespace figured::storage
