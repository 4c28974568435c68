#include "claims/figure_rejects.h"

#include <cmath>

#include "claims/counted_noun.h"

namespace figured::claims {
namespace {

constexpr std::string_view kStreetWords[] = {"street",    "st",   "avenue", "ave",  "road",   "rd",
                                             "boulevard", "blvd", "drive",  "lane", "highway"};

class Rejecter {
 public:
  Rejecter(const SentenceView& s, const Numeral& n, bool bounded, bool currency, int unit_last,
           std::string_view dimension)
      : s_(s),
        n_(n),
        bounded_(bounded),
        currency_(currency),
        unit_last_(unit_last),
        dimension_(dimension) {}

  Reject run() const {
    if (currency_) return Reject::kNone;
    if (is_ordinal()) return Reject::kOrdinal;
    if (n_.worded) return worded();
    if (is_clock()) return Reject::kTime;
    if (is_phone()) return Reject::kPhone;
    if (is_date()) return Reject::kDate;
    if (s_.is_kind(n_.last, TokenKind::kSign) && s_.at(n_.last).text == "/" &&
        digits_at(n_.last + 1))
      return Reject::kIdiom;
    if (s_.at(n_.first - 1).text == "/" && digits_at(n_.first - 2)) return Reject::kIdiom;
    if (is_score()) return Reject::kScore;
    if (is_decade() || is_year()) return Reject::kYear;
    if (is_list_number()) return Reject::kList;
    if (is_named()) return Reject::kName;
    if (is_address()) return Reject::kAddress;
    return common();
  }

 private:
  Reject worded() const {
    if (is_pronoun_one()) return Reject::kPronoun;
    if (s_.is(n_.first - 1, kNameCue) && !has_noun() && !bounded_ && dimension_.empty())
      return Reject::kOrdinal;
    if (is_decade()) return Reject::kYear;
    return common();
  }

  Reject common() const {
    if (is_time_anchor()) return Reject::kTime;
    if (is_idiom()) return Reject::kIdiom;
    return Reject::kNone;
  }

  bool digits_at(int i) const { return s_.is_kind(i, TokenKind::kNumber); }
  bool touches(int i) const { return s_.has(i) && !s_.at(i).spaced; }
  double value() const { return n_.low; }
  bool whole(double high) const { return value() <= high && value() == std::floor(value()); }
  bool has_noun() const { return counted_noun(s_, unit_last_).head >= 0; }

  bool is_ordinal() const {
    if (!touches(n_.last) || s_.binds(n_.last)) return false;
    return s_.lower_is(n_.last, "st") || s_.lower_is(n_.last, "nd") || s_.lower_is(n_.last, "rd") ||
           s_.lower_is(n_.last, "th");
  }

  bool is_clock() const {
    const bool colon = (s_.at(n_.last).text == ":" && touches(n_.last) && digits_at(n_.last + 1) &&
                        touches(n_.last + 1)) ||
                       (s_.at(n_.first - 1).text == ":" && touches(n_.first) &&
                        digits_at(n_.first - 2) && touches(n_.first - 1));
    return colon || (s_.is(n_.last, kClockWord) && value() < 2400);
  }

  bool is_phone() const {
    int parts = 1;
    for (int i = n_.last; parts < 3 && s_.binds(i) && digits_at(i + 1); i += 2) ++parts;
    for (int i = n_.first - 1; parts < 3 && s_.binds(i) && digits_at(i - 1); i -= 2) ++parts;
    return parts >= 3;
  }

  bool is_date() const {
    if (!whole(31) || !dimension_.empty()) return false;
    const int before = s_.at(n_.first - 1).text == "." ? n_.first - 2 : n_.first - 1;
    if (s_.is(before, kMonth) && s_.at(before).capital) return true;
    if (s_.is(n_.last, kMonth) && s_.at(n_.last).capital) return true;
    // "June 12-14", "June 12 and 13"
    if ((s_.binds(n_.first - 1) || s_.lower_is(n_.first - 1, "and") ||
         s_.lower_is(n_.first - 1, "to")) &&
        digits_at(n_.first - 2) && s_.is(n_.first - 3, kMonth)) {
      return true;
    }
    return s_.is(n_.first - 1, kWeekday) && s_.at(n_.first - 1).capital && !has_noun();
  }

  // "27-24": two small numbers with nothing they could count.
  bool is_score() const {
    const bool left = s_.binds(n_.last) && digits_at(n_.last + 1);
    const bool right = s_.binds(n_.first - 1) && digits_at(n_.first - 2);
    if (!left && !right) return false;
    const int end = left ? n_.last + 2 : n_.last;
    if (unit_last_ > end || s_.at(end).text == "%" || s_.is_word(end) == false)
      return dimension_.empty();
    if (s_.at(end).word->unit != kNoIndex || s_.binds(end)) return false;
    return counted_noun(s_, end).head < 0;
  }

  bool is_decade() const { return touches(n_.last) && s_.lower_is(n_.last, "s"); }

  bool is_year() const {
    if (bounded_ || !dimension_.empty() || n_.scale != 1) return false;
    if (!s_.at(n_.first).plain_digits || !whole(2100) || value() < 1800) return false;
    const int next = n_.last;
    if (s_.is_word(next) && !s_.at(next).capital) {
      const Word& word = *s_.at(next).word;
      if (word.noun != kNoIndex && s_.is(n_.first - 1, kPreposition | kDeterminer) == false)
        return false;
    }
    return true;
  }

  bool is_list_number() const {
    return n_.first == s_.first() && whole(99) && touches(n_.last) &&
           (s_.at(n_.last).text == "." || s_.at(n_.last).text == ")");
  }

  // COVID-19, F-16, Flight 370, No. 5, iPhone 11
  bool is_named() const {
    const int before = n_.first - 1;
    if (s_.binds(before) && s_.is_word(before - 1) &&
        s_.at(before - 1).word->number_role == NumberRole::kNone &&
        s_.at(before - 1).word->unit == kNoIndex && s_.at(before - 1).capital) {
      return true;
    }
    if (s_.binds(before) && s_.is_kind(before - 1, TokenKind::kMixed)) return true;
    if (s_.is_kind(before, TokenKind::kMixed) && !has_noun()) return true;
    if (s_.at(before).text == "#" || s_.lower_is(before, "no") ||
        (s_.at(before).text == "." && s_.lower_is(before - 1, "no"))) {
      return true;
    }
    if (bounded_ || !dimension_.empty() || n_.scale != 1) return false;
    if (s_.is(before, kNameCue) && (s_.at(before).capital || !has_noun()))
      return !s_.is(before, kMonth);
    return s_.is_word(before) && s_.at(before).capital && before > s_.first() &&
           !s_.is(before, kPreposition | kDeterminer | kPronoun | kConjunction | kBe | kHave) &&
           s_.at(n_.first).plain_digits && !has_noun() && !s_.lower_is(n_.last, "percent") &&
           s_.at(before).word->event == kNoIndex;
  }

  bool is_address() const {
    if (!s_.at(n_.first).plain_digits || bounded_) return false;
    for (int i = n_.last; i < n_.last + 4 && s_.is_word(i) && s_.at(i).capital; ++i) {
      for (const std::string_view street : kStreetWords) {
        if (i > n_.last && s_.lower_is(i, street)) return true;
      }
    }
    return false;
  }

  bool is_pronoun_one() const {
    if (n_.low != 1 || n_.last - n_.first != 1 || !s_.lower_is(n_.first, "one")) return false;
    if (s_.binds(n_.last) || s_.binds(n_.first - 1))
      return s_.lower_is(n_.last + 1, "on") || dimension_.empty();
    const int next = n_.last;
    if (s_.lower_is(next, "of") || s_.lower_is(next, "another") || s_.lower_is(next, "day") ||
        s_.lower_is(next, "time") || s_.lower_is(next, "thing") || s_.lower_is(next, "way") ||
        s_.lower_is(next, "side") || s_.lower_is(next, "point")) {
      return !bounded_;
    }
    const int before = n_.first - 1;
    if (s_.is(before, kNegation | kDeterminer) || s_.lower_is(before, "only") ||
        s_.lower_is(before, "number"))
      return !bounded_ && !has_noun();
    if (s_.is(before, kDeterminer)) return true;
    return !s_.is_word(next) ||
           s_.is(next,
                 kBe | kHave | kModal | kWill | kPreposition | kPronoun | kConjunction | kAdverb) ||
           !has_noun();
  }

  // "two days ago", "the last three years", "within 48 hours"
  bool is_time_anchor() const {
    if (dimension_ != "duration") return false;
    const int after = unit_last_;
    if (s_.lower_is(after, "ago") || s_.lower_is(after, "earlier") || s_.lower_is(after, "before"))
      return true;
    int before = n_.first - 1;
    static constexpr std::string_view kAnchors[] = {
        "last", "past", "next", "previous", "coming", "first", "every", "recent", "preceding"};
    for (const std::string_view anchor : kAnchors) {
      if (s_.lower_is(before, anchor)) return true;
    }
    return false;
  }

  bool is_idiom() const {
    if (dimension_ != "percent" || value() != 100) return false;
    return s_.is_word(unit_last_) &&
           !s_.is(unit_last_, kPreposition | kConjunction | kBe | kHave | kDeterminer) &&
           s_.at(unit_last_).word->noun == kNoIndex && !s_.at(unit_last_).text.ends_with('s');
  }

  const SentenceView& s_;
  const Numeral& n_;
  bool bounded_;
  bool currency_;
  int unit_last_;
  std::string_view dimension_;
};

}  // namespace

std::string_view format_reject(Reject reject) {
  static constexpr std::string_view kNames[] = {"none",    "date",    "year", "time",
                                                "ordinal", "score",   "name", "address",
                                                "phone",   "pronoun", "list", "idiom"};
  return kNames[static_cast<std::size_t>(reject)];
}

Reject reject_numeral(const SentenceView& sentence, const Numeral& numeral, bool bounded,
                      bool has_currency, int unit_last, std::string_view dimension) {
  return Rejecter(sentence, numeral, bounded, has_currency, unit_last, dimension).run();
}

}  // namespace figured::claims
