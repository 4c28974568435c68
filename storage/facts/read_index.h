// All that the store holds, as a FactIndex.
#pragma once
#include <stop_token>

#include "storage/facts/fact_index.h"

namespace figured::storage {

class Connection;

// Less where it is asked to stop.
FactIndex read_index(Connection& db, const std::stop_token& stop = {});

}  // namespace figured::storage
