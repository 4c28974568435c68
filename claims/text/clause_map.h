// ClauseMap parts a sentence into clauses, so that the time of one does not
// leak into another.
//
// It works by signs and joining words alone.  A clause knows the one it hangs on
// and by which word; a comma ends a clause that a comma began.
#pragma once
#include <cstdint>
#include <vector>

#include "claims/text/sentence_view.h"

namespace figured::claims {

enum class ClauseJoin : std::uint8_t {
  kMain,           // the sentence itself, or a part behind ";" or ":"
  kTogether,       // "when", "as", "after": shares its time both ways
  kParticiple,     // ", killing 12": takes the time of what it hangs on
  kCoordinate,     // ", and", "but": has its own subject, takes an opening time
  kSamePredicate,  // ", and injured 12": goes on with the same subject
  kComplement,     // "that 12 were killed" behind a verb of saying
  kEventRelative,  // "the fire that killed 12": behind the noun of an event
  kRelative,       // "which", "who", "where" behind anything else
  kApart,          // "because", "although", "before", "if"
  kAside,          // "(...)", "— ... —"
};

struct Clause {
  int first = 0;    // its first token
  int parent = -1;  // the clause it hangs on; -1 = none
  ClauseJoin join = ClauseJoin::kMain;
};

class ClauseMap {
 public:
  explicit ClauseMap(const SentenceView& sentence);

  int clause_of(int token) const;
  const Clause& clause(int index) const { return clauses_[static_cast<std::size_t>(index)]; }

 private:
  // From token `first` on the text belongs to `clause`, up to the next piece.
  struct Piece {
    int first;
    int clause;
  };
  std::vector<Clause> clauses_;
  std::vector<Piece> pieces_;

  friend class ClauseMapper;
};

}  // namespace figured::claims
