// VoteTally: how a vote came out: "voted 68-32", "a 420-0 vote", "by 52 to 48", "the court
// ruled 5-4".
//
// The score of a game is told in the same signs; only what says that there was a vote
// makes it a tally.  Which side was for and which against the words often leave open ("a
// 40-60 vote"), so that it is the larger number and the smaller one that are told.
#pragma once
#include <optional>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct VoteTally {
  int step = 0;  // tokens from the first number to the second
  int last = 0;  // the token behind that
  // What part 0 or 1 counts.
  std::string_view (*name_of_part)(int part) = nullptr;
};

// The tally whose first number stands at token `at`.
std::optional<VoteTally> read_vote_tally(const SentenceView& sentence, int at);

inline constexpr std::string_view kMajorityVotes = "votes of the majority";
inline constexpr std::string_view kMinorityVotes = "votes of the minority";

}  // namespace figured::claims
