// Whether figured is alive, and whether it is ready: what /healthz and /readyz answer.
//
// Alive means that its loops move on; who is not is to be started anew.  Ready means
// that it does what it is there for; who is not needs time or a person, and no restart helps.
// Pure: facts in, words out.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "daemon/vitals/vitals.h"

namespace figured::daemon {

struct HealthFacts {
  bool is_open = false;      // it was ready once: the store is open, its feeds adopted
  bool is_stopping = false;  // what is due is still delivered
  std::string paused;        // why nothing is taken in; "" = it is
  std::chrono::sys_seconds now{};
  Vitals vitals;
};

struct HealthLimits {
  // A loop that has not moved on for so long hangs.
  std::chrono::seconds loop{30};
  // An alert that has waited so long for its endpoint is stuck.
  std::chrono::seconds outbox{std::chrono::minutes(15)};
  // Polls that are overdue by so much are not made any more.
  std::chrono::seconds polls{std::chrono::minutes(5)};
};

struct HealthReason {
  std::string code;     // "opening", "stopping", "paused", "stalled", "no-feeds", "late", "outbox"
  std::string message;  // a sentence
};

// Empty when it is alive.
std::vector<HealthReason> reasons_not_alive(const HealthFacts& facts,
                                            const HealthLimits& limits = {});
// Empty when it is ready.
std::vector<HealthReason> reasons_not_ready(const HealthFacts& facts,
                                            const HealthLimits& limits = {});

// {"status":"ready","reasons":[]}, {"status":"not ready","reasons":[{"code","message"}]};
// `is` is the status where there are no reasons.
std::string format_health(std::string_view is, const std::vector<HealthReason>& reasons);

}  // namespace figured::daemon
