// ConsoleFormatter writes each log line for people: the time, the priority, and the
// line as format_for_people() has it.
#pragma once
#include <spdlog/formatter.h>

#include <memory>

namespace figured::daemon {

class ConsoleFormatter : public spdlog::formatter {
 public:
  explicit ConsoleFormatter(bool colours) : colours_(colours) {}

  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override;
  std::unique_ptr<spdlog::formatter> clone() const override;

 private:
  const bool colours_;
};

}  // namespace figured::daemon
