// How many values of a dispute are on none of its sides because it has as many as it can.
#pragma once
#include <cstddef>

#include "storage/store.h"

namespace figured::web {

// Of claims that stand and contradict another by a verdict that is kept; values whose ranges
// meet count as one.  0 where there are fewer than claims::kMaxSides sides.
std::size_t count_values_left_out(const storage::DisputeView& view,
                                  const storage::StoreReader& store);

}  // namespace figured::web
