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
  const std::int64_t number = name_number(name);
  found_.clear();
  latest().find(number, found_);
  if (filter().may_hold(number)) table_.find(number, found_);
  std::ranges::sort(found_);
  const auto rest = std::ranges::unique(found_);
  found_.erase(rest.begin(), rest.end());
  return found_;
}

void SqliteNames::prefetch(const ArticleName& name) {
  const std::int64_t number = name_number(name);
  latest().prefetch(number);
  filter().prefetch(number);
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
  for (const std::uint64_t hash : keys) latest_->put({name_number(key(feed_id, hash)), article_id});
  for (const std::uint64_t hash : aliases)
    latest_->put({name_number(alias(feed_id, hash)), article_id});
}

void SqliteNames::put(const NamedArticle& named) {
  if (std::ranges::equal(find(named.name), std::span(&named.article_id, 1))) return;
  const NumberedName one = numbered(named);
  put_in_table(std::span(&one, 1));
}

void SqliteNames::put_in_table(std::span<const NumberedName> names) {
  for (const NumberedName& named : names) filter().add(named.number);
  table_.put(names);
}

// A row of latest_names is written anew without it.
void SqliteNames::remove(const NamedArticle& named) {
  const auto& [name, article_id] = named;
  const NumberedName one = numbered(named);
  if (latest().remove(one)) {
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
        moving_.begin() + static_cast<std::ptrdiff_t>(next_), moving_.end(), one);
    if (moving != moving_.end() && *moving == one) moving_.erase(moving);
  }
  table_.remove(one);
}

void SqliteNames::move_some() {
  std::size_t count = std::exchange(brought_, 0) * 3 / 2;
  if (count == 0) return;
  if (moving_.empty()) {
    if (latest().size() < enough()) return;
    begin_move();
  }
  count = std::min(count, moving_.size() - next_);
  put_in_table(std::span(moving_).subspan(next_, count));
  next_ += count;
  if (next_ == moving_.size()) end_move();
}

std::size_t SqliteNames::enough() {
  constexpr std::size_t kOfTable = 16;
  return std::clamp(filter().size() / kOfTable, gathered_, std::max(gathered_, kMostGathered));
}

void SqliteNames::begin_move() {
  moving_ = latest().sorted();
  next_ = 0;
  last_moved_ = 0;
  for (const NumberedName& named : moving_) last_moved_ = std::max(last_moved_, named.article_id);
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
  NameTable(db).each([&](const NumberedName& named) {
    filter.add(named.number);
    return !stop.stop_requested();
  });
  return filter;
}

}  // namespace figured::storage
