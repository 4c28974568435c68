#include "storage/sqlite/name_table.h"

#include <algorithm>
#include <limits>
#include <string>

#include "storage/names/name_rows.h"
#include "storage/packing/byte_coding.h"
#include "storage/packing/damaged_rows.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

std::vector<NumberedName> restore_names(const Connection& db, std::int64_t first,
                                        std::string_view bytes) {
  try {
    return unpack_names(first, bytes);
  } catch (const BadBytes& error) {
    tell_damage(db, "names of articles, from " + std::to_string(first) + " on", error.what());
  }
}

// Some 32 bytes each are held at a time, in order and by name.
constexpr std::int64_t kAtOnce = 4'000'000;

}  // namespace

NameTable::Row NameTable::row_of(std::int64_t number) {
  Statement rows = db_.statement(R"sql(
    SELECT first, names
    FROM article_names
    WHERE first <= ?1
    ORDER BY first DESC
    LIMIT 1
  )sql");
  if (!rows.bind(number).step()) return {};
  Row row;
  Blob names;
  rows.read(row.first, names);
  row.names = restore_names(db_, row.first, names.bytes);
  return row;
}

std::size_t NameTable::count_in(const Row& row, std::span<const NumberedName> names) {
  Statement next =
      db_.statement("SELECT first FROM article_names WHERE first > ?1 ORDER BY first LIMIT 1");
  if (!next.bind(row.first).step()) return names.size();
  std::int64_t end = 0;
  next.read(end);
  const auto rest = std::ranges::lower_bound(names, end, {}, &NumberedName::number);
  return static_cast<std::size_t>(rest - names.begin());
}

void NameTable::find(std::int64_t number, std::vector<std::int64_t>& found) {
  const Row row = row_of(number);
  const auto same = std::ranges::equal_range(row.names, number, {}, &NumberedName::number);
  for (const NumberedName& named : same) found.push_back(named.article_id);
}

void NameTable::put(std::span<const NumberedName> names) {
  while (!names.empty()) {
    Row row = row_of(names.front().number);
    const std::size_t count = count_in(row, names);
    merge_names(row.names, names.first(count));
    write(row);
    names = names.subspan(count);
  }
}

void NameTable::remove(const NumberedName& named) {
  Row row = row_of(named.number);
  if (std::erase(row.names, named) == 0) return;
  if (row.names.empty()) {
    db_.statement("DELETE FROM article_names WHERE first = ?1").bind(row.first).run();
  } else {
    write(row);
  }
}

void NameTable::write(const Row& row) {
  const auto parts = part_names(row.names, kMostOfRow);
  for (std::size_t i = 0; i < parts.size(); ++i)
    write(i == 0 ? row.first : parts[i].front().number, parts[i]);
}

void NameTable::write(std::int64_t first, std::span<const NumberedName> names) {
  db_.statement(R"sql(
    INSERT INTO article_names (first, names)
    VALUES (?1, ?2)
    ON CONFLICT (first) DO UPDATE SET names = excluded.names
  )sql")
      .bind(first, Blob{pack_names(first, names)})
      .run();
}

void NameTable::each(const std::function<bool(const NumberedName&)>& take) {
  Statement rows = db_.statement("SELECT first, names FROM article_names ORDER BY first");
  std::int64_t first = 0;
  Blob names;
  while (rows.step()) {
    rows.read(first, names);
    for (const NumberedName& named : restore_names(db_, first, names.bytes))
      if (!take(named)) return;
  }
}

// In several passes where there are many, since they are put in order in memory.
void pack_article_names(Connection& db) {
  const auto each_name = [&](const auto& take) {
    NamedArticle named;
    ArticleName& name = named.name;
    name.kind = NameKind::kKey;
    {
      Statement rows = db.statement("SELECT feed_id, key, article_id FROM article_key");
      while (rows.step()) {
        rows.read(name.feed_id, name.hash, named.article_id);
        take(numbered(named));
      }
    }
    name.kind = NameKind::kAlias;
    Statement rows = db.statement("SELECT feed_id, alias, article_id FROM article_alias");
    while (rows.step()) {
      rows.read(name.feed_id, name.hash, named.article_id);
      take(numbered(named));
    }
  };
  std::int64_t count = 0;
  each_name([&](const NumberedName&) { ++count; });
  const std::int64_t passes = count / kAtOnce + 1;
  const std::int64_t share = std::numeric_limits<std::int64_t>::max() / passes;
  NameTable table(db);
  std::vector<NumberedName> names;
  for (std::int64_t pass = 0; pass < passes; ++pass) {
    names.clear();
    each_name([&](const NumberedName& named) {
      if (std::min(named.number / share, passes - 1) == pass) names.push_back(named);
    });
    std::ranges::sort(names);
    table.put(names);
  }
}

}  // namespace figured::storage
