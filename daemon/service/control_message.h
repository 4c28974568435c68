// ControlMessage: what is said over the control socket.
//
// A connection carries one request and one answer, each a JSON object on a line of its
// own (RFC 8259; UTF-8, at most kMaxControlLine bytes):
//
//   request = {"ask": "status" | "reload" | "diff" | "wake",
//              "store": path       of the store whose daemon is meant; left out = any
//              "wait": true,       of reload: answer once the new configuration works
//              "file": path}       of diff: instead of the daemon's own configuration
//   answer  = {"ok": true, "words": text, "changes": [change ...]}
//           / {"ok": false, "words": what is wrong, a line each}
//   change  = {"key": name, "from": value, "to": value, "restart": bool}
//             values as TOML writes them, "" where it is not set
//
// Keys that are not known are passed over, so that either side may be the newer one.
// The parsers take any bytes (tests/fuzz/control_fuzz.cc).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"

namespace figured::daemon {

inline constexpr std::size_t kMaxControlLine = 1 << 20;

enum class ControlVerb {
  kStatus,  // what STATUS= says
  kReload,  // as SIGHUP does
  kDiff,    // what a reload would change
  kWake,    // looks at once for what people changed about feeds
};

struct ControlRequest {
  ControlVerb verb = ControlVerb::kStatus;
  std::string store;
  bool wait = false;
  std::string file;
  friend bool operator==(const ControlRequest&, const ControlRequest&) = default;
};

struct ControlAnswer {
  bool ok = false;
  std::string words;
  std::vector<config::SettingChange> changes;  // of reload and diff
  friend bool operator==(const ControlAnswer&, const ControlAnswer&) = default;
};

// Each without the line break.
std::string format_control_request(const ControlRequest& request);
std::string format_control_answer(const ControlAnswer& answer);

// Empty where the line is none.
std::optional<ControlRequest> parse_control_request(std::string_view line);
std::optional<ControlAnswer> parse_control_answer(std::string_view line);

}  // namespace figured::daemon
