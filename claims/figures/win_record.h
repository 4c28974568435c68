// WinRecord: the games a team or a boxer has won, lost and drawn, told in a row:
// "a 9-14 record", "improved to 30-2", "Harris (38-6-1)".
//
// The score of one game is told in the same signs ("an 80-71 loss"); only what
// says that it sums up many games makes it a record.
#pragma once
#include <optional>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct WinRecord {
  int parts = 0;  // 2, or 3 with draws; a number, a hyphen, a number ...
  int last = 0;   // the token behind the last number
};

// The record whose first number stands at token `at`.
std::optional<WinRecord> read_win_record(const SentenceView& sentence, int at);

// What part 0, 1 or 2 counts: "wins", "losses", "draws".
std::string_view name_of_record_part(int part);

}  // namespace figured::claims
