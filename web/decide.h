// What a person says of a dispute, done: by figurectl and by the page alike.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "claims/decision.h"
#include "storage/store.h"

namespace figured::web {

struct Decided {
  std::optional<claims::Dispute> dispute;  // as it is now; empty: there is none by the id
  bool applies = false;                    // false: it is not in a state for this decision
  std::size_t labels = 0;                  // pairs of claims that it tells something of
};

// Writes the decision down, with what it says of pairs of claims; a dismissal is told to
// whoever was told of the dispute.  All of it in one transaction, so that no claim joins
// the dispute in between.
// `page` is the address of the page, for a link in what is told; "" = none.
Decided decide(storage::Desk& desk, std::int64_t dispute_id, const claims::Decision& decision,
               std::string_view page = {});

}  // namespace figured::web
