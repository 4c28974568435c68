#include "claims/figures/numbered_names.h"

#include <cmath>

#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr WordClasses kNoNamePart = kPreposition | kDeterminer | kPronoun | kConjunction | kBe |
                                    kHave | kModal | kWill | kAdverb | kClauseBreak | kMonth |
                                    kWeekday | kDayWord | kNegation | kTotal | kOther;

constexpr int kSharingReach = 10;  // to the number before that has a noun

class NumberedName {
 public:
  NumberedName(const SentenceView& s, const NumberInText& number)
      : s_(s), n_(number.numeral), number_(number) {}

  bool run() const {
    if (is_hyphened() || is_code() || is_numbered() || is_book() || is_model()) return true;
    if (number_.bounded || n_.scale != 1 || n_.vague) return false;
    if (is_capital_unit()) return true;
    if (!number_.dimension.empty()) return false;
    return is_cued() || is_behind_name() || is_before_name();
  }

 private:
  bool glued(int i) const { return s_.has(i) && !s_.at(i).spaced; }
  bool digits() const { return s_.is_kind(n_.first, TokenKind::kNumber); }
  bool plain() const { return digits() && s_.at(n_.first).plain_digits; }

  // What is counted behind the number is a plural: "42 Taliban fighters".
  bool counts_plural() const {
    const int head = counted_noun(s_, number_.unit_last).head;
    return head >= 0 && is_plural_noun(s_.at(head)) && !s_.at(head).capital;
  }

  // "1 Peter 4:12"
  bool is_book() const {
    return plain() && n_.low <= 4 && s_.is_word(n_.last) && s_.at(n_.last).capital &&
           s_.is_kind(n_.last + 1, TokenKind::kNumber) && s_.at(n_.last + 2).text == ":" &&
           s_.is_kind(n_.last + 3, TokenKind::kNumber);
  }

  // COVID-19, F-16, a "front-two" seat
  bool is_hyphened() const {
    const int hyphen = n_.first - 1;
    if (!s_.binds(hyphen)) return false;
    const Token& before = s_.at(hyphen - 1);
    if (before.kind == TokenKind::kMixed) return true;
    // "4 m s-1": a power of the unit
    if (plain() && n_.low <= 4 && before.kind == TokenKind::kWord && before.text.size() < 4 &&
        (s_.is_kind(hyphen - 2, TokenKind::kNumber) || s_.is_kind(hyphen - 2, TokenKind::kMixed) ||
         s_.at(hyphen - 2).word->unit != kNoIndex))
      return true;
    if (before.kind != TokenKind::kWord ||
        (before.word->number_role != NumberRole::kNone && !is_letter(before)) ||
        (before.word->unit != kNoIndex && !before.capital))
      return false;
    if (n_.worded) return !s_.lower_is(hyphen - 1, "and") && !s_.lower_is(hyphen - 1, "a");
    return before.capital;
  }

  // "M" of "M-2" is no million.
  bool is_letter(const Token& token) const { return token.capital && token.text.size() == 1; }

  // "9AB8", "5G", "ID.3", "M21 9"
  bool is_code() const {
    if (!digits()) return false;
    const Token& next = s_.at(n_.last);
    const bool letters = next.kind == TokenKind::kWord && glued(n_.last) && next.capital;
    if (letters && number_.unit_last == n_.last && n_.scale == 1 && !next.text.ends_with('s'))
      return true;
    if (next.kind == TokenKind::kMixed && glued(n_.last)) return true;
    if (is_coined(next)) return true;
    const std::string_view sign = s_.at(n_.first - 1).text;
    const Token& before = s_.at(n_.first - 2);
    const bool name = before.kind == TokenKind::kWord && before.capital && sign == ".";
    // "XY8.1", "XY21,700"
    const bool mixed = before.kind == TokenKind::kMixed && (sign == "." || sign == ",");
    return glued(n_.first) && glued(n_.first - 1) && (name || mixed);
  }

  // "9board": digits and a word that nobody knows are one name.
  bool is_coined(const Token& next) const {
    const bool letters =
        next.text.size() > 2 && next.text.front() >= 'a' && next.text.front() <= 'z';
    return glued(n_.last) && next.kind == TokenKind::kWord && letters && next.word->forms == 0 &&
           next.word->classes == 0 && next.word->noun == kNoIndex && next.word->unit == kNoIndex &&
           next.word->number_role == NumberRole::kNone && number_.unit_last == n_.last &&
           n_.scale == 1;
  }

  // "a Boeing 777F": no unit, behind a name
  bool is_model() const {
    return digits() && number_.unit_last == n_.last + 1 && s_.at(n_.last).text.size() == 1 &&
           s_.at(n_.last).capital && glued(n_.last) && s_.at(n_.last).text != "C" &&
           is_name_word(n_.first - 1) && s_.at(n_.first - 1).word->place == kNoIndex;
  }

  // "#5", "No. 5", "no 5"
  bool is_numbered() const {
    const int before = n_.first - 1;
    if (!digits()) return false;
    return s_.at(before).text == "#" || s_.lower_is(before, "no") || s_.lower_is(before, "nos") ||
           (s_.at(before).text == "." && s_.lower_is(before - 1, "no"));
  }

  // "60 Minutes", "40 Days for Life": a capital no unit has of itself.
  bool is_capital_unit() const {
    const int unit = number_.unit_last - 1;
    if (number_.dimension.empty() || unit < n_.last || s_.title_case()) return false;
    const std::string_view text = s_.at(unit).text;
    if (!s_.at(unit).capital || text.size() < 4 || text[1] < 'a') return false;
    return number_.dimension == "duration" && !number_.bounded;
  }

  // "Flight 370", "phase 3"
  bool is_cued() const {
    const int before = n_.first - 1;
    if (!s_.is(before, kNameCue) || s_.is(before, kMonth)) return false;
    return (s_.at(before).capital && !s_.title_case()) || !counts_plural();
  }

  // A word with a capital that a sentence does not give: "iPhone", "Boeing".
  bool is_name_word(int i) const {
    const Token& token = s_.at(i);
    if (token.kind == TokenKind::kMixed) return true;
    if (token.kind != TokenKind::kWord || token.word->is(kNoNamePart)) return false;
    if (token.text.size() > 2 && !token.capital && token.text[1] >= 'A' && token.text[1] <= 'Z')
      return true;
    if (!token.capital || s_.title_case()) return false;
    if (token.word->dominant == PartOfSpeech::kAdverb) return false;
    if (i == s_.first() || (i == s_.first() + 1 && s_.is_kind(i - 1, TokenKind::kQuote))) {
      return token.word->classes == 0 && token.word->event == kNoIndex &&
             token.word->noun == kNoIndex && token.word->verb_forms == 0;
    }
    const Token& before = s_.at(i - 1);
    const bool run =
        before.kind == TokenKind::kWord && before.capital && !before.word->is(kNoNamePart);
    return run || token.word->event == kNoIndex;
  }

  // "iPhone 12 Mini", "S&P 500", "Stoxx 600 index"; "in Kabul 42 people" is none.
  bool is_behind_name() const {
    const int before = n_.first - 1;
    if (!plain() || !glued_sign_free(before) || !is_name_word(before)) return false;
    if (s_.at(before).word->place != kNoIndex && s_.is(before - 1, kPreposition)) return false;
    if (s_.at(before - 1).text == "&" || is_designation(before)) return true;
    return !counts_plural() && !shares_noun();
  }

  // "12 AK 47 guns": letters, and a count before them.
  bool is_designation(int i) const {
    const std::string_view text = s_.at(i).text;
    return text.size() <= 4 && text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z' &&
           (s_.is_kind(i - 1, TokenKind::kNumber) ||
            s_.at(i - 1).word->number_role != NumberRole::kNone);
  }

  // "gave the Reds 28 seats and the Blues 27": the noun of the name before.
  bool shares_noun() const {
    if (s_.is_word(n_.last) && !s_.is(n_.last, kConjunction)) return false;
    bool joined = false;
    for (int i = n_.first - 2; i > n_.first - kSharingReach && s_.has(i); --i) {
      joined = joined || s_.lower_is(i, "and") || s_.at(i).text == ",";
      if (!s_.is_kind(i, TokenKind::kNumber)) continue;
      return joined && is_plural_noun(s_.at(i + 1)) && !s_.at(i + 1).capital && is_name_word(i - 1);
    }
    return false;
  }

  // "Mother of 13 Jane Doe"
  bool is_of_parent() const {
    static constexpr WordList kParents = {"mother", "father", "mom",    "mum",
                                          "dad",    "parent", "parents"};
    return s_.lower_is(n_.first - 1, "of") && s_.is_one_of(n_.first - 2, kParents);
  }

  bool glued_sign_free(int i) const { return s_.is_word(i) || s_.is_kind(i, TokenKind::kMixed); }

  // "508 Sedan", "486 Pentium": a name and nothing counted behind it.
  bool is_before_name() const {
    if (!plain() || s_.title_case() || is_of_parent()) return false;
    const Token& next = s_.at(n_.last);
    // "31 KO's": a plural of letters
    if (s_.is_kind(n_.last + 1, TokenKind::kPossessiveEnd) && next.text.size() < 4) return false;
    if (next.kind != TokenKind::kWord || !next.capital || next.word->place != kNoIndex)
      return false;
    if (next.word->noun != kNoIndex || next.word->event != kNoIndex ||
        next.word->unit != kNoIndex || next.text.ends_with('s'))
      return false;
    return n_.low > 12 && counted_noun(s_, number_.unit_last).head >= 0 && !counts_plural();
  }

  const SentenceView& s_;
  const Numeral& n_;
  const NumberInText& number_;
};

constexpr WordList kStreetWords = {"street",    "st",     "avenue", "ave",      "road", "rd",
                                   "boulevard", "blvd",   "drive",  "lane",     "way",  "court",
                                   "terrace",   "square", "plaza",  "crescent", "row",  "highway",
                                   "rue",       "place",  "parkway"};

bool is_street_word(const Token& token) { return kStreetWords.holds(token.text); }

// "PA 23456", "the 90049 ZIP code"
bool is_postal_code(const SentenceView& s, const Numeral& n) {
  if (s.at(n.first).text.size() != 5) return false;
  if (s.lower_is(n.last, "zip")) return true;
  const Token& state = s.at(n.first - 1);
  return state.kind == TokenKind::kWord && state.text.size() == 2 && state.capital &&
         state.text[1] <= 'Z';
}

}  // namespace

bool is_numbered_name(const SentenceView& sentence, const NumberInText& number) {
  return NumberedName(sentence, number).run();
}

bool is_address_number(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  if (!s.is_kind(n.first, TokenKind::kNumber) || !s.at(n.first).plain_digits || number.bounded)
    return false;
  if (is_postal_code(s, n)) return true;
  for (int i = n.last; i < n.last + 5 && s.is_word(i) && (s.at(i).capital || i > n.last); ++i) {
    if (s.at(i).capital && is_street_word(s.at(i)) &&
        (i > n.last || (s.at(i + 1).capital && !s.lower_is(i, "st"))))
      return true;
    if (s.is_kind(i + 1, TokenKind::kNumber)) ++i;  // "9 E 71st St"
  }
  return false;
}

}  // namespace figured::claims
