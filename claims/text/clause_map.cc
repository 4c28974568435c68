#include "claims/text/clause_map.h"

#include <algorithm>

#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr std::size_t kUsualClauses = 8;  // of a sentence

}  // namespace

// Walks the sentence once and keeps the clause it stands in.
class ClauseMapper {
 public:
  ClauseMapper(const SentenceView& s, ClauseMap& map) : s_(s), map_(map) {
    map_.clauses_.reserve(kUsualClauses);
    map_.pieces_.reserve(2 * kUsualClauses);
    open(s.first(), ClauseJoin::kMain, -1, false);
  }

  void run() {
    for (int i = s_.first(); i < s_.last(); ++i) step(i);
  }

 private:
  struct Open {
    int clause;
    bool ends_at_comma;
  };

  void open(int first, ClauseJoin join, int parent, bool ends_at_comma) {
    map_.clauses_.push_back({first, parent, join});
    current_ = {static_cast<int>(map_.clauses_.size()) - 1, ends_at_comma};
    map_.pieces_.push_back({first, current_.clause});
  }

  // Back to the clause that the current one hangs on.
  void close(int at) {
    const int parent = map_.clause(current_.clause).parent;
    if (parent < 0) return;
    current_ = {parent, false};
    map_.pieces_.push_back({at, parent});
  }

  void step(int i) {
    const std::string_view sign = s_.at(i).text;
    if (sign == ";") return open(i + 1, ClauseJoin::kMain, -1, false);
    if (sign == "(") return open(i + 1, ClauseJoin::kAside, current_.clause, false);
    if (sign == ")" && in_aside()) return close(i + 1);
    if (s_.is_kind(i, TokenKind::kHyphen) && !s_.binds(i)) return dash(i);
    if (sign == ",") return comma(i);
    if (s_.is_word(i)) word(i);
  }

  bool in_aside() const { return map_.clause(current_.clause).join == ClauseJoin::kAside; }

  bool in_relative() const {
    const ClauseJoin join = map_.clause(current_.clause).join;
    return join == ClauseJoin::kRelative || join == ClauseJoin::kEventRelative;
  }

  bool has_finite_verb_before(int i) const {
    constexpr int kReach = 40;
    const int first = std::max(map_.clause(current_.clause).first, i - kReach);
    for (int k = i - 1; k >= first; --k) {
      if (is_finite_verb(s_, k)) return true;
    }
    return false;
  }

  void dash(int i) {
    if (in_aside()) return close(i + 1);
    open(i + 1, ClauseJoin::kAside, current_.clause, false);
  }

  void comma(int i) {
    // "which struck in 1999, killing 40": what the relative clause tells goes on.
    if (is_participle(i + 1) && in_relative() && has_finite_verb_before(i))
      return open(i + 1, ClauseJoin::kParticiple, current_.clause, true);
    if (current_.ends_at_comma) close(i + 1);
    if (is_participle(i + 1)) return open(i + 1, ClauseJoin::kParticiple, current_.clause, false);
    if (joins_clause(i + 1)) open(i + 1, coordination(i + 1), current_.clause, false);
  }

  bool is_participle(int i) const {
    const Token& token = s_.at(i);
    if (!s_.is_word(i) || token.capital || token.text.size() < 5) return false;
    if (!token.text.ends_with("ing") || s_.is(i, kPreposition | kPart)) return false;
    return true;
  }

  bool joins_clause(int i) const {
    return s_.lower_is(i, "and") || s_.lower_is(i, "but") || s_.lower_is(i, "so") ||
           s_.lower_is(i, "yet");
  }

  // A verb right behind the joining word goes on with the same subject.
  ClauseJoin coordination(int i) const {
    const Word& next = *s_.at(i + 1).word;
    const bool verb = next.verb_forms != 0 || next.is(kBe | kHave | kModal | kWill);
    return verb ? ClauseJoin::kSamePredicate : ClauseJoin::kCoordinate;
  }

  void word(int i) {
    if (i == map_.clause(current_.clause).first && i > s_.first()) return;
    const bool after_comma = begins_part(i) || (s_.is_word(i - 1) && begins_part(i - 1));
    if (joins_clause(i) && !begins_part(i)) {
      // "killed 4 and injured 7" is one clause; "and on Monday 6 more" is not.
      const bool apart = s_.is(i + 1, kSubjectPronoun) || s_.at(i + 1).text == ",";
      if (apart || s_.lower_is(i, "but")) open(i, ClauseJoin::kCoordinate, current_.clause, false);
      return;
    }
    if (!s_.is(i, kClauseBreak)) return;
    if (const auto join = join_of(i); join != ClauseJoin::kMain)
      open(i, join, current_.clause, after_comma && !contrasts(i));
  }

  // "one fell, while the other, in Bath, rose" goes on to the end; "the firm, while
  // small, rose" and "While one fell, the other rose" end at a comma.
  bool contrasts(int i) const {
    return (s_.lower_is(i, "while") || s_.lower_is(i, "whereas")) && has_finite_verb_before(i);
  }

  // Behind a comma or at the head of the sentence; an adverb may stand between.
  bool begins_part(int i) const { return s_.at(i - 1).text == "," || i == s_.first(); }

  ClauseJoin join_of(int i) const {
    for (const std::string_view together : {"when", "after"}) {
      if (s_.lower_is(i, together)) return ClauseJoin::kTogether;
    }
    if (s_.lower_is(i, "as")) return is_as_clause(i) ? ClauseJoin::kTogether : ClauseJoin::kMain;
    for (const std::string_view pronoun : {"that", "which", "who", "whom", "where"}) {
      if (s_.lower_is(i, pronoun)) return relative(i);
    }
    // "since Monday", "before the vote": no clause
    if (s_.lower_is(i, "since") || s_.lower_is(i, "before") || s_.lower_is(i, "until"))
      return s_.is(i + 1, kSubjectPronoun | kDeterminer) ? ClauseJoin::kApart : ClauseJoin::kMain;
    if (s_.lower_is(i, "but")) return ClauseJoin::kCoordinate;
    return ClauseJoin::kApart;
  }

  // "as police moved in", not "as many as", "as of", "such as"
  bool is_as_clause(int i) const {
    if (s_.is(i + 1, kPreposition) || s_.lower_is(i - 1, "such") || s_.lower_is(i - 1, "as"))
      return false;
    for (int k = i + 1; k < i + 4; ++k) {
      if (s_.lower_is(k, "as")) return false;
    }
    for (int k = i - 1; k > i - 4; --k) {
      if (s_.lower_is(k, "as")) return false;
    }
    return true;
  }

  ClauseJoin relative(int i) const {
    if (s_.lower_is(i, "that")) {
      // "that year", "that Monday"
      if (s_.at(i + 1).word->has_time_role(time_role::kGrain | time_role::kWeekday))
        return ClauseJoin::kMain;
      for (int k = i - 1; k > i - 7; --k) {
        if (s_.is(k, kSay)) return ClauseJoin::kComplement;
      }
    }
    const int noun = s_.at(i - 1).text == "," ? i - 2 : i - 1;
    const Token& before = s_.at(noun);
    const bool event = before.word->is(kEventNoun) || before.word->has_role(kEventNounRole);
    return event ? ClauseJoin::kEventRelative : ClauseJoin::kRelative;
  }

  const SentenceView& s_;
  ClauseMap& map_;
  Open current_{0, false};
};

ClauseMap::ClauseMap(const SentenceView& sentence) { ClauseMapper(sentence, *this).run(); }

int ClauseMap::clause_of(int token) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), token,
                                       [](int at, const Piece& piece) { return at < piece.first; });
  return behind == pieces_.begin() ? 0 : std::prev(behind)->clause;
}

}  // namespace figured::claims
