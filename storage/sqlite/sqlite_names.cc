#include "storage/sqlite/sqlite_names.h"

#include <algorithm>
#include <utility>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

ArticleName key(std::int64_t feed_id, std::uint64_t hash) {
  return {NameKind::kKey, feed_id, hash};
}

ArticleName alias(std::int64_t feed_id, std::uint64_t hash) {
  return {NameKind::kAlias, feed_id, hash};
}

}  // namespace

std::span<const std::int64_t> SqliteNames::find(const ArticleName& name) {
  found_.clear();
  latest().find(name, found_);
  if (filter().may_hold(name)) find_in_tree(name);
  std::ranges::sort(found_);
  const auto rest = std::ranges::unique(found_);
  found_.erase(rest.begin(), rest.end());
  return found_;
}

void SqliteNames::find_in_tree(const ArticleName& name) {
  const auto add = [&](Statement rows) {
    rows.bind(name.feed_id, name.hash);
    while (rows.step()) rows.read(found_.emplace_back());
  };
  if (name.kind == NameKind::kKey) {
    add(db_.statement(R"sql(
      SELECT article_id
      FROM article_key
      WHERE feed_id = ?1 AND key = ?2
      ORDER BY article_id DESC
      LIMIT 2
    )sql"));
  } else {
    add(db_.statement("SELECT article_id FROM article_alias WHERE feed_id = ?1 AND alias = ?2"));
  }
}

void SqliteNames::put_new(std::int64_t article_id, std::int64_t feed_id,
                          std::span<const std::uint64_t> keys,
                          std::span<const std::uint64_t> aliases) {
  latest();  // as it was before the article
  db_.statement(R"sql(
    INSERT INTO latest_names (article_id, feed_id, keys, aliases)
    VALUES (?1, ?2, ?3, ?4)
  )sql")
      .bind(article_id, feed_id, keys, aliases)
      .run();
  hold(article_id, feed_id, keys, aliases);
  brought_ += keys.size() + aliases.size();
}

void SqliteNames::hold(std::int64_t article_id, std::int64_t feed_id,
                       std::span<const std::uint64_t> keys,
                       std::span<const std::uint64_t> aliases) {
  for (const std::uint64_t hash : keys) latest_->put({key(feed_id, hash), article_id});
  for (const std::uint64_t hash : aliases) latest_->put({alias(feed_id, hash), article_id});
}

void SqliteNames::put(const NamedArticle& named) {
  if (std::ranges::equal(find(named.name), std::span(&named.article_id, 1))) return;
  put_in_tree(named);
}

void SqliteNames::put_in_tree(const NamedArticle& named) {
  const auto& [name, article_id] = named;
  filter().add(name);
  if (name.kind == NameKind::kKey) {
    db_.statement(R"sql(
      INSERT INTO article_key (feed_id, key, article_id)
      VALUES (?1, ?2, ?3)
      ON CONFLICT DO NOTHING
    )sql")
        .bind(name.feed_id, name.hash, article_id)
        .run();
  } else {
    db_.statement(R"sql(
      INSERT INTO article_alias (feed_id, alias, article_id)
      VALUES (?1, ?2, ?3)
      ON CONFLICT (feed_id, alias) DO UPDATE
      SET article_id = 0
      WHERE article_id <> excluded.article_id AND article_id <> 0
    )sql")
        .bind(name.feed_id, name.hash, article_id)
        .run();
  }
}

// A row of latest_names is written anew without it.
void SqliteNames::remove(const NamedArticle& named) {
  const auto& [name, article_id] = named;
  if (latest().remove(named)) {
    std::vector<std::uint64_t> keys;
    {
      Statement row = db_.statement("SELECT keys FROM latest_names WHERE article_id = ?1");
      if (row.bind(article_id).step()) row.read(keys);
    }
    std::erase(keys, name.hash);
    db_.statement("UPDATE latest_names SET keys = ?2 WHERE article_id = ?1")
        .bind(article_id, keys)
        .run();
    const auto moving = std::ranges::lower_bound(
        moving_.begin() + static_cast<std::ptrdiff_t>(next_), moving_.end(), named);
    if (moving != moving_.end() && *moving == named) moving_.erase(moving);
  }
  db_.statement("DELETE FROM article_key WHERE feed_id = ?1 AND key = ?2 AND article_id = ?3")
      .bind(name.feed_id, name.hash, article_id)
      .run();
}

void SqliteNames::move_some() {
  std::size_t count = std::exchange(brought_, 0) * 3 / 2;
  if (count == 0) return;
  if (moving_.empty()) {
    if (latest().size() < gathered_) return;
    begin_move();
  }
  for (; count > 0 && next_ < moving_.size(); --count) put_in_tree(moving_[next_++]);
  if (next_ == moving_.size()) end_move();
}

void SqliteNames::begin_move() {
  moving_ = latest().sorted();
  next_ = 0;
  last_moved_ = 0;
  for (const NamedArticle& named : moving_) last_moved_ = std::max(last_moved_, named.article_id);
}

void SqliteNames::end_move() {
  db_.statement("DELETE FROM latest_names WHERE article_id <= ?1").bind(last_moved_).run();
  latest().remove_up_to(last_moved_);
  moving_.clear();
}

// What was moved already is moved again, which changes nothing.
void SqliteNames::forget() {
  latest_.reset();
  moving_.clear();
  brought_ = 0;
}

LatestNames& SqliteNames::latest() {
  if (latest_) return *latest_;
  latest_.emplace();
  Statement rows = db_.statement("SELECT article_id, feed_id, keys, aliases FROM latest_names");
  std::int64_t article_id = 0, feed_id = 0;
  std::vector<std::uint64_t> keys, aliases;
  while (rows.step()) {
    rows.read(article_id, feed_id, keys, aliases);
    hold(article_id, feed_id, keys, aliases);
  }
  return *latest_;
}

NameFilter& SqliteNames::filter() {
  if (filter_) return *filter_;
  if (filler_) return filter_.emplace(take_from(filler_));
  return filter_.emplace(read_names(db_));
}

NameFilter read_names(Connection& db, const std::stop_token& stop) {
  const Snapshot snapshot(db);
  NameFilter filter;
  std::int64_t feed_id = 0;
  std::uint64_t hash = 0;
  {
    Statement rows = db.statement("SELECT feed_id, key FROM article_key");
    while (rows.step() && !stop.stop_requested()) {
      rows.read(feed_id, hash);
      filter.add(key(feed_id, hash));
    }
  }
  Statement rows = db.statement("SELECT feed_id, alias FROM article_alias");
  while (rows.step() && !stop.stop_requested()) {
    rows.read(feed_id, hash);
    filter.add(alias(feed_id, hash));
  }
  return filter;
}

}  // namespace figured::storage
