#include "daemon/vitals/standing_gauges.h"

namespace figured::daemon {

StandingGauges::StandingGauges(MetricRegistry& registry)
    : start_time(registry.gauge({"process_start_time_seconds",
                                 "When figured was started, in seconds since 1970.", "seconds"})),
      feeds(registry.gauge({"figured_feeds", "Feeds that are polled."})),
      feeds_failing(registry.gauge({"figured_feeds_failing", "Feeds whose last poll failed."})),
      polls_in_flight(registry.gauge({"figured_polls_in_flight", "Polls under way."})),
      pages_wanted(
          registry.gauge({"figured_pages_wanted", "Articles whose web page is still to be read."})),
      last_poll(registry.gauge({"figured_last_poll_timestamp_seconds",
                                "When a poll was last stored, in seconds since 1970.", "seconds"})),
      next_poll(registry.gauge({"figured_next_poll_timestamp_seconds",
                                "When the next feed is due, in seconds since 1970.", "seconds"})),
      intake_paused(registry.gauge(
          {"figured_intake_paused", "1 while the store takes nothing in and polls are put off."})),
      disputes_open(registry.gauge({"figured_disputes_open", "Disputes that are open."})),
      outbox_depth(registry.gauge({"figured_outbox_depth", "Deliveries that are pending."})),
      outbox_oldest(
          registry.gauge({"figured_outbox_oldest_age_seconds",
                          "Age of the oldest alert that is still to be delivered.", "seconds"})),
      dead_letters(registry.gauge({"figured_dead_letters", "Deliveries that were given up."})),
      breaker_state(registry.gauges({"figured_breaker_state",
                                     "Whether an endpoint gets messages: 0 yes, 1 one to try, "
                                     "2 none for a while.",
                                     "",
                                     {"endpoint"}})),
      queue_depth(registry.gauges({"figured_queue_depth",
                                   "What waits between two stages of the way of an article.",
                                   "",
                                   {"queue"}})),
      queue_capacity(registry.gauges({"figured_queue_capacity",
                                      "What may wait there before the stage before it waits.",
                                      "",
                                      {"queue"}})),
      intake_bytes(
          registry.gauge({"figured_intake_bytes",
                          "What was fetched and is not stored yet, as it was sent.", "bytes"})),
      intake_limit(
          registry.gauge({"figured_intake_limit_bytes",
                          "Beyond so much of it no fetch is begun (limits.in_flight).", "bytes"})),
      memory_limit(registry.gauge({"figured_memory_limit_bytes",
                                   "Beyond so much memory one poll is made at a time "
                                   "(limits.memory); 0 = no limit.",
                                   "bytes"})),
      watchdog_lag(
          registry.gauge({"figured_watchdog_lag_seconds",
                          "For how long the slowest of the loops has not moved on.", "seconds"})),
      db_size(registry.gauge({"figured_db_size_bytes", "Size of the store.", "bytes"})),
      wal_size(registry.gauge(
          {"figured_wal_size_bytes", "Size of the store's write-ahead log.", "bytes"})),
      disk_free(registry.gauge(
          {"figured_disk_free_bytes", "What is free on the disk of the store.", "bytes"})),
      resident_memory(registry.gauge(
          {"process_resident_memory_bytes", "Memory that figured takes up.", "bytes"})),
      cpu_seconds(registry.measured_counter(
          {"process_cpu_seconds", "Time of the processors that figured has used.", "seconds"})),
      open_fds(registry.gauge({"process_open_fds", "Files and sockets that are open."})),
      max_fds(registry.gauge({"process_max_fds", "Files and sockets that may be open."})) {}

}  // namespace figured::daemon
