// How figurectl tells of alerts and their deliveries.
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

#include "alerts/alert.h"

namespace figured::cli {

// "desk delivered", "desk pending after 3 (HTTP 503)"; parted by "; "; "-" without any.
std::string deliveries_words(const std::vector<alerts::Delivery>& deliveries);

// What an alert says, with its deliveries and every attempt.
void print_alert(std::ostream& out, const alerts::Alert& alert,
                 const std::vector<alerts::Delivery>& deliveries,
                 const std::vector<alerts::Attempt>& attempts);

}  // namespace figured::cli
