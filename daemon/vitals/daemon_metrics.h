// DaemonMetrics: what figured counts of itself, by name.  docs/operations.md says what
// each means and when to worry.
//
// What happened is told by the functions, which belong to the I/O thread but for those
// that say otherwise; how things stand is set by the vital signs (vital_signs.h).
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "claims/verdict.h"
#include "daemon/log/event.h"
#include "daemon/vitals/metrics.h"
#include "daemon/vitals/standing_gauges.h"

namespace figured::alerts {
struct Alert;
struct Attempt;
}  // namespace figured::alerts

namespace figured::daemon {

struct PageReport;
struct PollReport;

class DaemonMetrics {
 public:
  DaemonMetrics();
  DaemonMetrics(const DaemonMetrics&) = delete;
  DaemonMetrics& operator=(const DaemonMetrics&) = delete;

  void polled(const PollReport& poll);
  void page_read(const PageReport& page);
  void alert_written(const alerts::Alert& alert);
  void attempted(const alerts::Attempt& attempt);
  void reloaded(bool taken, std::chrono::sys_seconds at);
  void clock_set() { clock_jumps_.add(); }
  // A fetch was put off, for memory or for the rate.
  void put_off(const std::string& why) { fetches_put_off_.with({why}).add(); }

  // From any thread:
  void line_said(Priority priority) noexcept;
  void line_folded() noexcept { lines_folded_.add(); }

  // From the ledger's thread:
  void judged(claims::Relation relation) noexcept;
  // From an article's own date until it was stored, or until it caused an alert.
  void article_aged(std::chrono::seconds age) noexcept;
  void alert_aged(std::chrono::seconds age) noexcept;
  void committed(std::size_t polls, std::chrono::steady_clock::duration took) noexcept;

  std::string render(MetricFormat format) const { return registry_.render(format); }

  // Since the start:
  struct Sums {
    std::uint64_t polls = 0;
    std::uint64_t articles = 0;  // new ones
    std::uint64_t claims = 0;
    std::uint64_t alerts = 0;
    std::uint64_t delivered = 0;
    double lateness = 0;  // of all polls, in seconds
  };
  const Sums& sums() const { return sums_; }

 private:
  MetricRegistry registry_;  // first: the others stand in it

 public:
  StandingGauges standing{registry_};

 private:
  Family<Counter>& polls_;
  Family<Counter>& fetches_;
  Counter& fetch_bytes_;
  Histogram& fetch_time_;
  Histogram& lateness_;
  Family<Counter>& fetches_put_off_;
  Family<Counter>& articles_;
  Histogram& freshness_;
  Family<Counter>& pages_;
  Counter& claims_;
  std::array<Counter*, 6> verdicts_{};  // by relation
  Family<Counter>& alerts_;
  Histogram& item_to_alert_;
  Family<Counter>& deliveries_;
  Histogram& attempt_time_;
  Histogram& batch_polls_;
  Histogram& commit_time_;
  Counter& clock_jumps_;
  Gauge& reload_ok_;
  Gauge& reload_time_;
  std::array<Counter*, 8> lines_{};  // by priority
  Counter& lines_folded_;
  Sums sums_;
};

}  // namespace figured::daemon
