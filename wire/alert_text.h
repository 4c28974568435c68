// Writes an alert for people to read: what is disputed, each side with its words
// and its source, and why the sides contradict.
#pragma once
#include <boost/json/fwd.hpp>
#include <string>

namespace figured::wire {

// `alert` is the body of a webhook, docs/json.md; what it lacks is left out.
// `colours` adds the escape sequences of a terminal; any that stand in the
// alert itself are taken out.
std::string format_alert(const boost::json::object& alert, bool colours);

}  // namespace figured::wire
