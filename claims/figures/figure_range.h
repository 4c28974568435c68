// FigureRange: where two amounts are the ends of one figure: "5 to 7 percent",
// "more than 100 and fewer than 300"; and where they are the start and the end of
// a change, which are two figures: "rose from 5 to 7 percent".
#pragma once
#include <optional>

#include "claims/figures/amount_reader.h"
#include "claims/figures/figure_bounds.h"

namespace figured::claims {

// The second end of a range that `first` begins; nothing when it begins none.
std::optional<Amount> read_second_end(const SentenceView& sentence, const Amount& first);

// "more than 100 and fewer than 300": the end opposite to `amount`, which `bound`
// opens; nothing when none follows.
std::optional<Amount> read_other_end(const SentenceView& sentence, const Amount& amount,
                                     Bound bound);

// The lower end as it is meant: "3 to 5 million" borrows the scale of the second.
double scaled_low(const Amount& first, const Amount& second);

// Where the amount stands behind bound words that begin at `at`: those of a second
// end say nothing new ("5 to about 7").  = at when there are none.
int skip_bounds(const SentenceView& sentence, int at);

// The token behind "±" or "+/-" at `i`; -1 for none.
int behind_plus_or_minus(const SentenceView& sentence, int i);

// The amount at `first` is where a change began: "rose from 12".
bool is_change(const SentenceView& sentence, int first);

}  // namespace figured::claims
