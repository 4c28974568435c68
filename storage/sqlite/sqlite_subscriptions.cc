#include "storage/sqlite/sqlite_subscriptions.h"

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

std::vector<feeds::Subscription> SqliteSubscriptions::all() const {
  Statement rows = db_.statement(R"sql(
    SELECT key, feed_id, hub, topic, callback, secret, state, next_step, lease_ends, failures, error,
           pushes, streak, last_push
    FROM subscription
    ORDER BY feed_id, key
  )sql");
  std::vector<feeds::Subscription> subscriptions;
  while (rows.step()) {
    feeds::Subscription& read = subscriptions.emplace_back();
    rows.read(read.key, read.feed_id, read.hub, read.topic, read.callback, read.secret, read.state,
              read.next_step, read.lease_ends, read.failures, read.error, read.pushes, read.streak,
              read.last_push);
  }
  return subscriptions;
}

void SqliteSubscriptions::put(const feeds::Subscription& subscription) {
  db_.statement(R"sql(
    INSERT INTO subscription (key, feed_id, hub, topic, callback, secret, state, next_step,
                              lease_ends, failures, error, pushes, streak, last_push)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
    ON CONFLICT (key) DO UPDATE
    SET callback = excluded.callback,
        state = excluded.state,
        next_step = excluded.next_step,
        lease_ends = excluded.lease_ends,
        failures = excluded.failures,
        error = excluded.error,
        pushes = excluded.pushes,
        streak = excluded.streak,
        last_push = excluded.last_push
  )sql")
      .bind(subscription.key, subscription.feed_id, subscription.hub, subscription.topic,
            subscription.callback, subscription.secret, subscription.state, subscription.next_step,
            subscription.lease_ends, subscription.failures, subscription.error, subscription.pushes,
            subscription.streak, subscription.last_push)
      .run();
}

void SqliteSubscriptions::remove(const std::string& key) {
  db_.statement("DELETE FROM subscription WHERE key = ?1").bind(key).run();
}

}  // namespace figured::storage
