// The envelope of every body that is posted: what kind of news it is, when, and where it
// stands in the order of all.  docs/alert.schema.json is the contract.
#pragma once
#include <boost/json/object.hpp>

#include "alerts/alert.h"

namespace figured::alerts {

// Of the shape of bodies.  Grows when a receiver that was written for the former one would
// misread the next; new fields alone do not do that.
inline constexpr int kBodyVersion = 1;

// `data` in the envelope of a reserved alert.
boost::json::object envelope(const Alert& alert, boost::json::object data);

}  // namespace figured::alerts
