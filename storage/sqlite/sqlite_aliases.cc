#include "storage/sqlite/sqlite_aliases.h"

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

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

std::optional<std::int64_t> SqliteAliases::find(std::int64_t feed_id, std::uint64_t alias) {
  Statement row = db_.statement(R"sql(
    SELECT article_id
    FROM article_alias
    WHERE feed_id = ?1 AND alias = ?2 AND article_id <> 0
  )sql");
  if (!row.bind(feed_id, alias).step()) return std::nullopt;
  std::int64_t id = 0;
  row.read(id);
  return id;
}

}  // namespace figured::storage
