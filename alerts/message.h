// Message: what goes to an endpoint at one time.
//
// Mostly that is one alert.  Alerts that a route gathers go together: they keep the
// order of their sequence, and the message keeps its id and its alerts in every
// attempt.
#pragma once
#include <string>
#include <vector>

#include "alerts/notice.h"

namespace figured::alerts {

struct Message {
  std::string id;  // the alert's where it is one alone; else "grp_" and 26 letters and digits
  std::vector<Notice> notices;  // at least one

  bool is_group() const { return notices.size() > 1; }
  const Notice& newest() const { return notices.back(); }
};

// A message of one alert.
Message message_of(const Alert& alert);

// The worst of its alerts'.
double severity_of(const Message& message);

// "Figures disagree: people killed, Zerafan", "3 alerts: people killed, Zerafan; ...".
std::string headline(const Message& message, std::size_t max);

}  // namespace figured::alerts
