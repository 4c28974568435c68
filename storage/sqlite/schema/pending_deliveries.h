// Migration 23. See schema.h.
#pragma once

namespace figured::storage {

// What a lane asks of a delivery before it takes it: a walk past those of other lanes stays in
// the index.
inline constexpr char kPendingDeliveries[] = R"sql(
DROP INDEX delivery_pending;
CREATE INDEX delivery_pending
ON delivery (endpoint, sequence, dispute_id, next_attempt, bundle, message_id)
WHERE state = 0;
)sql";

}  // namespace figured::storage
