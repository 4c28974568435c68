// DecadeAge: how old somebody is, told by the decade: "a man in his 40s", "she is in
// her mid-twenties".
//
// Only of somebody who is described so: "he took to painting in his 60s" tells when.
#pragma once
#include <optional>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct DecadeAge {
  int first = 0;  // tokens [first, last), the preposition included
  int core = 0;   // of the decade
  int last = 0;
  double low = 0;  // years
  double high = 0;
};

// The age whose decade begins at token `at`: "40" of "40s", "forties".
std::optional<DecadeAge> read_decade_age(const SentenceView& sentence, int at);

}  // namespace figured::claims
