// rank     := ordinal [ "straight" | "consecutive" ... ] noun
// counting := "for" ( "the" | "a" ) ordinal ( "time" | unit of time )
//           | rank with "straight" | rank ( "in a row" | "running" )
//           | possessive ordinal noun                                  from the third on
//           | "a" ordinal noun                                         from the fourth on
//           | ordinal [ noun ] [ participle ... ] period   "the fourth jailed this year",
//                                                          "the 21st coach in team history"
//           | ( "become" | be | "as" | name "," ) "the" ordinal noun ( "to" verb | participle )
//           | ( "this" | "it" ) be "the" ordinal event ( "at" | "in" )
//           | ordinal "in" number noun | ordinal [ noun ] "since"
#include "claims/figures/counting_rank.h"

#include "claims/figures/numeral_reader.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kPeriodReach = 5;   // words between the noun and its period
constexpr int kHistoryReach = 7;  // tokens from "in" to "history"

constexpr WordList kInARow = {"straight", "consecutive", "successive"};
constexpr WordList kBecoming = {"become", "becomes", "became", "becoming", "marks", "marked", "as",
                                "is",     "was",     "be",     "being",    "'s",    "been"};

class RankReader {
 public:
  RankReader(const SentenceView& s, int at) : s_(s), at_(at) {}

  std::optional<CountingRank> read() {
    if (!take_ordinal() || rank_.value < 2 || s_.binds(rank_.last) || s_.binds(at_ - 1))
      return std::nullopt;
    rank_.noun_from = rank_.last;
    const bool in_a_row = s_.is_one_of(rank_.last, kInARow);
    if (in_a_row) ++rank_.noun_from;
    if (is_superlative(rank_.noun_from) || is_numbering(rank_.noun_from)) return std::nullopt;
    noun_ = counted_noun(s_, rank_.noun_from);
    behind_ = noun_.head >= 0 ? noun_.last : rank_.noun_from;
    if ((in_a_row && noun_.head >= 0) || is_in_a_row(behind_) || is_time() || is_owned() ||
        is_another() || is_dated() || is_last_of_many())
      return rank_;
    return std::nullopt;
  }

 private:
  bool take_ordinal() {
    if (s_.is_kind(at_, TokenKind::kNumber)) {
      rank_.value = s_.at(at_).number;
      rank_.last = at_ + 2;
      return !s_.at(at_ + 1).spaced && s_.at(at_).plain_digits;
    }
    if (s_.at(at_).word->number_role == NumberRole::kOrdinal) {
      rank_.value = s_.at(at_).word->low();
      rank_.last = at_ + 1;
      return rank_.value < 100 && !s_.at(at_).capital;
    }
    const auto numeral = read_numeral(s_, at_, false);
    if (!numeral || numeral->kind != NumeralKind::kOrdinal) return false;
    rank_.value = numeral->low;
    rank_.last = numeral->last;
    return true;
  }

  // "the second largest", "the third most populous"
  bool is_superlative(int i) const {
    const std::string_view text = s_.at(i).text;
    return s_.lower_is(i, "most") || s_.lower_is(i, "least") || s_.lower_is(i, "worst") ||
           (text.size() > 4 && text.ends_with("est") && s_.at(i).word->can_be(kAdjectiveForms));
  }

  bool is_in_a_row(int i) const {
    return s_.lower_is(i, "running") ||
           (s_.lower_is(i, "in") && s_.lower_is(i + 1, "a") && s_.lower_is(i + 2, "row"));
  }

  bool is_duration(int i) const {
    const std::int16_t unit = s_.at(i).word->unit;
    return s_.lower_is(i, "night") ||
           (unit != kNoIndex && Lexicon::english().unit(unit).dimension == "duration");
  }

  // "for the third time", "at least the third time"; "for a second night"
  bool is_time() const {
    const int article = at_ - 1;
    const bool counted = s_.lower_is(rank_.last, "time");
    if (!s_.lower_is(article, "the") && !s_.lower_is(article, "a")) return false;
    if (counted) return true;
    return is_duration(rank_.last) && s_.lower_is(article - 1, "for");
  }

  // "her third marriage", "its 29th day": whoever has a third has had two before.
  bool is_owned() const {
    const bool owner =
        s_.is(at_ - 1, kPossessive) || s_.is_kind(at_ - 1, TokenKind::kPossessiveEnd);
    return owner && rank_.value >= 3 && noun_.head >= 0 && !is_numbering(noun_.head);
  }

  // "a fourth term": one more than three.
  bool is_another() const {
    return s_.lower_is(at_ - 1, "a") && rank_.value >= 4 && noun_.head >= 0 &&
           !is_numbering(noun_.head) && !s_.lower_is(rank_.last, "of");
  }

  // What is named by its number and not counted.
  bool is_numbering(int head) const {
    static constexpr WordList kNumbered = {"quarter", "century", "floor",    "grade",
                                           "round",   "half",    "district", "edition"};
    return s_.is_one_of(head, kNumbered);
  }

  // "this year", "of the season", "since June", "in a decade", "so far"
  bool begins_period(int i) const {
    if (s_.lower_is(i, "since") || (s_.lower_is(i, "so") && s_.lower_is(i + 1, "far"))) return true;
    if (s_.lower_is(i, "this") || s_.lower_is(i, "last")) return is_season(i + 1);
    if (s_.lower_is(i, "of") && s_.lower_is(i + 1, "the")) return is_season(i + 2);
    if (s_.lower_is(i, "of") && s_.is(i + 1, kPossessive)) return is_of_life(i + 2);
    if (s_.lower_is(i, "in") && is_in_history(i + 1)) return true;
    if (!s_.lower_is(i, "in")) return false;
    if (s_.lower_is(i + 1, "a") || s_.lower_is(i + 1, "as")) return is_duration(i + 2);
    return s_.is_kind(i + 1, TokenKind::kNumber)
               ? !s_.at(i + 1).plain_digits || s_.at(i + 1).number < 1000
               : s_.at(i + 1).word->number_role == NumberRole::kSmall;
  }

  // "of his coaching career"
  bool is_of_life(int i) const {
    static constexpr WordList kSpans = {"career", "tenure", "season", "presidency",
                                        "life",   "reign",  "term",   "campaign"};
    return s_.is_one_of(i, kSpans) || (s_.is_word(i) && s_.is_one_of(i + 1, kSpans));
  }

  // "in history", "in team history", "in the club's 90-year history"
  bool is_in_history(int i) const {
    for (const int end = i + kHistoryReach; i < end && s_.has(i); ++i) {
      if (s_.lower_is(i, "history")) return true;
      if (s_.is(i, kPreposition | kClauseBreak) || s_.is_kind(i, TokenKind::kSign)) return false;
    }
    return false;
  }

  bool is_season(int i) const {
    return s_.lower_is(i, "season") || (is_duration(i) && !s_.lower_is(i, "night"));
  }

  // "the fourth mayor jailed this year", "the third since June", "eighth in 10 games"
  bool is_dated() const {
    // "the second day of the year"
    if (noun_.head >= 0 && (is_numbering(noun_.head) || is_duration(noun_.head))) return false;
    if (noun_.head < 0 && !s_.lower_is(at_ - 1, "the") && !s_.lower_is(at_ - 1, "and") &&
        !s_.is_kind(at_ - 1, TokenKind::kPossessiveEnd))
      return false;
    if (noun_.head < 0) return begins_period(behind_);
    for (int i = behind_; i < behind_ + kPeriodReach && s_.is_word(i); ++i) {
      if (begins_period(i)) return true;
      if (s_.is(i, kClauseBreak | kBe | kHave | kModal | kWill)) return false;
      if (i > behind_ && s_.is(i, kPreposition)) return false;
    }
    return false;
  }

  // "became the fourth mayor jailed", "is the fourth nurse to be freed"
  bool is_last_of_many() const {
    if (noun_.head < 0 || !s_.lower_is(at_ - 1, "the")) return false;
    // "Berg, the fifth deputy killed", "Berg is the fifth Orsk deputy killed"
    const bool named = s_.at(at_ - 2).text == "," && s_.at(at_ - 3).capital;
    if (!named && !s_.is_one_of(at_ - 2, kBecoming)) return false;
    if (!named && is_event_here()) return true;
    if (s_.lower_is(behind_, "to"))
      return (s_.at(behind_ + 1).word->verb_forms & kBaseForm) != 0 ||
             s_.is(behind_ + 1, kBe | kHave);
    // "the fifth guard slain": a participle that is a noun as well
    const bool headed = noun_.head > rank_.noun_from &&
                        s_.at(noun_.head).word->has_role(kAdjective) &&
                        s_.at(noun_.head).word->can_be(kVerbParticiple);
    const Word& done = *s_.at(headed ? noun_.head : behind_).word;
    return ((done.verb_forms & kPastForm) != 0 || done.can_be(kVerbParticiple)) && !done.is(kSay) &&
           (!done.is_likely(PartOfSpeech::kAdjective) || done.has_role(kAdjective));
  }

  // "This is the second fire at the mill": that happened so often there.
  bool is_event_here() const {
    const bool told =
        s_.lower_is(at_ - 3, "this") || s_.lower_is(at_ - 3, "it") || s_.lower_is(at_ - 3, "that");
    const Word& word = *s_.at(noun_.head).word;
    return told && (word.has_role(kEventNounRole) || word.topic == Topic::kEvent) &&
           !is_duration(noun_.head) && (s_.lower_is(behind_, "at") || s_.lower_is(behind_, "in"));
  }

  const SentenceView& s_;
  int at_;
  int behind_ = 0;  // the token behind the noun, or behind the ordinal without one
  CountedNoun noun_;
  CountingRank rank_;
};

}  // namespace

std::optional<CountingRank> read_counting_rank(const SentenceView& sentence, int at) {
  return RankReader(sentence, at).read();
}

}  // namespace figured::claims
