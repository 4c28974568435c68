// Budget: how much of what others wrote an alert's body may hold.
#pragma once
#include <cstddef>

#include "claims/claim.h"
#include "claims/verdict.h"

namespace figured::alerts {

struct Budget {
  std::size_t quote;    // bytes
  std::size_t text;     // bytes of any other text
  std::size_t url;      // bytes; a longer one is left out, for a cut one leads nowhere
  std::size_t list;     // elements
  std::size_t against;  // claims
};

// Copies that keep to the budget.
claims::SourcedClaim bounded(claims::SourcedClaim sourced, const Budget& budget);
claims::Verdict bounded(claims::Verdict verdict, const Budget& budget);

}  // namespace figured::alerts
