// EventLog: what figured says of itself, one function an event.
//
// Each event is a log line of words and fields; its fields are the same wherever
// it goes.  Secrets are taken out of addresses.  It may be used from any thread.
#pragma once
#include <chrono>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}
namespace figured::alerts {
struct Alert;
struct Attempt;
struct Endpoint;
}  // namespace figured::alerts
namespace figured::storage {
struct Removal;
}

namespace figured::daemon {

struct PageReport;
struct PollReport;

class EventLog {
 public:
  explicit EventLog(std::shared_ptr<spdlog::logger> log) : log_(std::move(log)) {}

  // --- the daemon
  void started(std::string_view version, std::string_view store) const;
  void polling(std::size_t feeds, std::size_t endpoints) const;
  void reloaded(std::size_t feeds, std::size_t endpoints) const;
  // The old configuration stays in force.
  void reload_refused(std::string_view error) const;
  // The store can take nothing for now; polls are put off.
  void paused(std::string_view why) const;
  void resumed() const;
  // The wall clock was set, which moves no poll.
  void clock_set(std::chrono::seconds by) const;
  // What was kept no longer; nothing is said of nothing.
  void removed(const storage::Removal& removal) const;
  void stopping() const;
  // Deliveries that were due could not go out before the end.
  void drain_cut_short(std::chrono::milliseconds after) const;
  void stopped() const;
  // The last line of a daemon that cannot go on.
  void failed(std::string_view error) const;

  // --- feeds
  // What a poll brought.  A failure is said when it begins or changes, and when
  // the feed recovers, not at every poll.
  void polled(const PollReport& poll) const;

  // What became of an article's web page.
  void page_read(const PageReport& page) const;

  // --- alerts
  void alert_written(const alerts::Alert& alert) const;
  void attempted(const alerts::Attempt& attempt) const;
  // Deliveries that wait for an endpoint that fails went to its fallback.
  void fell_back(const alerts::Endpoint& from, std::size_t deliveries) const;

 private:
  std::shared_ptr<spdlog::logger> log_;
};

}  // namespace figured::daemon
