// JsonFormatter writes each log line as one JSON object:
// {"time","level","message", and the line's fields}.
#pragma once
#include <spdlog/formatter.h>

#include <memory>

namespace figured::daemon {

class JsonFormatter : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override;
  std::unique_ptr<spdlog::formatter> clone() const override;
};

}  // namespace figured::daemon
