// Heartbeat: an alert from time to time that says that figured is at work, so that a
// receiver can tell silence from death.
#pragma once
#include <span>

#include "alerts/endpoint.h"
#include "storage/store.h"

namespace figured::daemon {

// Puts a heartbeat into the outbox, in the transaction that is open, with what the store
// knows: the last poll, the feeds that fail, the sequence of the last alert, and what
// waits.  It goes to the endpoints that ask for the type by name.
void put_heartbeat(storage::Store& store, std::span<const alerts::Endpoint> endpoints,
                   storage::Seconds now);

}  // namespace figured::daemon
