#include "storage/sqlite_feeds.h"

#include "storage/sqlite_connection.h"

namespace figured::storage {

std::vector<feeds::Feed> SqliteFeeds::all() const {
  Statement rows = db_.statement(R"sql(
    SELECT id, url, outlet, owner, interval, etag, last_modified, title, next_poll, last_poll,
           last_success, failures, last_error, last_status, polls, unchanged, articles
    FROM feed
    WHERE retired = 0
    ORDER BY id
  )sql");
  std::vector<feeds::Feed> feeds;
  while (rows.step()) {
    feeds::Feed& feed = feeds.emplace_back();
    std::int64_t interval = 0;
    rows.read(feed.id, feed.source.url, feed.source.outlet, feed.source.group, interval,
              feed.validators.etag, feed.validators.last_modified, feed.title, feed.next_poll,
              feed.last_poll, feed.last_success, feed.failures, feed.last_error, feed.last_status,
              feed.polls, feed.unchanged, feed.articles);
    feed.source.interval = std::chrono::seconds(interval);
  }
  return feeds;
}

std::vector<feeds::Feed> SqliteFeeds::adopt(std::span<const feeds::FeedSource> sources,
                                            Seconds now) {
  db_.statement("UPDATE feed SET retired = 1 WHERE retired = 0").run();
  for (const feeds::FeedSource& source : sources) adopt_one(source, now);
  return all();
}

// A feed that is now to be polled more often does not first sit out the rest it
// was given under its old interval.
void SqliteFeeds::adopt_one(const feeds::FeedSource& source, Seconds now) {
  db_.statement(R"sql(
    INSERT INTO feed (url, outlet, owner, interval, next_poll)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (url) DO UPDATE
    SET retired = 0,
        outlet = excluded.outlet,
        owner = excluded.owner,
        next_poll = iif(excluded.interval < interval, min(next_poll, ?5 + ?4), next_poll),
        interval = excluded.interval
  )sql")
      .bind(source.url, source.outlet, source.group, std::int64_t{source.interval.count()}, now)
      .run();
}

void SqliteFeeds::put_poll(const PollRecord& poll) {
  const bool succeeded = poll.error.empty();
  const auto validators = poll.validators.value_or(feeds::Validators{});
  const int changed = db_.statement(R"sql(
    UPDATE feed
    SET last_poll = ?2,
        next_poll = ?3,
        last_status = ?4,
        last_error = ?5,
        failures = ?6,
        polls = polls + 1,
        unchanged = unchanged + (?4 = 304),
        last_success = iif(?7, ?2, last_success),
        etag = iif(?8, ?9, etag),
        last_modified = iif(?8, ?10, last_modified),
        title = iif(?11 <> '', ?11, title)
    WHERE id = ?1
  )sql")
                          .bind(poll.feed_id, poll.at, poll.next_poll, poll.status, poll.error,
                                poll.failures, succeeded, poll.validators.has_value(),
                                validators.etag, validators.last_modified, poll.feed_title)
                          .run();
  if (changed == 0)
    throw StoreError("a poll of feed " + std::to_string(poll.feed_id) + ", which is not stored");
}

void SqliteFeeds::count(StoreStatus& status) const {
  Statement row = db_.statement(R"sql(
    SELECT count(*), count(*) FILTER (WHERE failures > 0), max(last_poll), min(next_poll)
    FROM feed
    WHERE retired = 0
  )sql");
  row.step();
  row.read(status.feeds, status.feeds_failing, status.last_poll, status.next_poll);
}

}  // namespace figured::storage
