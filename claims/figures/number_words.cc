// words    := group { scale { scale } [ [ "and" ] group ] } [ added | "dozen" | ordinal ] | year
// group    := below-hundred [ "hundred" [ [ "and" | "&" ] below-hundred ] ]
// added    := [ "-" ] "and" [ "-" ] ( "a" | number ) [ "-" ] part
// decimal  := group "point" digit-word { digit-word }
// fraction := number [ "-" ] parts                                "two-thirds", "one fifth of"
//           | "one" ten "-" ordinal                               "one twenty-fifth"
//           | number ( ordinals | ten "-" ordinals )              "132 fifths", "three
//           twenty-firsts"
// whole    := ( "in" | "out of" ) number | "of every" number      "one in five"
//           | "-in-" number | "of" ten             "three-in-ten", "nearly seven of 10"
// ordinal  := [ "-" ] ( "first" | "second" | ... )                 after a ten or a scale
// year     := 10..20 ( 10..99 | "fifties" | ... )
#include "claims/figures/number_words.h"

#include <cmath>

#include "claims/figures/figure_bounds.h"

namespace figured::claims {
namespace {

constexpr double kBigScale = 100000;  // from here "a million and a half" is 1.5 million

// The n of an n-th part: 3 of "third", 4 of "quarter", 2 of "half"; 0 for none.
double part_of(const NumeralScan& scan, int i) {
  switch (scan.role(i)) {
    case NumberRole::kHalf:
      return 2;
    case NumberRole::kFraction:
      return 1 / scan.value(i);
    case NumberRole::kOrdinal:
      return scan.value(i) >= 3 ? scan.value(i) : 0;
    default:
      return 0;
  }
}

// "one and half hours", "one and quarter of an hour"
bool begins_bare_part(const NumeralScan& scan, int i) {
  const bool part = scan.role(i) == NumberRole::kHalf || scan.role(i) == NumberRole::kFraction;
  return part && !scan.is_plural(i) && scan.is_counted(i + 1);
}

// "nearly seven of 10 bakers": who counts seven of ten things knows how many they are.
bool is_rough(const SentenceView& s, int at) {
  const Bound bound = read_left_bound(s, at).bound;
  return bound == Bound::kAbout || bound == Bound::kMore || bound == Bound::kLess;
}

class NumberWords {
 public:
  NumberWords(const NumeralScan& scan, int at)
      : scan_(scan), s_(scan.sentence()), first_(at), at_(at) {
    numeral_.first = at;
    numeral_.worded = true;
    between_ = s_.lower_is(at - 1, "between");
  }

  std::optional<Numeral> read() {
    double group = read_below_hundred(scan_, at_);
    if (group < 0) return std::nullopt;
    if (const auto year = year_of(group)) return year;
    if (const auto decimal = decimal_of(group)) return decimal;
    if (const auto fraction = fraction_of(group)) return fraction;
    if (const auto whole = read_whole(scan_, at_, group)) {
      at_ = whole->last;
      numeral_.kind = NumeralKind::kFraction;
      return done(group / whole->value, 0.01);
    }
    return scaled();
  }

 private:
  std::optional<Numeral> done(double value, double grain) {
    numeral_.last = at_;
    numeral_.low = numeral_.high = value;
    numeral_.grain = grain;
    return numeral_;
  }

  // Below one thousand: "two hundred [and] six"; -1 when no number stands here.
  double read_group(int& at) const {
    double group = read_below_hundred(scan_, at);
    if (group < 0 || scan_.role(at) != NumberRole::kScale || scan_.value(at) != 100) return group;
    group *= 100;
    int next = ++at;
    if (joins(next)) {
      if (between_) return group;
      ++next;
    }
    if (parts_at(next)) return group;
    const double more = read_below_hundred(scan_, next);
    const bool another = scan_.is_scale(next) && scan_.value(next) == 100;
    if (more < 0 || another || begins_part(next, more)) return group;
    at = next;
    return group + more;
  }

  // What a number of equal parts of one is divided by: 5 of "fifths", 21 of
  // "twenty-firsts"; a singular is a rank.
  struct Parts {
    double of = 0;
    int last = 0;
  };
  std::optional<Parts> parts_at(int i) const {
    if (scan_.role(i) == NumberRole::kTen && s_.binds(i + 1)) {
      const int rank = i + 2;
      if (scan_.role(rank) != NumberRole::kOrdinal || scan_.value(rank) > 9 ||
          !scan_.is_plural(rank))
        return std::nullopt;
      return Parts{scan_.value(i) + scan_.value(rank), rank + 1};
    }
    const int rank = scan_.skip_loose_hyphen(i);
    if (scan_.role(rank) != NumberRole::kOrdinal || !scan_.is_plural(rank) || scan_.value(rank) < 3)
      return std::nullopt;
    return Parts{scan_.value(rank), rank + 1};
  }

  std::optional<Numeral> divided(double value) {
    const auto parts = parts_at(at_);
    if (!parts || value < 2) return std::nullopt;
    at_ = parts->last;
    numeral_.kind = NumeralKind::kFraction;
    return done(value / parts->of, 0.01);
  }

  bool joins(int i) const { return s_.lower_is(i, "and") || s_.at(i).text == "&"; }

  // "and three quarters": the number counts parts of one.
  bool begins_part(int next, double count) const {
    const int part = scan_.skip_hyphen(next);
    const double of = part_of(scan_, part);
    return of != 0 && scan_.is_plural(part) == (count > 1) && (count < 20 || of >= 100);
  }

  std::optional<Numeral> scaled() {
    at_ = first_;
    double group = read_group(at_);
    double total = 0, limit = 0;
    while (true) {
      const int scale = scan_.skip_hyphen(at_);
      if (!scan_.is_scale(scale) || (limit > 0 && scan_.value(scale) >= limit)) break;
      limit = scan_.value(scale);
      at_ = scale + 1;
      while (scan_.is_scale(at_)) limit *= scan_.value(at_++);  // "lakh crore"
      total += group * limit;
      numeral_.scale = limit;
      group = 0;
      int next = at_;
      const bool comma = limit >= 1000 && s_.at(next).text == ",";
      if (comma) ++next;
      if (joins(next)) {
        if (between_) break;
        ++next;
      }
      const double more = read_group(next);
      const bool too_big = scan_.is_scale(next) && scan_.value(next) >= limit;
      // "three million, two hundred thousand", not "two million, five men"
      if (comma && more < 100 && !scan_.is_scale(next)) break;
      if (more < 0 || more >= limit || too_big || begins_part(next, more)) break;
      group = more;
      at_ = next;
    }
    return finished(total + group, group == 0 ? limit : 1);
  }

  // `last_scale`: the scale word that the value ends with, 1 for none.
  std::optional<Numeral> finished(double value, double last_scale) {
    if (const auto added = read_added_fraction(scan_, at_)) {
      at_ = added->last;
      // "two billion and a half million"
      if (scan_.is_scale(at_) && scan_.value(at_) < last_scale)
        return done(value + added->value * scan_.value(at_++), 1);
      value += added->value * (last_scale >= kBigScale ? last_scale : 1);
      return with_scale(value);
    }
    if (const auto decimal = decimal_of(value)) return decimal;
    const int dozen = scan_.skip_hyphen(at_);
    if (s_.lower_is(dozen, "dozen") || s_.lower_is(dozen, "dozens")) {
      at_ = dozen + 1;
      return done(value * 12, 1);
    }
    if (const auto fraction = divided(value)) return fraction;
    if (const auto ordinal = ordinal_of(value)) return ordinal;
    return done(value, grain_of_whole(value));
  }

  // "five and a half thousand"
  std::optional<Numeral> with_scale(double value) {
    const int next = scan_.skip_hyphen(at_);
    if (!scan_.is_scale(next)) return done(value, 0.1);
    numeral_.scale = scan_.value(next);
    at_ = next + 1;
    return done(value * numeral_.scale, 0.1 * numeral_.scale);
  }

  // "nineteen eighty-four", "nineteen fifties"
  std::optional<Numeral> year_of(double century) {
    if (century < 10 || century > 20 || century != std::floor(century)) return std::nullopt;
    int next = at_;
    const NumberRole role = scan_.role(next);
    double years = -1;
    if (role == NumberRole::kDecade) {
      years = scan_.value(next++);
    } else if (role == NumberRole::kTen || (role == NumberRole::kSmall && scan_.value(next) > 9)) {
      years = read_below_hundred(scan_, next);
    }
    if (years < 10) return std::nullopt;
    at_ = next;
    numeral_.kind = NumeralKind::kYear;
    return done(century * 100 + years, 1);
  }

  // "five point five", "nought point nought three"
  std::optional<Numeral> decimal_of(double whole) {
    if (!s_.lower_is(at_, "point") || scan_.role(at_ + 1) != NumberRole::kSmall) {
      return std::nullopt;
    }
    ++at_;
    double grain = 1, value = whole;
    for (; scan_.role(at_) == NumberRole::kSmall; ++at_) {
      const double digits = scan_.value(at_);
      grain /= digits > 9 ? 100 : 10;
      value += digits * grain;
    }
    const int next = scan_.skip_hyphen(at_);
    double scale = 1;
    if (scan_.is_scale(next)) {
      numeral_.scale = scale = scan_.value(next);
      at_ = next + 1;
    }
    return done(value * scale, grain * scale);
  }

  // "one twenty-fifth"
  std::optional<Numeral> long_fraction_of(double count) {
    const int ten = scan_.skip_loose_hyphen(at_);
    if (count != 1 || scan_.role(ten) != NumberRole::kTen || !s_.binds(ten + 1))
      return std::nullopt;
    const int rank = ten + 2;
    if (scan_.role(rank) != NumberRole::kOrdinal || scan_.value(rank) > 9) return std::nullopt;
    if (!s_.lower_is(rank + 1, "of") && !scan_.is_alone(first_, rank + 1)) return std::nullopt;
    at_ = rank + 1;
    numeral_.kind = NumeralKind::kFraction;
    return done(1 / (scan_.value(ten) + scan_.value(rank)), 0.01);
  }

  // "two-thirds", "three quarters", "one fifth of"
  std::optional<Numeral> fraction_of(double count) {
    if (const auto fraction = long_fraction_of(count)) return fraction;
    const int i = scan_.skip_loose_hyphen(at_);
    const double part = part_of(scan_, i);
    if (part == 0 || count < 1) return std::nullopt;
    if (scan_.is_plural(i) != (count > 1)) return std::nullopt;
    const bool joined = i > at_;
    // "three quarters" may be nine months, "one third" the first of two.
    const bool quarters = scan_.role(i) == NumberRole::kFraction;
    const bool of = s_.lower_is(i + 1, "of") || s_.lower_is(i + 1, "the");
    const bool sure = joined || of || scan_.is_alone(first_, i + 1) || is_bounded_part(i + 1);
    if (!sure && (count == 1 || quarters)) return std::nullopt;
    at_ = i + 1;
    numeral_.kind = NumeralKind::kFraction;
    return done(count / part, 0.01);
  }

  // "more than one quarter and less than half of them", "fell by one third"; not "for
  // more than one quarter" nor "about one third baseman".
  bool is_bounded_part(int behind) const {
    const int edge = read_left_bound(s_, first_).edge;
    const bool limited = edge < first_ || s_.lower_is(first_ - 1, "by");
    const bool ends = !s_.is_word(behind) || s_.is(behind, kConjunction | kPreposition);
    return limited && ends && !s_.lower_is(edge - 1, "for");
  }

  std::optional<Numeral> ordinal_of(double value) {
    const int i = scan_.skip_hyphen(at_);
    if (scan_.role(i) != NumberRole::kOrdinal) return std::nullopt;
    const double rank = scan_.value(i);
    const bool ten = scan_.role(at_ - 1) == NumberRole::kTen && rank < 10;
    const bool scale = rank >= 100 && value < rank;
    if ((!ten && !scale) || (scan_.is_plural(i) && rank >= 3 && value < 20)) return std::nullopt;
    at_ = i + 1;
    numeral_.kind = NumeralKind::kOrdinal;
    return done(scale ? value * rank : value + rank, 1);
  }

  const NumeralScan& scan_;
  const SentenceView& s_;
  int first_;
  int at_;
  bool between_;  // "between one hundred and two hundred": "and" adds nothing
  Numeral numeral_;
};

}  // namespace

std::optional<Numeral> read_number_words(const NumeralScan& scan, int at) {
  return NumberWords(scan, at).read();
}

double read_below_hundred(const NumeralScan& scan, int& at) {
  if (scan.role(at) == NumberRole::kSmall) return scan.value(at++);
  if (scan.role(at) != NumberRole::kTen) return -1;
  const double ten = scan.value(at++);
  const int small = scan.skip_loose_hyphen(at);
  if (scan.role(small) != NumberRole::kSmall) return ten;
  const double one = scan.value(small);
  if (one < 1 || one > 9) return ten;
  at = small + 1;
  return ten + one;
}

double grain_of_whole(double value) {
  double grain = 1;
  while (value != 0 && grain < 1e15 && std::fmod(value, grain * 10) == 0) grain *= 10;
  return grain;
}

std::optional<AddedFraction> read_added_fraction(const NumeralScan& scan, int at) {
  const SentenceView& s = scan.sentence();
  if (scan.role(at) == NumberRole::kVulgar) return AddedFraction{scan.value(at), at + 1};
  const bool hyphened = s.binds(at);
  int i = scan.skip_hyphen(at);
  if (!s.lower_is(i, "and")) return std::nullopt;
  i = scan.skip_hyphen(i + 1);
  double count = 1;
  if (scan.role(i) == NumberRole::kSmall) {
    count = scan.value(i++);
  } else if (s.lower_is(i, "a") || s.lower_is(i, "an")) {
    ++i;
  } else if (!begins_bare_part(scan, i)) {
    return std::nullopt;
  }
  i = scan.skip_hyphen(i);
  const double part = part_of(scan, i);
  if (part == 0 || count < 1) return std::nullopt;
  // "one and three-quarter miles": before a unit a part may stay singular.
  if (scan.is_plural(i) != (count > 1) && !(count > 1 && scan.is_counted(i + 1)))
    return std::nullopt;
  // "killed five and a third was hurt": only halves and quarters need no proof.
  const bool plain = part == 2 || scan.role(i) == NumberRole::kFraction;
  if (!plain && !hyphened && !scan.is_counted(i + 1) && s.has(i + 1)) return std::nullopt;
  return AddedFraction{count / part, i + 1};
}

std::optional<Whole> read_whole(const NumeralScan& scan, int at, double count) {
  const SentenceView& s = scan.sentence();
  const bool out_of = s.lower_is(at, "out") && s.lower_is(at + 1, "of");
  const bool hyphened = s.binds(at) && s.lower_is(at + 1, "in") && s.binds(at + 2);
  const bool of = s.lower_is(at, "of");
  if (!out_of && !hyphened && !of && !s.lower_is(at, "in")) return std::nullopt;
  if (count < 1 || count != std::floor(count)) return std::nullopt;
  int i = hyphened ? at + 3 : out_of ? at + 2 : at + 1;
  const bool every = s.lower_is(i, "every");
  if (of && !every && !is_rough(s, at - 1)) return std::nullopt;
  if (every) ++i;
  double whole = -1;
  if (scan.is_digits(i)) {
    whole = s.at(i++).number;
  } else {
    whole = read_below_hundred(scan, i);
    if (whole > 0 && scan.is_scale(i)) whole *= scan.value(i++);
  }
  if (whole <= count || whole > 1e7 || s.binds(i)) return std::nullopt;
  if (s.is_word(i) && s.at(i).word->unit != kNoIndex) return std::nullopt;
  if (scan.is_scale(i) || s.is(i, kMonth | kClockWord)) return std::nullopt;
  // "one in 2015"; "two in ten attacks" and "nine out of 32 seats" count two things.
  if (whole >= 1800 && whole <= 2100 && !every) return std::nullopt;
  if (of && !every && whole != 10) return std::nullopt;
  if (count == 1 || every) return Whole{whole, i};
  const bool common = whole == 3 || whole == 4 || whole == 5 || whole == 8 || whole == 10 ||
                      whole == 20 || whole == 100 || whole == 1000;
  const bool counted = out_of || hyphened || !s.is_word(i) || scan.is_counted(i);
  if (!common || !counted) return std::nullopt;
  return Whole{whole, i};
}

}  // namespace figured::claims
