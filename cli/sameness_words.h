// Why two claims were held for claims of one fact: the features that hold, with
// their weights, and the tests that were passed.
#pragma once
#include <boost/json/array.hpp>
#include <iosfwd>

#include "claims/sameness/sameness_model.h"
#include "storage/store.h"

namespace figured::cli {

// Each contradicting pair of the dispute whose claims stand on a side, by the
// weights of `model`, which may not be those it was judged by.
void print_samenesses(std::ostream& out, const storage::DisputeView& view,
                      const claims::SamenessModel& model);

// The same as docs/json.md gives it.
boost::json::array format_samenesses(const storage::DisputeView& view,
                                     const claims::SamenessModel& model);

}  // namespace figured::cli
