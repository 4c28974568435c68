#include "daemon/log/json_formatter.h"

#include <spdlog/details/log_msg.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <string_view>

#include "daemon/log/log_line.h"
#include "daemon/log/log_priority.h"
#include "daemon/log/utc_stamp.h"

namespace figured::daemon {
namespace {

std::string_view view(spdlog::string_view_t text) { return {text.data(), text.size()}; }

}  // namespace

void JsonFormatter::format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) {
  const LogLine line = parse_log_line(view(message.payload));
  boost::json::object object{{"time", utc_stamp(message.time, true)},
                             {"level", format_priority(priority_of(message.level))},
                             {"message", line.words}};
  for (const LogField& field : line.fields) object[field.key] = field.value;
  const std::string text = boost::json::serialize(object) + "\n";
  out.append(text.data(), text.data() + text.size());
}

std::unique_ptr<spdlog::formatter> JsonFormatter::clone() const {
  return std::make_unique<JsonFormatter>();
}

}  // namespace figured::daemon
