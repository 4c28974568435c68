#include "claims/figures/dated_numbers.h"

#include <cmath>

#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

bool digits_at(const SentenceView& s, int i) { return s.is_kind(i, TokenKind::kNumber); }
bool touches(const SentenceView& s, int i) { return s.has(i) && !s.at(i).spaced; }

// A month by name; "may" and "march" only with a capital.
bool is_month(const SentenceView& s, int i) {
  if (!s.is(i, kMonth)) return false;
  return s.at(i).capital || !(s.lower_is(i, "may") || s.lower_is(i, "march"));
}

// The word before `i`, the full stop of an abbreviation passed over.
int word_before(const SentenceView& s, int i) { return s.at(i - 1).text == "." ? i - 2 : i - 1; }

// The word before token `i`, those that limit a figure passed over: "within" of
// "within little more than 12 hours", "for" of "for up to 48 hours".
int before_bound(const SentenceView& s, int i) {
  static constexpr WordList kBounds = {"about", "some", "roughly", "around", "nearly",
                                       "just",  "only", "fewer",   "less",   "more",
                                       "than",  "over", "under",   "almost", "a",
                                       "mere",  "long", "little",  "well",   "approximately"};
  int before = i - 1;
  for (int n = 0; n < 4; ++n) {
    const bool pair = (s.lower_is(before, "to") && s.lower_is(before - 1, "up")) ||
                      (s.lower_is(before, "least") && s.lower_is(before - 1, "at")) ||
                      (s.lower_is(before, "most") && s.lower_is(before - 1, "at"));
    if (pair) {
      before -= 2;
    } else if (s.is_one_of(before, kBounds)) {
      --before;
    } else {
      break;
    }
  }
  return before;
}

int word_before_bound(const SentenceView& s, const NumberInText& number) {
  return before_bound(s, number.numeral.first);
}

constexpr WordList kLast = {"last",   "past",   "next",      "previous",
                            "coming", "recent", "preceding", "following"};

// "for the past three weeks", "for at least the next two days": how long it lasted.
bool is_for_last(const SentenceView& s, int last) {
  const int the = s.is(last - 1, kDeterminer | kPossessive) ? last - 1 : last;
  return s.lower_is(before_bound(s, the), "for");
}

// Hours, minutes and seconds that fill no whole days: no calendar tells such a stretch,
// so that it dates nothing and is measured for its own sake.
bool is_below_a_day(const SentenceView& s, const NumberInText& number) {
  const int unit = number.unit_last - 1;
  const std::int16_t index = s.at(unit).word->unit;
  if (index == kNoIndex || unit < number.numeral.last) return false;
  const std::string& name = Lexicon::english().unit(index).name;
  if (name == "minute" || name == "second") return true;
  return name == "hour" && std::fmod(number.numeral.low, 24) != 0;
}

// "Within 12 hours of the vote he fled" only dates the flight; "must register within
// 12 hours of the vote" is a term, and a figure.
bool opens_within(const SentenceView& s, int i) {
  return s.lower_is(i, "within") &&
         (i == s.first() || s.at(i - 1).text == "," || s.is_kind(i - 1, TokenKind::kQuote) ||
          s.is(i - 1, kConjunction));
}

// A verb, or "for", has the duration for its own: "slept 12 hours", "for 12 hours".
bool lasts(const SentenceView& s, const NumberInText& number) {
  const int before = word_before_bound(s, number);
  if (s.lower_is(before, "for")) return true;
  const Word& word = *s.at(before).word;
  return s.is_word(before) && !word.is(kBe | kHave | kModal | kWill | kPreposition) &&
         word.can_be(kVerbForms) && !word.is_likely(PartOfSpeech::kNoun) &&
         !word.is_likely(PartOfSpeech::kAdjective);
}

constexpr WordList kEras = {"bc", "b.c", "bce", "ad", "a.d", "ce"};

// One of three numbers that one sign joins, the first or the last a year:
// "2021-03-14", "14/03/2021", "14.03.2021".
bool is_numeric_date(const SentenceView& s, const Numeral& n) {
  const auto joins = [&](int i, std::string_view sign) {
    return s.at(i).text == sign && touches(s, i) && touches(s, i + 1) && digits_at(s, i + 1);
  };
  const auto is_year = [&](int i) { return s.at(i).plain_digits && s.at(i).text.size() == 4; };
  for (const std::string_view sign : {"-", "/"}) {
    int first = n.first;
    for (int back = 0; back < 2 && joins(first - 1, sign) && digits_at(s, first - 2); ++back)
      first -= 2;
    if (!digits_at(s, first) || !joins(first + 1, sign) || !joins(first + 3, sign)) continue;
    return !joins(first + 5, sign) && is_year(first) != is_year(first + 4) &&
           s.at(first + 2).number <= 31;
  }
  // The tokenizer takes "14.03" for one number.
  const int day = s.at(n.first - 1).text == "." ? n.first - 2 : n.first;
  return s.at(day).text.size() <= 5 && s.at(day).number < 32 && !s.at(day).plain_digits &&
         digits_at(s, day) && joins(day + 1, ".") && is_year(day + 2);
}

class YearNumber {
 public:
  YearNumber(const SentenceView& s, const NumberInText& number)
      : s_(s), n_(number.numeral), number_(number) {}

  bool run() const {
    if (is_decade()) return true;
    if (number_.bounded || !number_.dimension.empty() || n_.scale != 1) return false;
    const Token& token = s_.at(n_.first);
    if (token.plain_digits && token.text.size() < 4 && is_of_era()) return true;
    if (!token.plain_digits || token.text.size() != 4) return is_tail();
    if (n_.low < 1000 || n_.low > 2999) return false;
    const int before = n_.first - 1, next = n_.last;
    if (n_.low < 1800 || n_.low > 2100) return is_dated(before) && !has_noun();
    if (ends_date(before) || is_month(s_, word_before(s_, n_.first))) return true;
    // "2012 guards fled", but "a bipartisan 2007 bill"
    if (s_.is_word(next) && !s_.at(next).capital && s_.at(next).word->noun != kNoIndex)
      return s_.is(before, kPreposition | kDeterminer) || !is_plural_noun(s_.at(next));
    return true;
  }

 private:
  bool has_noun() const { return counted_noun(s_, number_.unit_last).head >= 0; }

  // "the 1990s", "her late 40's"
  bool is_decade() const {
    if (n_.worded) return false;
    if (touches(s_, n_.last) && s_.lower_is(n_.last, "s")) return true;
    return s_.is_kind(n_.last, TokenKind::kPossessiveEnd) && std::fmod(n_.low, 10) == 0 &&
           n_.low >= 20 && s_.at(n_.first).plain_digits &&
           (n_.low < 100 || s_.at(n_.first).text.size() == 4);
  }

  // "410 AD", "A.D. 900"; "300 B.C. residents" and "5 ad campaigns" are counted.
  bool is_of_era() const {
    const int before = word_before(s_, n_.first);
    if (s_.at(before).capital && s_.is_one_of(before, kEras)) return true;
    if (!s_.at(n_.last).capital || !s_.is_one_of(n_.last, kEras)) return false;
    const int noun = counted_head(s_, number_.unit_last);
    return noun < 0 || !is_plural_noun(s_.at(noun));
  }

  // "by 2120", "A.D. 1000", "between 1000 and 1260", "1000 BC"
  bool is_dated(int before) const {
    static constexpr WordList kDating = {"in",      "by",     "since", "until",
                                         "between", "before", "after", "during"};
    if (s_.is_one_of(n_.last, kEras)) return true;
    if (s_.is_one_of(word_before(s_, n_.first), kEras)) return true;
    if (s_.lower_is(before, "and") && digits_at(s_, before - 1)) {
      const int opening = before - 2;
      return s_.lower_is(opening, "between") || s_.is_one_of(word_before(s_, before - 1), kEras);
    }
    return s_.is_one_of(before, kDating);
  }

  // "the March 3, 2001 raids"
  bool ends_date(int comma) const {
    return s_.at(comma).text == "," && digits_at(s_, comma - 1) && s_.at(comma - 1).number <= 31 &&
           is_month(s_, word_before(s_, comma - 1));
  }

  // The second half of "2014-15".
  bool is_tail() const {
    const Token& century = s_.at(n_.first - 2);
    return s_.binds(n_.first - 1) && s_.at(n_.first).text.size() == 2 &&
           century.kind == TokenKind::kNumber && century.plain_digits && century.text.size() == 4 &&
           century.number >= 1800 && century.number <= 2100;
  }

  const SentenceView& s_;
  const Numeral& n_;
  const NumberInText& number_;
};

}  // namespace

bool is_lasting_verb(const SentenceView& s, int i) {
  return s.is_word(i) && s.at(i).word->can_be(kVerbForms) &&
         Lexicon::english().find(Lexicon::english().verb_base(s.at(i).text)).is(kLasting);
}

bool is_clock_number(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  const bool right = s.at(n.last).text == ":" && touches(s, n.last) && digits_at(s, n.last + 1) &&
                     touches(s, n.last + 1);
  const bool left = s.at(n.first - 1).text == ":" && touches(s, n.first) &&
                    digits_at(s, n.first - 2) && touches(s, n.first - 1);
  // "11 p. m."
  const bool half = (s.lower_is(n.last, "p") || s.lower_is(n.last, "a")) &&
                    s.at(n.last + 1).text == "." &&
                    (!s.has(n.last + 2) || s.lower_is(n.last + 2, "m"));
  if (half && n.low <= 12) return true;
  const bool local = s.lower_is(n.last, "local") && s.lower_is(n.last + 1, "time");
  return right || left || ((s.is(n.last, kClockWord) || local) && n.low < 2400);
}

bool is_date_number(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  if (!number.dimension.empty()) return false;
  if (is_numeric_date(s, n)) return true;
  if (n.low > 31 || n.low != std::floor(n.low)) return false;
  const int month = word_before(s, n.first);
  // "In March 14 people died."
  if (is_month(s, month)) return !s.lower_is(month - 1, "in") || counted_head(s, n.last) < 0;
  if (is_month(s, n.last) && s.at(n.last).capital) return true;
  // "June 12-14", "June 12 and 13"
  if ((s.binds(n.first - 1) || s.lower_is(n.first - 1, "and") || s.lower_is(n.first - 1, "to")) &&
      digits_at(s, n.first - 2) && is_month(s, word_before(s, n.first - 2)))
    return true;
  return s.is(n.first - 1, kWeekday) && s.at(n.first - 1).capital &&
         counted_noun(s, number.unit_last).head < 0;
}

bool is_year_number(const SentenceView& s, const NumberInText& number) {
  return YearNumber(s, number).run();
}

bool is_interval(const SentenceView& s, const NumberInText& number) {
  if (number.dimension != "duration" || number.numeral.vague) return false;
  static constexpr WordList kFrom = {"ago",   "earlier", "later", "hence",
                                     "prior", "before",  "after"};
  return s.is_one_of(number.unit_last, kFrom) || s.is_one_of(number.numeral.first - 1, kLast);
}

namespace {
// "for" and a lasting verb have the duration behind them for their own.
bool has_length(const SentenceView& s, int before) {
  return s.lower_is(before, "for") || is_lasting_verb(s, before);
}

// "over the next 40 minutes": what it took.
bool is_over_next(const SentenceView& s, int next) {
  return (s.lower_is(next, "next") || s.lower_is(next, "following")) &&
         s.lower_is(next - 1, "the") && s.lower_is(next - 2, "over");
}
}  // namespace

bool lies_between(const SentenceView& s, const NumberInText& number) {
  return is_interval(s, number) && is_below_a_day(s, number) &&
         !has_length(s, word_before_bound(s, number)) &&
         !s.is_one_of(number.numeral.first - 1, kLast);
}

bool is_time_anchor(const SentenceView& s, const NumberInText& number) {
  if (number.dimension != "duration") return false;
  static constexpr WordList kFromEvent = {"earlier", "later", "prior", "into"};
  static constexpr WordList kJoining = {"before", "after", "since"};
  static constexpr WordList kUntil = {"until", "till"};
  static constexpr WordList kCounting = {"first", "every", "final"};
  const int after = number.unit_last;
  if (s.lower_is(after, "ago") || s.lower_is(after, "hence")) return true;
  // "Six years on, he has"
  const bool sign = !s.is_word(after + 1);
  if (s.lower_is(after, "on") && sign) return true;
  // "just two days away"; a drive of two hours is a distance.
  if (s.lower_is(after, "away") && !is_below_a_day(s, number)) return true;
  if (s.is_one_of(after, kFromEvent)) return !is_below_a_day(s, number);
  if (s.lower_is(after, "to") && s.lower_is(after + 1, "go")) return true;
  const int before = word_before_bound(s, number);
  // "closed for 28 years before it opened" lasted that long.
  if (s.is_one_of(after, kJoining)) return !has_length(s, before) && !is_below_a_day(s, number);
  // "with 30 days until the vote"; "waited 30 days until it opened" lasted that long.
  if (s.is_one_of(after, kUntil)) return !lasts(s, number);
  if (s.lower_is(after, "of") && opens_within(s, before)) return true;
  const int ordinal = number.numeral.first - 1;
  if (number.numeral.vague) return false;
  if (s.is_one_of(ordinal, kLast))
    return !is_for_last(s, ordinal) && !(is_over_next(s, ordinal) && is_below_a_day(s, number));
  return s.is_one_of(ordinal, kCounting);
}

}  // namespace figured::claims
