// EventLog: what figured says of itself, one function for what happened.
//
// Each event (event.h) is one log line of words and fields, and is counted among the
// metrics; the fields are the same wherever the line goes.  Lines that come in crowds are
// folded.  Secrets are taken out of addresses.  It may be used from any thread, but for
// what is told of polls, pages and alerts: that belongs to the I/O thread, as the metrics do.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/log/event.h"

namespace spdlog {
class logger;
}
namespace figured::alerts {
struct Alert;
struct Attempt;
struct Endpoint;
}  // namespace figured::alerts
namespace figured::feeds {
struct Subscription;
}
namespace figured::storage {
struct Removal;
}

namespace figured::daemon {

class DaemonMetrics;
struct LogLine;
struct PageReport;
struct PollReport;

class EventLog {
 public:
  explicit EventLog(std::shared_ptr<spdlog::logger> log);
  // Says what is still folded.
  ~EventLog();
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  DaemonMetrics& metrics() const;

  // Says how many lines were folded in the minutes that are over; to be called now
  // and then.
  void say_folded() const;

  // --- the daemon
  void started(std::string_view version, std::string_view store) const;
  void polling(std::size_t feeds, std::size_t endpoints) const;
  void reloaded(std::size_t feeds, std::size_t endpoints) const;
  // The old configuration stays in force.
  void reload_refused(std::string_view error) const;
  // Keys that the new configuration changes and a running daemon cannot; nothing is said
  // of none.
  void restart_needed(std::string_view keys) const;
  // figurectl cannot reach it, but for what the store tells.
  void control_unavailable(std::string_view error) const;
  // The store can take nothing for now; polls are put off.
  void paused(std::string_view why) const;
  void resumed() const;
  // The wall clock was set, which moves no poll.
  void clock_set(std::chrono::seconds by) const;
  // What was kept no longer; nothing is said of nothing.
  void removed(const storage::Removal& removal) const;
  void stopping() const;
  // The stop came while the store was opened.
  void opening_left() const;
  // Deliveries that were due could not go out before the end.
  void drain_cut_short(std::chrono::milliseconds after) const;
  void stopped() const;
  // The last line of a daemon that cannot go on.
  void failed(std::string_view error) const;
  // A loop that the watchdog watches does not move on; and now it does.
  void stalled(std::string_view loop, std::chrono::seconds since) const;
  void unstalled(std::string_view loop) const;
  // figured takes up more memory than it may, in bytes; and now it does not.
  void memory_short(std::size_t used, std::size_t limit) const;
  void memory_enough(std::size_t used) const;
  // The system lets figured have less than its configuration asks for.
  void limit_lowered(std::string_view what, std::string_view why) const;

  // --- feeds
  // What a poll brought.  A failure is said when it begins or changes, and when
  // the feed recovers, not at every poll.
  void polled(const PollReport& poll) const;

  // What became of an article's web page.
  void page_read(const PageReport& page) const;

  // --- the page that figured serves
  void page_served(std::string_view address) const;
  // Its address cannot be had; it is tried again.
  void page_refused(std::string_view address, std::string_view why) const;
  // A request that could not be answered.
  void page_failed(std::string_view why) const;
  // A request that would change something: what, by whom, and the answer's status.
  void page_written(std::string_view what) const;

  // --- hubs that push
  void pushes_awaited(std::string_view address, std::string_view callback) const;
  // The address cannot be had; it is tried again.
  void pushes_refused(std::string_view address, std::string_view why) const;
  // A lease has begun, or the hub refuses it.
  void subscribed(const feeds::Subscription& subscription) const;

  // --- alerts
  void alert_written(const alerts::Alert& alert) const;
  void attempted(const alerts::Attempt& attempt) const;
  // Deliveries that wait for an endpoint that fails went to its fallback.
  void fell_back(const alerts::Endpoint& from, std::size_t deliveries) const;

 private:
  void say(Event event, LogLine line, std::optional<Priority> priority = {}) const;
  void log(Priority priority, const LogLine& line) const;
  void tell_change_of_health(const PollReport& poll) const;

  struct State;
  const std::shared_ptr<spdlog::logger> log_;
  const std::unique_ptr<State> state_;
};

}  // namespace figured::daemon
