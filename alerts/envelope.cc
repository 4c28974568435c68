#include "alerts/envelope.h"

#include <boost/json.hpp>

#include "claims/claim_json.h"

namespace figured::alerts {

boost::json::object envelope(const Alert& alert, boost::json::object data) {
  using boost::json::value;
  return {{"type", format_alert_type(alert.type)},
          {"version", kBodyVersion},
          {"timestamp", claims::format_time(alert.created_at)},
          {"id", alert.id},
          {"sequence", alert.sequence},
          {"dispute_sequence",
           alert.dispute_sequence == 0 ? value(nullptr) : value(alert.dispute_sequence)},
          {"previous_id", alert.previous_id.empty() ? value(nullptr) : value(alert.previous_id)},
          {"data", std::move(data)}};
}

}  // namespace figured::alerts
