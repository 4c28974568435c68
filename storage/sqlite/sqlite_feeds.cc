#include "storage/sqlite/sqlite_feeds.h"

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

[[noreturn]] void refuse_unknown(const char* what, std::int64_t id) {
  throw StoreError(std::string(what) + " feed " + std::to_string(id) + ", which is not stored");
}

template <class Feeds>
Feeds read_feeds(Statement& rows) {
  Feeds feeds;
  while (rows.step()) {
    feeds::Feed& feed = feeds.emplace_back();
    feeds::FeedMemory& memory = feed.memory;
    std::int64_t interval = 0, ttl = 0, period = 0, gap = 0;
    std::string zone;
    rows.read(feed.id, feed.source.url, feed.source.outlet, feed.source.group, interval, zone,
              feed.validators.etag, feed.validators.last_modified, feed.title, feed.next_poll,
              feed.last_poll, feed.last_success, feed.failures, feed.last_error, feed.last_status,
              feed.polls, feed.unchanged, feed.articles, feed.state, feed.wanted.by_config,
              feed.wanted.by_hand, memory.address, memory.move.to, memory.move.sightings,
              memory.move.since, memory.older_page, memory.pages, ttl, period,
              memory.hints.skip_hours, memory.hints.skip_days, gap, memory.rhythm.last,
              memory.conditional.body_hash, memory.conditional.same_bodies,
              memory.conditional.unchanged, memory.conditional.hidden_news);
    feed.source.interval = std::chrono::seconds(interval);
    // One that this system does not know is as good as none.
    feed.source.zone = feeds::TimeZone::find(zone).value_or(feeds::TimeZone());
    memory.hints.ttl = std::chrono::seconds(ttl);
    memory.hints.update_period = std::chrono::seconds(period);
    memory.rhythm.gap = std::chrono::seconds(gap);
  }
  return feeds;
}

}  // namespace

std::vector<feeds::Feed> SqliteFeeds::all() const {
  Statement rows = db_.statement(R"sql(
    SELECT id, url, outlet, owner, interval, zone, etag, last_modified, title, next_poll, last_poll,
           last_success, failures, last_error, last_status, polls, unchanged, articles,
           state, listed, added, address, moved_to, move_sightings, move_since, older_page, pages,
           ttl, update_period, skip_hours, skip_days, gap, last_arrival, body_hash, same_bodies,
           unchanged_in_row, hidden_news
    FROM feed
    WHERE retired = 0
    ORDER BY id
  )sql");
  return read_feeds<std::vector<feeds::Feed>>(rows);
}

std::deque<feeds::Feed> SqliteFeeds::polled() const {
  Statement rows = db_.statement(R"sql(
    SELECT id, url, outlet, owner, interval, zone, etag, last_modified, title, next_poll, last_poll,
           last_success, failures, last_error, last_status, polls, unchanged, articles,
           state, listed, added, address, moved_to, move_sightings, move_since, older_page, pages,
           ttl, update_period, skip_hours, skip_days, gap, last_arrival, body_hash, same_bodies,
           unchanged_in_row, hidden_news
    FROM feed
    WHERE retired = 0 AND state = 0
    ORDER BY id
  )sql");
  return read_feeds<std::deque<feeds::Feed>>(rows);
}

std::int64_t SqliteFeeds::roster_version() const {
  Statement row = db_.statement("SELECT version FROM roster");
  std::int64_t version = 0;
  if (row.step()) row.read(version);
  return version;
}

void SqliteFeeds::note_change() { db_.statement("UPDATE roster SET version = version + 1").run(); }

std::deque<feeds::Feed> SqliteFeeds::adopt(std::span<const feeds::FeedSource> sources,
                                           Seconds now) {
  db_.statement("UPDATE feed SET listed = 0 WHERE listed = 1").run();
  for (const feeds::FeedSource& source : sources) adopt_one(source, now);
  retire_unwanted();
  return polled();
}

// A feed that is now to be polled more often does not first sit out the rest it
// was given under its old interval; one that comes back begins anew.
void SqliteFeeds::adopt_one(const feeds::FeedSource& source, Seconds now) {
  db_.statement(R"sql(
    INSERT INTO feed (url, outlet, owner, interval, next_poll, zone, listed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
    ON CONFLICT (url) DO UPDATE
    SET retired = 0,
        listed = 1,
        state = iif(retired, 0, state),
        outlet = excluded.outlet,
        owner = excluded.owner,
        zone = excluded.zone,
        next_poll = iif(excluded.interval < interval, min(next_poll, ?5 + ?4), next_poll),
        interval = excluded.interval
  )sql")
      .bind(source.url, source.outlet, source.group, std::int64_t{source.interval.count()}, now,
            source.zone.name())
      .run();
}

void SqliteFeeds::retire_unwanted() {
  db_.statement("UPDATE feed SET retired = 1 WHERE retired = 0 AND listed = 0 AND added = 0").run();
}

std::int64_t SqliteFeeds::add(const feeds::FeedSource& source, Seconds now) {
  Statement row = db_.statement(R"sql(
    INSERT INTO feed (url, outlet, owner, interval, next_poll, zone, added)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
    ON CONFLICT (url) DO UPDATE
    SET added = 1,
        retired = 0,
        state = iif(retired, 0, state),
        outlet = iif(listed, outlet, excluded.outlet),
        owner = iif(listed, owner, excluded.owner),
        zone = iif(listed, zone, excluded.zone),
        next_poll = iif(NOT listed AND excluded.interval < interval, min(next_poll, ?5 + ?4),
                        next_poll),
        interval = iif(listed, interval, excluded.interval)
    RETURNING id
  )sql");
  row.bind(source.url, source.outlet, source.group, std::int64_t{source.interval.count()}, now,
           source.zone.name());
  std::int64_t id = 0;
  if (row.step()) row.read(id);
  note_change();
  return id;
}

void SqliteFeeds::remove(std::int64_t id) {
  if (db_.statement("UPDATE feed SET added = 0 WHERE id = ?1").bind(id).run() == 0)
    refuse_unknown("removing", id);
  retire_unwanted();
  note_change();
}

void SqliteFeeds::set_state(std::int64_t id, feeds::FeedState state, Seconds now) {
  const int changed = db_.statement(R"sql(
    UPDATE feed
    SET state = ?2,
        next_poll = iif(?2 = 0, ?3, next_poll),
        failures = iif(?2 = 0, 0, failures),
        last_status = iif(?2 = 0, 0, last_status)
    WHERE id = ?1
  )sql")
                          .bind(id, state, now)
                          .run();
  if (changed == 0) refuse_unknown("pausing or resuming", id);
  note_change();
}

void SqliteFeeds::hasten(std::int64_t id, Seconds now) {
  if (db_.statement("UPDATE feed SET next_poll = ?2 WHERE id = ?1").bind(id, now).run() == 0)
    refuse_unknown("polling", id);
  note_change();
}

// A feed that was paused while it was polled stays so.  What a poll teaches stands in the
// same row, so it is written with the rest.
void SqliteFeeds::put_poll(const PollRecord& poll) {
  const bool succeeded = poll.error.empty();
  const auto validators = poll.validators.value_or(feeds::Validators{});
  const auto memory = poll.memory.value_or(feeds::FeedMemory{});
  Statement row = db_.statement(R"sql(
    UPDATE feed
    SET last_poll = iif(?13, last_poll, ?2),
        next_poll = ?3,
        last_status = ?4,
        last_error = ?5,
        failures = ?6,
        polls = polls + 1,
        unchanged = unchanged + (?4 = 304 AND NOT ?13),
        last_success = iif(?7 AND NOT ?13, ?2, last_success),
        etag = iif(?8, ?9, etag),
        last_modified = iif(?8, ?10, last_modified),
        title = iif(?11 <> '', ?11, title),
        state = iif(?12, ?12, state),
        address = iif(?14, ?15, address),
        moved_to = iif(?14, ?16, moved_to),
        move_sightings = iif(?14, ?17, move_sightings),
        move_since = iif(?14, ?18, move_since),
        older_page = iif(?14, ?19, older_page),
        pages = iif(?14, ?20, pages),
        ttl = iif(?14, ?21, ttl),
        update_period = iif(?14, ?22, update_period),
        skip_hours = iif(?14, ?23, skip_hours),
        skip_days = iif(?14, ?24, skip_days),
        gap = iif(?14, ?25, gap),
        last_arrival = iif(?14, ?26, last_arrival),
        body_hash = iif(?14, ?27, body_hash),
        same_bodies = iif(?14, ?28, same_bodies),
        unchanged_in_row = iif(?14, ?29, unchanged_in_row),
        hidden_news = iif(?14, ?30, hidden_news)
    WHERE id = ?1
  )sql");
  const int changed =
      row.bind(poll.feed_id, poll.at, poll.next_poll, poll.status, poll.error, poll.failures,
               succeeded, poll.validators.has_value(), validators.etag, validators.last_modified,
               poll.feed_title, poll.state, poll.pushed, poll.memory.has_value(), memory.address,
               memory.move.to, memory.move.sightings, memory.move.since, memory.older_page,
               memory.pages, std::int64_t{memory.hints.ttl.count()},
               std::int64_t{memory.hints.update_period.count()}, memory.hints.skip_hours,
               memory.hints.skip_days, std::int64_t{memory.rhythm.gap.count()}, memory.rhythm.last,
               memory.conditional.body_hash, memory.conditional.same_bodies,
               memory.conditional.unchanged, memory.conditional.hidden_news)
          .run();
  if (changed == 0)
    throw StoreError("a poll of feed " + std::to_string(poll.feed_id) + ", which is not stored");
  if (poll.fetch) put_fetch(poll.feed_id, *poll.fetch);
}

void SqliteFeeds::put_fetch(std::int64_t feed_id, const FetchRecord& fetch) {
  const std::string notes = join_lines(fetch.notes);
  db_.statement(R"sql(
    INSERT OR REPLACE INTO fetch (feed_id, slot, at, status, code, error, bytes, items, new, revised,
                                  late, took, next_poll, rule, why, notes)
    SELECT id, polls % ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16
    FROM feed
    WHERE id = ?1
  )sql")
      .bind(feed_id, kFetchesKept, fetch.at, fetch.status, fetch.code, fetch.error, fetch.bytes,
            fetch.items, fetch.added, fetch.revised, std::int64_t{fetch.late.count()},
            std::int64_t{fetch.took.count()}, fetch.next_poll, fetch.rule, fetch.why, notes)
      .run();
}

std::vector<FetchRecord> SqliteFeeds::fetches(std::int64_t feed_id, std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT h.at, h.status, h.code, h.error, h.bytes, h.items, h.new, h.revised, h.late, h.took,
           h.next_poll, h.rule, h.why, h.notes
    FROM fetch h
    JOIN feed f ON f.id = h.feed_id
    WHERE h.feed_id = ?1
    ORDER BY h.at DESC, (f.polls - h.slot) % ?3
    LIMIT ?2
  )sql");
  rows.bind(feed_id, static_cast<std::int64_t>(limit), kFetchesKept);
  std::vector<FetchRecord> fetches;
  while (rows.step()) {
    FetchRecord& fetch = fetches.emplace_back();
    std::int64_t late = 0, took = 0;
    std::string notes;
    rows.read(fetch.at, fetch.status, fetch.code, fetch.error, fetch.bytes, fetch.items,
              fetch.added, fetch.revised, late, took, fetch.next_poll, fetch.rule, fetch.why,
              notes);
    fetch.late = std::chrono::milliseconds(late);
    fetch.took = std::chrono::milliseconds(took);
    fetch.notes = split_lines(notes);
  }
  return fetches;
}

void SqliteFeeds::count(StoreStatus& status) const {
  Statement row = db_.statement(R"sql(
    SELECT count(*), count(*) FILTER (WHERE failures > 0), max(last_poll),
           min(next_poll) FILTER (WHERE state = 0)
    FROM feed INDEXED BY feed_standing
    WHERE retired = 0
  )sql");
  row.step();
  row.read(status.feeds, status.feeds_failing, status.last_poll, status.next_poll);
}

}  // namespace figured::storage
