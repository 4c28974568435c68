#include "claims/figures/figure_rejects.h"

#include <cmath>

#include "claims/figures/dated_numbers.h"
#include "claims/figures/pronoun_numbers.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kBracketReach = 40;  // tokens back to the bracket that one closes

class Rejecter {
 public:
  Rejecter(const SentenceView& s, const NumberInText& number)
      : s_(s), n_(number.numeral), number_(number) {}

  Reject run() const {
    switch (n_.kind) {
      case NumeralKind::kOrdinal:
        return Reject::kOrdinal;
      case NumeralKind::kYear:
        return Reject::kYear;
      case NumeralKind::kFraction:
        return Reject::kNone;
      case NumeralKind::kNumber:
        break;
    }
    return n_.worded ? worded() : digits();
  }

 private:
  Reject digits() const {
    if (is_ordinal()) return Reject::kOrdinal;
    if (is_clock_number(s_, number_)) return Reject::kTime;
    if (is_date_number(s_, number_)) return Reject::kDate;
    if (is_phone()) return Reject::kPhone;
    if (is_slashed()) return Reject::kIdiom;
    if (is_year_number(s_, number_)) return Reject::kYear;
    if (is_score() || is_nil_score()) return Reject::kScore;
    if (is_list_number() || is_page_of_pages()) return Reject::kList;
    if (is_address_number(s_, number_)) return Reject::kAddress;
    if (is_numbered_name(s_, number_)) return Reject::kName;
    return common();
  }

  Reject worded() const {
    if (s_.binds(n_.first - 1) && is_numbered_name(s_, number_)) return Reject::kName;
    if (is_nil_score()) return Reject::kScore;
    if (is_capital_name()) return Reject::kName;
    if (is_clock_number(s_, number_)) return Reject::kTime;
    if (is_pronoun_one(s_, number_) || is_anaphora(s_, number_) || is_idle_handful(s_, number_) ||
        is_among_the_most(s_, number_))
      return Reject::kPronoun;
    if (announces_list(s_, number_)) return Reject::kList;
    // "phase three of the trial"
    const bool counts = has_noun() && !(s_.lower_is(n_.last, "of") && n_.last - n_.first == 1);
    if (s_.is(n_.first - 1, kNameCue) && !counts && !number_.bounded && number_.dimension.empty())
      return Reject::kOrdinal;
    return common();
  }

  Reject common() const {
    if (s_.lower_is(n_.first - 1, "top") && number_.dimension.empty() && n_.scale == 1)
      return Reject::kOrdinal;
    if (is_time_anchor(s_, number_)) return Reject::kTime;
    if (is_idiom()) return Reject::kIdiom;
    return Reject::kNone;
  }

  bool digits_at(int i) const { return s_.is_kind(i, TokenKind::kNumber); }
  bool touches(int i) const { return s_.has(i) && !s_.at(i).spaced; }
  bool whole(double high) const { return n_.low <= high && n_.low == std::floor(n_.low); }
  bool has_noun() const { return counted_noun(s_, number_.unit_last).head >= 0; }

  // "100 percent local labour", not "100 % FALSE" or "100 % pro-life".
  bool has_common_noun() const {
    const int head = counted_noun(s_, number_.unit_last).head;
    return head >= 0 && !s_.at(head).capital && !s_.binds(head - 1) &&
           s_.at(head).word->is_likely(PartOfSpeech::kNoun);
  }

  bool is_ordinal() const {
    if (!touches(n_.last) || s_.binds(n_.last)) return false;
    return s_.lower_is(n_.last, "st") || s_.lower_is(n_.last, "nd") || s_.lower_is(n_.last, "rd") ||
           s_.lower_is(n_.last, "th");
  }

  bool is_phone() const {
    int parts = 1;
    for (int i = n_.last; parts < 3 && s_.binds(i) && digits_at(i + 1); i += 2) ++parts;
    for (int i = n_.first - 1; parts < 3 && s_.binds(i) && digits_at(i - 1); i -= 2) ++parts;
    return parts >= 3 || is_area_code() || is_international() || is_emergency_number();
  }

  // "dialed 911", "a 911 call"
  bool is_emergency_number() const {
    static constexpr WordList kCalling = {"call",  "calls",  "called",  "calling", "dial",
                                          "dials", "dialed", "dialled", "dialing", "dialling",
                                          "phone", "phones", "phoned",  "phoning", "rang"};
    static constexpr WordList kCalls = {"call",     "calls",       "caller",   "callers",
                                        "operator", "operators",   "dispatch", "dispatcher",
                                        "center",   "dispatchers", "tape",     "tapes",
                                        "centre",   "recording",   "system",   "recordings"};
    const bool emergency = n_.low == 911 || n_.low == 999 || n_.low == 112;
    if (!emergency || !s_.at(n_.first).plain_digits || s_.at(n_.first).text.size() != 3)
      return false;
    return s_.is_one_of(n_.last, kCalls) || (s_.is_one_of(n_.first - 1, kCalling) && !has_noun());
  }

  // "(202) 555-0143"
  bool is_area_code() const {
    const bool code = s_.at(n_.first - 1).text == "(" && s_.at(n_.last).text == ")" &&
                      digits_at(n_.last + 1) && s_.binds(n_.last + 2) && digits_at(n_.last + 3);
    const int bracket = s_.binds(n_.first - 1) ? n_.first - 3 : n_.first - 1;
    const bool number = (s_.binds(n_.first - 1) || s_.binds(n_.last)) &&
                        s_.at(bracket).text == ")" && digits_at(bracket - 1) &&
                        s_.at(bracket - 1).text.size() == 3 && s_.at(bracket - 2).text == "(";
    return code || number;
  }

  // "+44 20 7946 0958"
  bool is_international() const {
    int i = n_.first - 1;
    for (const int end = i - 4; i > end && digits_at(i); --i) {
    }
    return s_.at(i).text == "+" && touches(i + 1) && digits_at(i + 1) && digits_at(i + 2) &&
           s_.at(i + 1).plain_digits && s_.at(i + 2).plain_digits;
  }

  // "9/11", "24/7"
  bool is_slashed() const {
    const auto slash = [&](int i) { return s_.at(i).text == "/"; };
    return (slash(n_.last) && digits_at(n_.last + 1)) ||
           (slash(n_.first - 1) && digits_at(n_.first - 2));
  }

  // "27-24", "a 91-73 victory", "a 5-4 ruling": two numbers with nothing they
  // could count.
  bool is_score() const {
    if (!number_.dimension.empty()) return false;
    const bool left = s_.binds(n_.last) && digits_at(n_.last + 1);
    const bool right = s_.binds(n_.first - 1) && digits_at(n_.first - 2);
    if (!left && !right) return false;
    const int end = left ? n_.last + 2 : n_.last;
    const double other = left ? s_.at(n_.last + 1).number : s_.at(n_.first - 2).number;
    if (n_.low != std::floor(n_.low) || other != std::floor(other)) return false;
    const bool falling = left ? n_.low >= other : other >= n_.low;
    if (!falling && n_.low >= 200 && other >= 200) return false;
    if (number_.unit_last > end || s_.at(end).text == "%" || !s_.is_word(end))
      return number_.dimension.empty();
    if (s_.at(end).word->unit != kNoIndex || s_.binds(end)) return false;
    if (s_.at(end).word->number_role == NumberRole::kScale) return false;
    const int head = counted_noun(s_, end).head;
    return head < 0 || falling || (!is_plural_noun(s_.at(head)) && n_.low < 200 && other < 200);
  }

  // "2-nil", "three-nil"
  bool is_nil_score() const {
    const bool left = s_.binds(n_.last) && s_.lower_is(n_.last + 1, "nil");
    return left || (s_.binds(n_.first - 1) && s_.lower_is(n_.first, "nil"));
  }

  // "1. First", "2) Second"; within a sentence only a bracket that none opens.
  bool is_list_number() const {
    if (!whole(99)) return false;
    const std::string_view next = s_.at(n_.last).text;
    if (n_.first == s_.first()) return touches(n_.last) && (next == "." || next == ")");
    if (next != ")") return false;
    // "(3) Drain"
    if (n_.first == s_.first() + 1 && s_.at(s_.first()).text == "(") return true;
    for (int i = n_.first - 1; i > n_.first - kBracketReach && s_.has(i); --i) {
      if (s_.at(i).text == ")") break;
      if (s_.at(i).text == "(") return false;
    }
    return n_.low < 20;
  }

  // "Caption 10 of 27 Photos", "Slideshow (22 images)"
  bool is_page_of_pages() const {
    static constexpr WordList kPages = {"photos", "images", "slides", "pages", "pictures"};
    if (s_.at(n_.first - 1).text == "(" && s_.at(n_.last + 1).text == ")" &&
        s_.is_one_of(n_.last, kPages))
      return true;
    int end = -1;
    if (s_.lower_is(n_.last, "of") && digits_at(n_.last + 1)) {
      end = n_.last + 2;
    } else if (s_.lower_is(n_.first - 1, "of") && digits_at(n_.first - 2)) {
      end = n_.last;
    }
    return end >= 0 && s_.is_one_of(end, kPages);
  }

  // "the Big Three", "Group of Seven": a capital that no sentence gives.
  bool is_capital_name() const {
    const int before = n_.first - 1;
    if (!s_.at(n_.first).capital || s_.title_case() || before <= s_.first()) return false;
    // "Highlights Two dozen people died": the caption's first word stands before it.
    if (!s_.is_word(before) || n_.last - n_.first > 1) return false;
    return s_.at(before).capital || s_.lower_is(before, "of") || s_.lower_is(before, "the");
  }

  // "12 pounds in a crate times 40": an exercise, not a count.
  bool is_multiplier() const {
    const int sign = n_.first - 1;
    if (!s_.lower_is(sign, "times") && !s_.lower_is(sign, "divided")) return false;
    return number_.dimension.empty() && !has_noun() && s_.is_word(sign - 1) &&
           !s_.is(sign - 1, kPreposition | kDeterminer);
  }

  // "the next minute or two"
  bool is_or_two() const {
    const int unit = n_.first - 2;
    return n_.worded && n_.low == 2 && s_.lower_is(unit + 1, "or") && s_.is_word(unit) &&
           s_.at(unit).word->unit != kNoIndex && !s_.at(unit).text.ends_with('s') &&
           s_.at(unit - 1).word->number_role == NumberRole::kNone;
  }

  bool is_idiom() const {
    if (is_multiplier() || is_or_two()) return true;
    // "the 27-yard line"
    if (s_.binds(n_.last) && s_.lower_is(n_.last + 1, "yard") && s_.lower_is(n_.last + 2, "line"))
      return true;
    // "a seven-figure budget", "one-and-done"
    if (s_.binds(n_.last) &&
        (s_.lower_is(n_.last + 1, "figure") || s_.lower_is(n_.last + 1, "and")))
      return true;
    if (is_suspended_figure() || is_zero_compound()) return true;
    if (number_.dimension == "mass" && s_.lower_is(number_.unit_last, "gorilla")) return true;
    if (number_.dimension != "percent" || n_.low != 100) return false;
    const int next = number_.unit_last;
    return s_.is_word(next) &&
           !s_.is(next, kPreposition | kConjunction | kBe | kHave | kDeterminer) &&
           s_.at(next).word->noun == kNoIndex && !s_.at(next).text.ends_with('s') &&
           !has_common_noun();
  }

  // "six- or even seven-figure"
  bool is_suspended_figure() const {
    if (!s_.is_kind(n_.last, TokenKind::kHyphen) || s_.at(n_.last).spaced) return false;
    for (int i = n_.last + 1; i < n_.last + 6 && s_.is_word(i); ++i) {
      if (s_.binds(i + 1)) return s_.lower_is(i + 2, "figure");
    }
    return false;
  }

  // "zero-coupon", "zero - tolerance": a word for "without".
  bool is_zero_compound() const {
    return n_.worded && n_.low == 0 && s_.is_kind(n_.last, TokenKind::kHyphen) &&
           s_.is_word(n_.last + 1) && number_.dimension.empty();
  }

  const SentenceView& s_;
  const Numeral& n_;
  const NumberInText& number_;
};

}  // namespace

std::string_view format_reject(Reject reject) {
  static constexpr std::string_view kNames[] = {"none",    "date",    "year", "time",
                                                "ordinal", "score",   "name", "address",
                                                "phone",   "pronoun", "list", "idiom"};
  return kNames[static_cast<std::size_t>(reject)];
}

Reject reject_numeral(const SentenceView& sentence, const NumberInText& number, bool has_currency) {
  return has_currency ? Reject::kNone : Rejecter(sentence, number).run();
}

}  // namespace figured::claims
