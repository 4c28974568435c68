// record := number "-" number [ "-" number ]
// told   := record [ modifier ] "record" | "record" ( "of" | "to" | "is" ) record
//         | rise-or-fall "to" record | ( "went" | "opened" ... ) record
//         | participle "at" record | name ( "is" | "was" ) record
//         | name "(" record ( ")" | "," ) | name "," number "-" number "-" number
//         | name "," record "," number "KOs"
#include "claims/figures/win_record.h"

namespace figured::claims {
namespace {

constexpr double kMostGames = 400;     // a part; more is no count of games
constexpr double kGamesOfSeason = 10;  // fewer in brackets may be one game's score

constexpr WordList kSums = {"record", "mark"};
constexpr WordList kStretches = {"start", "finish", "streak", "run",     "stretch",
                                 "slump", "skid",   "season", "campaign"};
constexpr WordList kVerbs = {"went", "gone",  "go",    "going",   "goes",  "opened",
                             "open", "began", "begin", "started", "start", "compiled"};
constexpr WordList kLeads = {"up", "down", "ahead", "behind", "winners", "win"};

class RecordReader {
 public:
  RecordReader(const SentenceView& s, int at) : s_(s), at_(at) {}

  std::optional<WinRecord> read() {
    if (!is_games(at_) || s_.is_kind(at_ - 1, TokenKind::kHyphen)) return std::nullopt;
    record_ = {1, at_ + 1};
    while (record_.parts < 3 && s_.binds(record_.last) && is_games(record_.last + 1)) {
      ++record_.parts;
      record_.last += 2;
    }
    if (record_.parts < 2 || s_.binds(record_.last) || is_measured(record_.last))
      return std::nullopt;
    const bool told = is_named_behind() || is_named_before() || is_behind_verb() || is_of_name();
    return told ? std::optional(record_) : std::nullopt;
  }

 private:
  bool is_games(int i) const {
    return s_.is_kind(i, TokenKind::kNumber) && s_.at(i).plain_digits &&
           s_.at(i).number <= kMostGames && s_.at(i).text.size() <= 3;
  }
  double games() const {
    double sum = 0;
    for (int i = at_; i < record_.last; i += 2) sum += s_.at(i).number;
    return sum;
  }

  // "2-3 degrees", "the 10-12 year mark", "5-7 %"
  bool is_measured(int i) const {
    const Token& token = s_.at(i);
    if (token.word->unit != kNoIndex || token.text == "/" || token.text == "%") return true;
    return s_.has(i) && !token.spaced && token.text != "," && token.text != ")" &&
           token.text != "." && token.text != ";";
  }

  // "a 9-14 record", "a 118-97 career record", "an 18-30 start"
  bool is_named_behind() const {
    int i = record_.last;
    if (s_.is_one_of(i, kStretches)) return true;
    for (int words = 0; words < 4 && s_.is_word(i); ++words, ++i) {
      if (s_.is_one_of(i, kSums)) return true;
      if (s_.binds(i + 1)) ++i;
    }
    return false;
  }

  // "a record of 9-14", "his record to 30-2"
  bool is_named_before() const {
    int i = at_ - 1;
    if (!s_.is(i, kPreposition | kBe) && s_.at(i).text != ":") return false;
    for (--i; i > at_ - 4 && s_.is_word(i); --i) {
      if (s_.is_one_of(i, kSums)) return true;
    }
    return false;
  }

  // "improved to 30-2", "went 11-4-3", "wound up at 31-29", "sitting at 8-15"
  bool is_behind_verb() const {
    if (s_.is_one_of(record_.last, kLeads)) return false;
    const int before = at_ - 1;
    if (s_.is_one_of(before, kVerbs)) return true;
    if (s_.lower_is(before, "at"))
      return s_.lower_is(before - 1, "up") ||
             (s_.at(before - 1).word->verb_forms & kIngForm) != 0 ||
             s_.at(before - 1).text.ends_with("ing");
    if (!s_.lower_is(before, "to")) return is_of_subject();
    // "improved the champion to 30-2", "to drop to 38-6-1"
    for (int i = before - 1; i > before - 8 && (s_.is_word(i) || s_.binds(i)); --i) {
      if (s_.is(i, kRise | kFall) || s_.lower_is(i, "improved") || s_.lower_is(i, "improving"))
        return !s_.lower_is(i, "lost") && !s_.lower_is(i, "losing");
      if (s_.is(i, kPreposition)) return false;
    }
    return false;
  }

  // "Leeds was 21-4", "is now 11-4-3"; "it was 3-1" is the score of a game.
  bool is_of_subject() const {
    int i = at_ - 1;
    bool now = false;
    while (s_.is(i, kAdverb) || s_.lower_is(i, "just")) --i, now = true;
    const bool many = games() >= kGamesOfSeason || record_.parts == 3;
    // "Hull, now 9-14, are last"
    if (!s_.is(i, kBe) || !s_.is_word(i)) return now && many && !s_.is_word(i);
    const bool team =
        s_.at(i - 1).capital || s_.lower_is(i - 1, "he") || s_.lower_is(i - 1, "they");
    return many && (team || now || record_.parts == 3);
  }

  // "the Rovers (9-14)", "Harris (40-2, 31 knockouts)", "Harris, 38-6-1"
  bool is_of_name() const {
    const std::string_view open = s_.at(at_ - 1).text, close = s_.at(record_.last).text;
    const bool goes_on = close == "," || close == ";";
    if (!s_.at(at_ - 2).capital) return false;
    if (open == "(")
      return (close == ")" || goes_on || !s_.has(record_.last)) && games() >= kGamesOfSeason;
    return open == "," && (record_.parts == 3 || (goes_on && are_knockouts(record_.last + 1)));
  }

  // "33 KOs", "19 by knockout"
  bool are_knockouts(int i) const {
    static constexpr WordList kKnockouts = {"ko",        "kos",      "k.o",
                                            "knockouts", "knockout", "stoppages"};
    return is_games(i) && (s_.is_one_of(i + 1, kKnockouts) ||
                           ((s_.lower_is(i + 1, "by") || s_.lower_is(i + 1, "inside")) &&
                            (s_.is_one_of(i + 2, kKnockouts) || s_.is_one_of(i + 3, kKnockouts))));
  }

  const SentenceView& s_;
  int at_;
  WinRecord record_;
};

}  // namespace

std::optional<WinRecord> read_win_record(const SentenceView& sentence, int at) {
  // Nearly every number is settled by its right neighbour.
  if (!sentence.binds(at + 1) || !sentence.is_kind(at + 2, TokenKind::kNumber)) return std::nullopt;
  return RecordReader(sentence, at).read();
}

std::string_view name_of_record_part(int part) {
  static constexpr std::string_view kNames[] = {"wins", "losses", "draws"};
  return kNames[part];
}

}  // namespace figured::claims
