// A dispute as schema.org has it: a ClaimReview for each side (JSON-LD), for those who
// gather what is said and checked.
#pragma once
#include <boost/json/object.hpp>
#include <string_view>

#include "storage/store.h"

namespace figured::web {

// figured does not say who is right: each side's rating is "Disputed".
boost::json::object format_claim_review(const storage::DisputeView& view, std::string_view url);

}  // namespace figured::web
