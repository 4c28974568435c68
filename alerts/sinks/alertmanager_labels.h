// An alert as Prometheus Alertmanager knows alerts: labels that say which one it is,
// annotations that tell it.
#pragma once
#include <boost/json/object.hpp>

#include "alerts/notice.h"

namespace figured::alerts {

// alertname, then dispute, feed or alert (by number or id), measure, place, subject.
// Those of one dispute, or of one feed, have the same labels: they are one alert there,
// and what settles the dispute, takes it back or reads the feed again resolves it.
boost::json::object alertmanager_labels(const Notice& notice);

// summary, description, figured_id, figured_type.
boost::json::object alertmanager_annotations(const Notice& notice);

// FiguresContradict, FigureCorrected, FeedFailing, FeedGone, FiguredHeartbeat.
std::string_view alertname_of(AlertType type);

// Whether what it tells ends what an earlier alert of these labels told.
bool is_resolved(const Notice& notice);

}  // namespace figured::alerts
