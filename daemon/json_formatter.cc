#include "daemon/json_formatter.h"

#include <spdlog/details/log_msg.h>
#include <spdlog/pattern_formatter.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <string_view>

#include "daemon/log_line.h"

namespace figured::daemon {
namespace {

std::string format_utc(spdlog::log_clock::time_point time) {
  const auto since_epoch = time.time_since_epoch();
  const auto millis =
      std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count() % 1000;
  const std::time_t seconds = spdlog::log_clock::to_time_t(time);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900,
                     utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, millis);
}

std::string_view view(spdlog::string_view_t text) { return {text.data(), text.size()}; }

}  // namespace

void JsonFormatter::format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) {
  const LogLine line = parse_log_line(view(message.payload));
  boost::json::object object{{"time", format_utc(message.time)},
                             {"level", view(spdlog::level::to_string_view(message.level))},
                             {"message", line.words}};
  for (const LogField& field : line.fields) object[field.key] = field.value;
  const std::string text = boost::json::serialize(object) + "\n";
  out.append(text.data(), text.data() + text.size());
}

std::unique_ptr<spdlog::formatter> JsonFormatter::clone() const {
  return std::make_unique<JsonFormatter>();
}

}  // namespace figured::daemon
