#include "daemon/log/console_formatter.h"

#include <spdlog/details/log_msg.h>

#include <string>
#include <string_view>

#include "daemon/log/log_line.h"
#include "daemon/log/log_priority.h"
#include "daemon/log/utc_stamp.h"

namespace figured::daemon {
namespace {

constexpr std::size_t kPriorityWidth = 8;  // "critical"

// What a person must act on is red, what may need one yellow, the story green.
std::string_view colour_of(Priority priority) {
  switch (priority) {
    case Priority::kCritical:
    case Priority::kError:
      return "\x1b[31m";
    case Priority::kWarning:
      return "\x1b[33m";
    case Priority::kNotice:
      return "\x1b[32m";
    case Priority::kInfo:
    case Priority::kDebug:
      break;
  }
  return "\x1b[2m";
}

}  // namespace

void ConsoleFormatter::format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) {
  const Priority priority = priority_of(message.level);
  std::string name(format_priority(priority));
  name.resize(kPriorityWidth, ' ');
  const LogLine line = parse_log_line({message.payload.data(), message.payload.size()});
  std::string text = utc_stamp(message.time, false) + ' ';
  if (colours_) text += colour_of(priority);
  text += name;
  if (colours_) text += "\x1b[0m";
  text += ' ' + format_for_people(line, colours_) + '\n';
  out.append(text.data(), text.data() + text.size());
}

std::unique_ptr<spdlog::formatter> ConsoleFormatter::clone() const {
  return std::make_unique<ConsoleFormatter>(colours_);
}

}  // namespace figured::daemon
