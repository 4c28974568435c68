#include "daemon/log.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "daemon/journal_sink.h"
#include "daemon/json_formatter.h"

namespace figured::daemon {
namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

LogFormat resolve(LogFormat format) {
  if (format != LogFormat::kAuto) return format;
  const char* stream = std::getenv("JOURNAL_STREAM");
  return stream && stderr_is_journal(stream) ? LogFormat::kJournal : LogFormat::kConsole;
}

std::unique_ptr<spdlog::formatter> console_formatter() {
  return std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%SZ %^%-7l%$ %v",
                                                     spdlog::pattern_time_type::utc);
}

spdlog::sink_ptr make_sink(LogFormat format) {
  if (format == LogFormat::kJournal) return std::make_shared<JournalSink>(kJournalSocket);
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>();
  if (format == LogFormat::kJson)
    sink->set_formatter(std::make_unique<JsonFormatter>());
  else
    sink->set_formatter(console_formatter());
  return sink;
}

}  // namespace

std::shared_ptr<spdlog::logger> open_log(LogFormat format, LogLevel level) {
  auto log = std::make_shared<spdlog::logger>("figured", make_sink(resolve(format)));
  log->flush_on(spdlog::level::debug);
  set_log_level(*log, level);
  return log;
}

void set_log_level(spdlog::logger& log, LogLevel level) { log.set_level(spdlog_level(level)); }

bool stderr_is_journal(std::string_view journal_stream) {
  struct stat stream {};
  if (::fstat(STDERR_FILENO, &stream) != 0) return false;
  return journal_stream == std::to_string(stream.st_dev) + ":" + std::to_string(stream.st_ino);
}

}  // namespace figured::daemon
