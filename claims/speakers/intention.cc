// intended := bent [ adverb ] "to" verb
// bent     := "want" | "wish" | "eager" | "poised" | "on" ( "track" | "pace" )
#include "claims/speakers/intention.h"

#include "claims/text/clause.h"

namespace figured::claims {

bool is_intended(const SentenceView& s, int at, const ReadFigure& figure, int verb) {
  static constexpr WordList kIntends = {"want",   "wants", "wanted", "wanting", "wish", "wishes",
                                        "wished", "eager", "poised", "track",   "pace"};
  // "wants to know why 300 guards fled"
  static constexpr WordList kMind = {"know",  "see", "hear", "understand", "think",
                                     "thank", "say", "ask",  "talk",       "remember"};
  const int to = s.is(at + 1, kAdverb) ? at + 2 : at + 1;
  if (!s.is_one_of(at, kIntends) || !s.lower_is(to, "to") || s.is_one_of(to + 1, kMind) ||
      !s.at(to + 1).word->can_be(kVerbBase))
    return false;
  const bool noun = s.lower_is(at, "track") || s.lower_is(at, "pace");
  if (noun && !s.lower_is(at - 1, "on")) return false;
  // "wants to sell its mill with 300 rooms", "poised to beat the record of 300": what is there.
  if (s.lower_is(figure.first - 1, "with") || s.lower_is(figure.first - 1, "of")) return false;
  // "wants to help the 300 guards", "want it and 300 who do not"
  if (s.is(figure.first - 1, kDeterminer) || s.lower_is(figure.last, "who")) return false;
  for (int i = to + 2; i < figure.first; ++i) {
    if (is_finite_verb(s, i)) return false;
  }
  // "wanted to help 300 families hurt by it"
  return verb < figure.first && (verb < 0 || verb > to);
}

}  // namespace figured::claims
