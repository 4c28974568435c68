// The line that tells an alert to people.
#pragma once
#include <string>

#include "alerts/alert_body.h"

namespace figured::alerts {

// "Armed strength, Panjshir: Outlet C says 20k (Mohmand); Outlet E says around
// 9,000 (Nazary)".  One line of at most 400 bytes.
std::string alert_summary(const Cause& cause);

}  // namespace figured::alerts
