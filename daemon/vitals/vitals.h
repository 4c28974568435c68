// Vitals: how figured is at one moment, in the numbers that people ask for first.
//
// `figurectl top`, STATUS= and /readyz show them; the metrics have more.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace figured::daemon {

struct Vitals {
  std::chrono::sys_seconds at{};
  std::int64_t feeds = 0;
  std::int64_t feeds_failing = 0;
  std::int64_t polls_in_flight = 0;
  std::int64_t articles = 0;
  std::int64_t claims = 0;
  std::int64_t disputes_open = 0;
  std::int64_t outbox = 0;  // deliveries that are pending
  std::int64_t dead = 0;    // and those that were given up
  std::int64_t workers_waiting = 0;
  std::int64_t ledger_waiting = 0;
  std::optional<std::chrono::sys_seconds> oldest_pending{};
  std::optional<std::chrono::sys_seconds> last_poll{};
  std::optional<std::chrono::sys_seconds> next_poll{};
  // A second, over the last ten or so.
  double polls_rate = 0;
  double articles_rate = 0;  // new ones
  double claims_rate = 0;
  double alerts_rate = 0;
  double lateness = 0;  // of a poll on average in that time, in seconds
  // The loop that has not moved on for longest.
  std::string lagging{};
  double lag = 0;  // seconds
  // Bytes:
  std::uint64_t memory = 0;
  std::uint64_t memory_limit = 0;  // 0 = none
  std::uint64_t intake = 0;        // fetched, not stored yet
  std::uint64_t store = 0;
  std::uint64_t disk_free = 0;
};

// "polling 12 feeds (1 failing), delivering to 2 endpoints; 3 disputes open, outbox 0,
// 1.4 polls/s"
std::string status_words(const Vitals& vitals, std::size_t endpoints);

}  // namespace figured::daemon
