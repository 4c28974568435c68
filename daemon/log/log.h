// The log: where the lines go and which are said.
//
// Lines go to standard error: to the journal with fields of their own where it leads
// there, coloured on a terminal, and elsewhere as JSON.  What is said is EventLog's
// business.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace figured::daemon {

enum class LogFormat : std::uint8_t {
  kAuto,     // the journal, the console or JSON, by where standard error leads
  kConsole,  // coloured where standard error is a terminal
  kJson,     // {"time","level","message","event",fields...} a line
  kJournal,
};

// What is at least of this priority is said.
enum class LogLevel : std::uint8_t { kDebug, kInfo, kNotice, kWarning, kError };

// Throws std::system_error where the journal is asked for and cannot be reached.
std::shared_ptr<spdlog::logger> open_log(LogFormat format, LogLevel level);

void set_log_level(spdlog::logger& log, LogLevel level);

// Whether standard error is the stream that JOURNAL_STREAM ("device:inode") names.
bool stderr_is_journal(std::string_view journal_stream);
// The same of the environment's.
bool stderr_is_journal();

}  // namespace figured::daemon
