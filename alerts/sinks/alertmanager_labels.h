// An alert as Prometheus Alertmanager knows alerts: labels that say which one it is,
// annotations that tell it.
#pragma once
#include <boost/json/object.hpp>

#include "alerts/notice.h"

namespace figured::alerts {

// alertname, severity ("critical", "warning", "info"), dispute or alert, measure, place,
// subject.  Those of one dispute have the same labels but for the severity's: they are
// one alert there, and what settles a dispute resolves it.
boost::json::object alertmanager_labels(const Notice& notice);

// summary, description, figured_id, figured_type.
boost::json::object alertmanager_annotations(const Notice& notice);

// "firing" until it is settled, then "resolved".
bool is_resolved(const Notice& notice);

}  // namespace figured::alerts
