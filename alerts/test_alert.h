// An alert that tells nothing: for trying out an endpoint.
#pragma once
#include <chrono>

#include "alerts/alert.h"

namespace figured::alerts {

// Of the shape of a contradiction, with made-up figures; its summary says that it is a
// test, and its id begins with "alr_test".  It is no alert of the store and has no sequence.
Alert test_alert(std::chrono::sys_seconds now);

}  // namespace figured::alerts
