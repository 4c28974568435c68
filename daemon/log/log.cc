#include "daemon/log/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "daemon/log/console_formatter.h"
#include "daemon/log/journal_sink.h"
#include "daemon/log/json_formatter.h"
#include "daemon/log/log_priority.h"

namespace figured::daemon {
namespace {

Priority priority_of_level(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return Priority::kDebug;
    case LogLevel::kInfo:
      return Priority::kInfo;
    case LogLevel::kNotice:
      return Priority::kNotice;
    case LogLevel::kWarning:
      return Priority::kWarning;
    case LogLevel::kError:
      return Priority::kError;
  }
  return Priority::kInfo;
}

LogFormat resolve(LogFormat format) {
  if (format != LogFormat::kAuto) return format;
  if (stderr_is_journal()) return LogFormat::kJournal;
  return ::isatty(STDERR_FILENO) != 0 ? LogFormat::kConsole : LogFormat::kJson;
}

spdlog::sink_ptr make_sink(LogFormat format) {
  if (format == LogFormat::kJournal) return std::make_shared<JournalSink>(kJournalSocket);
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>();
  if (format == LogFormat::kJson)
    sink->set_formatter(std::make_unique<JsonFormatter>());
  else
    sink->set_formatter(std::make_unique<ConsoleFormatter>(sink->should_color()));
  return sink;
}

}  // namespace

std::shared_ptr<spdlog::logger> open_log(LogFormat format, LogLevel level) {
  auto log = std::make_shared<spdlog::logger>("figured", make_sink(resolve(format)));
  log->flush_on(spdlog::level::trace);
  set_log_level(*log, level);
  return log;
}

void set_log_level(spdlog::logger& log, LogLevel level) {
  log.set_level(spdlog_level(priority_of_level(level)));
}

bool stderr_is_journal(std::string_view journal_stream) {
  struct stat stream {};
  if (::fstat(STDERR_FILENO, &stream) != 0) return false;
  return journal_stream == std::to_string(stream.st_dev) + ":" + std::to_string(stream.st_ino);
}

bool stderr_is_journal() {
  const char* stream = std::getenv("JOURNAL_STREAM");
  return stream && stderr_is_journal(stream);
}

}  // namespace figured::daemon
