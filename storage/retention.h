// How long a store keeps what, and what taking it away came to.
//
// Three kinds of rows grow without end: the bodies of articles, the claims, and the
// deliveries of alerts with their attempts.  Articles, by which what comes again is
// known, facts, disputes and alerts stay for ever, and so does evidence: every
// claim on a side of a dispute, of a disputed fact, or in a label for training, with
// its words, its article's title, address and times.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

namespace figured::storage {

struct RetentionPolicy {
  using Kept = std::optional<std::chrono::seconds>;  // empty = for ever

  // From when a revision or a claim was read, an alert raised.
  Kept bodies = std::chrono::days(365);
  Kept claims = std::chrono::days(1'095);
  Kept deliveries = std::chrono::days(90);
  // Of the store, in bytes, without the room that is free in it; 0 = no bound.  What
  // is beyond it costs the oldest bodies, then the oldest claims, none younger than
  // a day.
  std::int64_t max_size = 0;
};

// Rows taken away by one step.
struct Removal {
  std::int64_t bodies = 0;
  std::int64_t claims = 0;
  std::int64_t deliveries = 0;
  std::int64_t bytes = 0;  // given back to the disk
  bool is_done = false;    // nothing more is to be taken away at that moment
};

}  // namespace figured::storage
