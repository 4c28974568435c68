// The filters of lists of disputes, as a query names them: measure, place, outlet,
// severity, text, state.
#pragma once
#include "web/dispute_board.h"
#include "web/query.h"

namespace figured::web {

// Throws BadRequest.
DisputeFilter filter_of(const Query& query);

}  // namespace figured::web
