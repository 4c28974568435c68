#include "daemon/service/daemon_shape.h"

#include <boost/json/object.hpp>

#include "claims/claim_json.h"

namespace figured::daemon {

using boost::json::object;
using boost::json::value;

value format_daemon(const std::optional<DaemonState>& state) {
  if (!state) return nullptr;
  return object{{"pid", state->pid},
                {"version", state->version},
                {"started", claims::format_time(state->started)},
                {"since", claims::format_time(state->since)},
                {"paused", state->paused.empty() ? value(nullptr) : value(state->paused)},
                {"page", state->page.empty() ? value(nullptr) : value(state->page)}};
}

}  // namespace figured::daemon
