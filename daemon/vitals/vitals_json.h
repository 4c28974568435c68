// Vitals as JSON: in the state file, and as `figurectl top --json` prints them.
#pragma once
#include <boost/json/object.hpp>

#include "daemon/vitals/vitals.h"

namespace figured::daemon {

// Times are seconds since 1970, null where there is none.
boost::json::object format_vitals(const Vitals& vitals);

// Throws std::exception where a member is missing or of another type.
Vitals parse_vitals(const boost::json::object& object);

}  // namespace figured::daemon
