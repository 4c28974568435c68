// JournalSink writes log lines to the journal in its native protocol, so that
// `journalctl FEED=…` finds them by their fields.
//
// MESSAGE is the line as people read it, MESSAGE_ID that of its event; each field of
// the line follows under its key in upper case, EVENT= and SUMMARY= among them.
#pragma once
#include <spdlog/sinks/base_sink.h>

#include <mutex>
#include <string>
#include <string_view>

namespace figured::daemon {

inline constexpr std::string_view kJournalSocket = "/run/systemd/journal/socket";

class JournalSink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  // Throws std::system_error where the socket cannot be reached.
  explicit JournalSink(std::string_view socket_path);
  ~JournalSink() override;

 private:
  void sink_it_(const spdlog::details::log_msg& message) override;
  void flush_() override {}

  const std::string path_;
  const int socket_;
};

// One entry of the journal: `priority` as in syslog, `text` as format_log_line() writes it.
std::string format_journal_entry(int priority, std::string_view text);

}  // namespace figured::daemon
