// StandingGauges: the metrics that say how things stand, set every few seconds by the
// vital signs (vital_signs.h).
#pragma once
#include "daemon/vitals/metrics.h"

namespace figured::daemon {

struct StandingGauges {
  explicit StandingGauges(MetricRegistry& registry);

  Gauge& start_time;
  Gauge& feeds;
  Gauge& feeds_failing;
  Gauge& polls_in_flight;
  Gauge& pages_wanted;
  Gauge& last_poll;
  Gauge& next_poll;
  Gauge& intake_paused;
  Gauge& disputes_open;
  Gauge& outbox_depth;
  Gauge& outbox_oldest;
  Gauge& dead_letters;
  Family<Gauge>& breaker_state;   // by endpoint: 0 closed, 1 half open, 2 open
  Family<Gauge>& queue_depth;     // by queue
  Family<Gauge>& queue_capacity;  // by queue
  Gauge& intake_bytes;
  Gauge& intake_limit;
  Gauge& memory_limit;
  Gauge& watchdog_lag;
  Gauge& db_size;
  Gauge& wal_size;
  Gauge& disk_free;
  Gauge& resident_memory;
  Gauge& cpu_seconds;
  Gauge& open_fds;
  Gauge& max_fds;
};

}  // namespace figured::daemon
