#include "claims/measures/shaped_measure.h"

#include "claims/figures/vote_tally.h"

namespace figured::claims {

ShapedMeasure shaped_measure(std::string_view named) {
  // Wins, games won and the first number of a record are one count.
  if (named == "wins") return {"wins", "game.won"};
  if (named == "losses") return {"losses", "game.lost"};
  if (named == kMajorityVotes) return {"votes", "vote.majority_side"};
  if (named == kMinorityVotes) return {"votes", "vote.minority_side"};
  return {std::string(named), "count." + std::string(named)};
}

}  // namespace figured::claims
