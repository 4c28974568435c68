#include "alerts/endpoint.h"

#include <algorithm>

namespace figured::alerts {

bool wants(const Endpoint& endpoint, const Alert& alert) {
  const auto& types = endpoint.types;
  const bool of_type =
      types.empty() || std::find(types.begin(), types.end(), alert.type) != types.end();
  return of_type && alert.severity >= endpoint.min_severity;
}

}  // namespace figured::alerts
