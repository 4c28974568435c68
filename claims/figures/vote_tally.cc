// tally := number ( "-" | "to" | "-to-" ) number
// told  := ( "vote" | "voted" | "passed" | "ruled" ... ) { word } tally
//        | tally { modifier } ( "vote" | "ruling" | "decision" )
// Where "to" joins the numbers nothing but a day may stand before them: "voted to raise it
// from 12 to 15" is none.
#include "claims/figures/vote_tally.h"

namespace figured::claims {
namespace {

constexpr double kMostVotes = 999;  // of one side of a chamber
constexpr int kVerbReach = 7;       // tokens back to what says that there was a vote
constexpr int kNounReach = 3;       // modifiers between a tally and its noun

constexpr WordList kVoting = {"vote",     "votes",    "voted",    "voting",     "passed",
                              "pass",     "passing",  "approved", "approving",  "rejected",
                              "ruled",    "ruling",   "rules",    "deadlocked", "confirmed",
                              "defeated", "upheld",   "tally",    "advanced",   "acquitted",
                              "adopted",  "ratified", "cleared",  "convicted",  "impeached"};
// Games are passed and defeated too.
constexpr WordList kSurely = {"vote", "votes", "voted", "voting", "ruled", "ruling", "deadlocked"};
constexpr WordList kNouns = {"vote", "votes", "ruling", "decision", "verdict", "roll"};

std::string_view majority_first(int part) { return part == 0 ? kMajorityVotes : kMinorityVotes; }
std::string_view minority_first(int part) { return majority_first(1 - part); }

class TallyReader {
 public:
  TallyReader(const SentenceView& s, int at) : s_(s), at_(at) {}

  std::optional<VoteTally> read() const {
    const int other = behind_join();
    const int last = other + 1;
    if (other < 0 || !is_votes(at_) || !is_votes(other) || s_.binds(at_ - 1) || s_.binds(last) ||
        s_.at(last).text == "%" || s_.at(last).word->unit != kNoIndex)
      return std::nullopt;
    const bool to = s_.lower_is(at_ + 1, "to");
    if (is_of_seats(last)) return std::nullopt;
    if (!(!to && has_noun_behind(last)) && !(to ? is_right_behind_vote() : has_vote_before()))
      return std::nullopt;
    const bool larger_first = s_.at(at_).number >= s_.at(other).number;
    return VoteTally{other - at_, last, larger_first ? majority_first : minority_first};
  }

 private:
  bool is_votes(int i) const {
    return s_.is_kind(i, TokenKind::kNumber) && s_.at(i).plain_digits &&
           s_.at(i).number <= kMostVotes;
  }

  // "a 54-46 majority": who sits there.
  bool is_of_seats(int last) const {
    static constexpr WordList kSeats = {"majority", "edge", "advantage", "lead", "record"};
    return s_.is_one_of(last, kSeats) || s_.is_one_of(last + 1, kSeats);
  }

  // The second number; -1 when nothing joins one to the first.
  int behind_join() const {
    if (s_.lower_is(at_ + 1, "to")) return at_ + 2;
    if (!s_.binds(at_ + 1)) return -1;
    return s_.lower_is(at_ + 2, "to") && s_.binds(at_ + 3) ? at_ + 4 : at_ + 2;
  }

  // "voted | 52 to 48", "by a vote of | 216 to 212", "voted on Monday, | 52 to 48"
  bool is_right_behind_vote() const {
    int i = at_ - 1;
    while (s_.at(i).text == "," || s_.is(i, kWeekday | kDayWord | kAdverb | kBe) ||
           s_.lower_is(i, "of") || s_.lower_is(i, "on") || s_.lower_is(i, "by"))
      --i;
    return s_.is_one_of(i, kSurely);
  }

  // "a 420-0 vote", "a 10-8 party-line vote", "its 5-4 decision"; "a 3-2 split decision"
  // is a boxer's.
  bool has_noun_behind(int last) const {
    int i = last;
    for (int words = 0; words <= kNounReach && s_.is_word(i); ++words, ++i) {
      if (s_.is_one_of(i, kNouns)) return !s_.lower_is(i - 1, "split");
      if (s_.is(i, kPreposition | kConjunction | kClauseBreak | kBe | kHave)) return false;
      if (s_.binds(i + 1)) ++i;
    }
    return false;
  }

  // "voted 68-32", "voted on Monday, 68-32,", "passed the House 218-210", "the vote was 40-60"
  bool has_vote_before() const {
    const bool big = s_.at(at_).number + s_.at(behind_join()).number >= 30;
    for (int i = at_ - 1; i > at_ - kVerbReach && s_.has(i); --i) {
      if (s_.is_one_of(i, kSurely) || (big && s_.is_one_of(i, kVoting))) return true;
      if (s_.is_kind(i, TokenKind::kNumber) || s_.at(i).text == ";" || s_.at(i).text == ":" ||
          s_.is(i, kClauseBreak))
        return false;
    }
    return false;
  }

  const SentenceView& s_;
  int at_;
};

}  // namespace

std::optional<VoteTally> read_vote_tally(const SentenceView& sentence, int at) {
  // Nearly every number is settled by its right neighbour.
  if (!sentence.binds(at + 1) && !sentence.lower_is(at + 1, "to")) return std::nullopt;
  return TallyReader(sentence, at).read();
}

}  // namespace figured::claims
