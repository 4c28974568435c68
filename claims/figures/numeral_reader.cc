// numeral  := [ sign ] ( digits | words | article | vague | several | half )
// sign     := "-" | "minus" | "negative"
// digits   := number { blank group } [ power ] [ mixed ] { scale } [ tail ] [ added ] [ whole ]
// mixed    := [ "-" ] number "/" number | vulgar           "10 1/2", "4-3/8", "2½", "3/4"
// power    := ( "x" | "×" ) "10" [ "^" ] [ "-" ] number | "e" [ "-" | "+" ] number | "^" number
// tail     := [ "and" ] below-scale                         "3 hundred and 21"
// article  := ( "a" | "an" ) ( scale | counted | "few" scale | part "of" )
// vague    := ( "tens" | "dozens" | "hundreds" | ... ) [ "of" ( "thousands" | "millions" ... ) ]
// several  := ( "several" | "a few" ) ( scale | "dozen" )
// half     := "half" [ "-" | "a" | "an" ] ( scale | "dozen" | unit ) | "half" ( "of" | "the" |
// "its" ) words, added, whole: see number_words.cc
#include "claims/figures/numeral_reader.h"

#include <cmath>
#include <cstdlib>

#include "claims/figures/number_words.h"
#include "claims/figures/numeral_scan.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

class NumeralReader {
 public:
  NumeralReader(const SentenceView& sentence, int at, bool money)
      : scan_(sentence, money), s_(sentence), at_(at) {
    numeral_.first = at;
  }

  std::optional<Numeral> read() {
    const int sign = take_sign();
    if (sign > 0 && !scan_.is_digits(at_) && scan_.role(at_) == NumberRole::kNone)
      return std::nullopt;
    auto numeral = unsigned_numeral();
    if (!numeral) return std::nullopt;
    if (sign > 0) {
      numeral->first = at_before_sign_;
      numeral->low = -numeral->low;
      numeral->high = -numeral->high;
    }
    return numeral;
  }

 private:
  // The number of tokens of a sign, which are passed over.
  int take_sign() {
    at_before_sign_ = at_;
    int width = 0;
    if (s_.is_kind(at_, TokenKind::kHyphen)) {
      // "Sept. 20 -24" and "won 3 -2" are no signs; nor is a dash.
      const bool open = at_ == s_.first() || s_.at(at_).spaced ||
                        s_.is_kind(at_ - 1, TokenKind::kSign) ||
                        s_.is_kind(at_ - 1, TokenKind::kCurrency);
      const bool lone = at_ == s_.first() && scan_.is_digits(at_ + 1);
      if (open && !scan_.is_digits(at_ - 1) && (scan_.is_glued(at_ + 1) || lone) &&
          s_.at(at_).text != "\u2014")
        width = 1;
    } else if ((s_.lower_is(at_, "minus") || s_.lower_is(at_, "negative")) &&
               !scan_.is_digits(at_ - 1)) {
      width = s_.binds(at_ + 1) ? 2 : 1;
    }
    at_ += width;
    numeral_.first = at_;
    return width;
  }

  std::optional<Numeral> unsigned_numeral() {
    if (scan_.is_digits(at_)) return digits();
    if (!s_.is_word(at_)) return std::nullopt;
    if (s_.lower_is(at_, "a") || s_.lower_is(at_, "an")) return after_article();
    switch (scan_.role(at_)) {
      case NumberRole::kSmall:
      case NumberRole::kTen:
        return read_number_words(scan_, at_);
      case NumberRole::kVague:
      case NumberRole::kTens:
        return vague();
      case NumberRole::kSeveral:
        return several(at_ + 1);
      case NumberRole::kCount:
        return bare_dozen();
      case NumberRole::kScale:
        return bare_scale();
      case NumberRole::kHalf:
        return half();
      case NumberRole::kFraction:
        return s_.lower_is(at_, "quarter") && scan_.is_scale(scan_.skip_hyphen(at_ + 1))
                   ? part_of_scale(0.25)
                   : std::nullopt;
      case NumberRole::kVulgar:
        ++at_;
        return done(scan_.value(at_ - 1), 0.01);
      default:
        return std::nullopt;
    }
  }

  std::optional<Numeral> done(double value, double grain) {
    numeral_.last = at_;
    numeral_.low = numeral_.high = value * numeral_.scale;
    numeral_.grain = grain * numeral_.scale;
    return numeral_;
  }

  // --- digits

  std::optional<Numeral> digits() {
    const Token& token = s_.at(at_++);
    double value = token.number, grain = token.grain();
    if (s_.at(at_ - 2).text == "^" && scan_.is_glued(at_ - 1)) return std::nullopt;
    if (take_groups(value)) grain = grain_of_whole(value);
    if (take_spoken_decimals(value)) grain = 0.1;
    const bool decimal = grain < 1;
    if (take_power(value)) return done(value, grain * (value / token.number));
    if (take_mixed(value)) grain = 0.01;
    scales(decimal);
    if (scale_seen_) {
      if (const double more = tail(); more > 0) return done(value + more / numeral_.scale, 1);
    }
    if (const auto added = read_added_fraction(scan_, at_)) {
      const bool of_scale = numeral_.scale >= 100000;
      at_ = added->last;
      value += of_scale ? added->value : added->value / numeral_.scale;
      grain = 0.1;
      if (!scale_seen_) scales(decimal);
    } else if (!scale_seen_) {
      if (const auto whole = read_whole(scan_, at_, value)) {
        at_ = whole->last;
        numeral_.kind = NumeralKind::kFraction;
        return done(value / whole->value, 0.01);
      }
    }
    return done(value, grain);
  }

  // "1 414 021 100", "10 000": groups of three behind one to three digits.  One
  // group in plain blanks is believed only of a round number.
  bool take_groups(double& value) {
    const auto is_group = [&](int i) {
      return scan_.is_digits(i) && s_.at(i).plain_digits && s_.at(i).text.size() == 3 &&
             s_.at(i).spaced;
    };
    const Token& first = s_.at(at_ - 1);
    if (!first.plain_digits || first.text.size() > 3 || first.text.front() == '0') return false;
    // "10, 000": no number begins so.
    if (s_.at(at_).text == "," && !s_.at(at_).spaced && s_.at(at_ + 1).text == "000") {
      value *= 1000;
      at_ += 2;
      return true;
    }
    int end = at_;
    while (is_group(end) && end - at_ < 4) ++end;
    const int groups = end - at_;
    if (groups == 0 || scan_.is_digits(end) || s_.binds(end) || scan_.is_slash(end)) return false;
    if (groups == 1 && s_.at(at_).text != "000") return false;
    for (; at_ < end; ++at_) value = value * 1000 + s_.at(at_).number;
    return true;
  }

  // "3 point 5 million", "1 point 1"
  bool take_spoken_decimals(double& value) {
    const Token& digits = s_.at(at_ + 1);
    if (!s_.lower_is(at_, "point") || !scan_.is_digits(at_ + 1) || !digits.plain_digits ||
        digits.text.size() > 3 || !s_.at(at_ - 1).plain_digits)
      return false;
    if (s_.is_word(at_ + 2) && !scan_.is_counted(at_ + 2) && !s_.is(at_ + 2, kConjunction))
      return false;
    value += digits.number / std::pow(10.0, static_cast<double>(digits.text.size()));
    at_ += 2;
    return true;
  }

  // "x10^6", "×10−8", "e14", "^23"
  bool take_power(double& value) {
    int i = at_;
    const bool times = s_.at(i).text == "x" || s_.at(i).text == "\u00d7" || s_.at(i).text == "*";
    double base = 10;
    if (times && scan_.is_plain_number(i + 1) && s_.at(i + 2).text == "^") {
      base = std::atof(std::string(s_.at(i + 1).text.substr(0, 3)).c_str());
      i += 3;
    } else if (times && s_.at(i + 1).text == "10") {
      i += 2;
      if (s_.at(i).text == "^") ++i;
    } else if ((s_.at(i).text == "e" || s_.at(i).text == "E") && scan_.is_glued(i)) {
      ++i;
      if (s_.at(i).text == "+") ++i;
    } else if (s_.at(i).text == "^" && scan_.is_glued(i)) {
      base = value;
      value = 1;
      ++i;
    } else {
      return false;
    }
    const bool below = s_.is_kind(i, TokenKind::kHyphen);
    if (below) ++i;
    const std::string_view text = s_.at(i).text;
    if (!scan_.is_glued(i) || !scan_.is_plain_number(i) || text.size() > 3)
      return restore(value, times ? 10 : base);
    const double exponent = std::atof(std::string(text).c_str());
    value *= std::pow(base, below ? -exponent : exponent);
    at_ = i + 1;
    return true;
  }

  static bool restore(double& value, double base) {
    if (base != 10) value = base;
    return false;
  }

  // "10 1/2", "4-3/8", "2½"; or the number itself is the numerator: "3/4".
  bool take_mixed(double& value) {
    if (scan_.role(at_) == NumberRole::kVulgar) {
      value += scan_.value(at_++);
      return true;
    }
    const int i = scan_.skip_hyphen(at_);
    if (scan_.is_digits(i) && scan_.is_slash(i + 1) && is_part(i) && s_.at(at_ - 1).plain_digits) {
      value += s_.at(i).number / s_.at(i + 2).number;
      at_ = i + 3;
      return true;
    }
    if (!scan_.is_slash(at_) || !is_part(at_ - 1)) return false;
    const int end = at_ + 2;
    if (scan_.is_slash(end)) return false;  // a date
    const int behind = scan_.skip_hyphen(end);
    const bool small = s_.at(at_ + 1).number < 5 || s_.at(at_ + 1).number == 8;
    const bool sure = s_.at(at_).text != "/" || scan_.is_counted(behind) ||
                      (small && s_.is_word(behind) && !s_.is(behind, kPreposition | kBe | kHave)) ||
                      scan_.is_alone(numeral_.first - 1, end);
    if (!sure) return false;
    value = s_.at(at_ - 1).number / s_.at(at_ + 1).number;
    at_ = end;
    numeral_.kind = NumeralKind::kFraction;
    return true;
  }

  // A proper fraction at `i`, "/" and the next number.
  bool is_part(int i) const {
    const double over = s_.at(i).number, under = s_.at(i + 2).number;
    if (!scan_.is_digits(i + 2) || over < 1 || over >= under || under != std::floor(under))
      return false;
    for (const double usual :
         {2., 3., 4., 5., 6., 8., 10., 12., 16., 32., 64., 100., 128., 1000.}) {
      if (under == usual) return true;
    }
    return false;
  }

  void scales(bool decimal) {
    while (true) {
      const int scale = scan_.skip_hyphen(at_);
      if (!scan_.is_scale(scale, decimal)) break;
      numeral_.scale *= scan_.value(scale);
      at_ = scale + 1;
      scale_seen_ = true;
    }
    const int dozen = scan_.skip_hyphen(at_);
    if (s_.lower_is(dozen, "dozen") || s_.lower_is(dozen, "dozens")) {
      numeral_.scale *= 12;
      at_ = dozen + 1;
    }
  }

  // "3 hundred and 21", "4 thousand 3 hundred": what is below the scale.
  double tail() {
    int i = at_;
    const bool joined = s_.lower_is(i, "and");
    if (joined && (numeral_.scale > 1000 || s_.lower_is(numeral_.first - 1, "between"))) return -1;
    if (joined) ++i;
    double more = -1;
    if (scan_.is_digits(i) && s_.at(i).plain_digits) {
      more = s_.at(i).number;
      ++i;
    } else if (joined || scan_.role(i) == NumberRole::kSmall) {
      more = read_below_hundred(scan_, i);
    }
    if (more <= 0 || s_.binds(i)) return -1;
    const bool scaled = scan_.is_scale(i) && s_.at(i).text.size() > 2;
    if (scaled) more *= scan_.value(i++);
    if (!joined && !scaled) return -1;
    if (more >= numeral_.scale || scan_.is_scale(i)) return -1;
    at_ = i;
    return more;
  }

  // --- words

  std::optional<Numeral> after_article() {
    ++at_;
    numeral_.worded = true;
    if (s_.lower_is(at_, "few")) return several(at_ + 1);
    switch (scan_.role(at_)) {
      case NumberRole::kScale:
        return article_scale();
      case NumberRole::kCount:
        return article_count();
      case NumberRole::kVague:
        return s_.lower_is(at_, "handful") ? vague() : std::nullopt;
      case NumberRole::kHalf:
      case NumberRole::kFraction:
      case NumberRole::kOrdinal:
        return article_part();
      default:
        return std::nullopt;
    }
  }

  // "a hundred", "a hundred and two", "a million and a half"
  std::optional<Numeral> article_scale() {
    if (s_.at(at_).text.size() < 3) return std::nullopt;
    scales(false);
    if (s_.lower_is(at_, "and")) {
      if (const double more = tail(); more > 0) return done(1 + more / numeral_.scale, 1);
      if (const auto added = read_added_fraction(scan_, at_)) {
        at_ = added->last;
        return done(1 + added->value, 0.1);
      }
    }
    if (scan_.role(at_) == NumberRole::kOrdinal) return article_parts();
    numeral_.rounded = true;
    return done(1, 1);
  }

  // "a hundred trillionths"; "a hundred and fifth" is a rank
  std::optional<Numeral> article_parts() {
    if (!scan_.is_plural(at_)) return std::nullopt;
    numeral_.kind = NumeralKind::kFraction;
    ++at_;
    return done(1 / scan_.value(at_ - 1), 0.01);
  }

  // "a dozen", "a pair of", "a couple of"
  std::optional<Numeral> article_count() {
    if (auto couple = couple_of_scale()) return couple;
    const bool dozen = s_.lower_is(at_, "dozen");
    if (s_.lower_is(at_, "score") || (!dozen && !s_.lower_is(at_ + 1, "of"))) return std::nullopt;
    numeral_.rounded = dozen;
    return ++at_, done(scan_.value(at_ - 1), 1);
  }

  // "a couple of hundred", "a couple hundred", "another couple of dozen"
  std::optional<Numeral> couple_of_scale() {
    if (!s_.lower_is(at_, "couple")) return std::nullopt;
    const int scale = s_.lower_is(at_ + 1, "of") ? at_ + 2 : at_ + 1;
    if (!s_.is_word(scale) || (!scan_.is_scale(scale) && !s_.lower_is(scale, "dozen")))
      return std::nullopt;
    at_ = scale;
    numeral_.rounded = numeral_.worded = true;
    scales(false);
    return done(2, 1);
  }

  // "his dozen guards", "the dozen houses"
  std::optional<Numeral> bare_dozen() {
    if (auto couple = couple_of_scale()) return couple;
    const bool counted = s_.is(at_ - 1, kDeterminer) || at_ == s_.first();
    if (!s_.lower_is(at_, "dozen") || !counted) return std::nullopt;
    numeral_.rounded = numeral_.worded = true;
    return ++at_, done(12, 1);
  }

  // "the million-member union", "the hundred-odd guests"
  std::optional<Numeral> bare_scale() {
    const bool counted = s_.lower_is(at_ - 1, "the") || s_.is(at_ - 1, kPossessive);
    if (!counted || s_.at(at_).text.size() < 4 || !s_.binds(at_ + 1)) return std::nullopt;
    numeral_.worded = true;
    scales(false);
    if (scan_.role(at_) == NumberRole::kOrdinal) return std::nullopt;
    numeral_.rounded = true;
    return done(1, 1);
  }

  // "a half million", "a quarter of a million", "a third of the seats"
  std::optional<Numeral> article_part() {
    const double share = scan_.role(at_) == NumberRole::kOrdinal ? 1 / scan_.value(at_)
                         : scan_.role(at_) == NumberRole::kHalf  ? 0.5
                                                                 : scan_.value(at_);
    if (share > 0.5 || scan_.is_plural(at_) || s_.at(at_).capital) return std::nullopt;
    if (scan_.is_scale(scan_.skip_hyphen(at_ + 1))) return part_of_scale(share);
    const bool of = s_.lower_is(at_ + 1, "of");
    if (of && s_.lower_is(at_ + 2, "a") && scan_.is_scale(at_ + 3)) {
      at_ += 2;
      return part_of_scale(share);
    }
    if (!of && !scan_.is_alone(numeral_.first, at_ + 1)) return std::nullopt;
    ++at_;
    numeral_.kind = NumeralKind::kFraction;
    return done(share, 0.01);
  }

  // "half a million", "half-million", "half a dozen", "half an hour", "half of"
  std::optional<Numeral> half() {
    numeral_.worded = true;
    const int next = scan_.skip_hyphen(at_ + 1);
    const bool article = s_.lower_is(next, "a") || s_.lower_is(next, "an");
    const int named = article ? next + 1 : next;
    if (scan_.is_scale(named) || s_.lower_is(named, "dozen")) return part_of_scale(0.5);
    if (is_half_of_time()) return std::nullopt;
    // "at half staff"
    if (s_.lower_is(named, "staff") || s_.lower_is(named, "mast")) return std::nullopt;
    const Word& unit = *s_.at(named).word;
    const bool measured =
        s_.is_word(named) && unit.unit != kNoIndex && s_.at(named).text.size() > 2;
    const bool part = s_.lower_is(next, "of") || (!article && s_.is(next, kDeterminer)) ||
                      (next == at_ + 1 && s_.is_word(next) && s_.at(next).word->noun != kNoIndex &&
                       is_plural_noun(s_.at(next)));
    if (!measured && !part) return std::nullopt;
    at_ = measured ? named : at_ + 1;
    numeral_.kind = part ? NumeralKind::kFraction : NumeralKind::kNumber;
    return done(0.5, 0.1);
  }

  // "the first half of 1985", "in the second half the"
  bool is_half_of_time() const {
    const int before = at_ - 1;
    return scan_.role(before) == NumberRole::kOrdinal || s_.is(before, kDeterminer) ||
           s_.lower_is(before, "last") || s_.lower_is(before, "latter") ||
           s_.lower_is(before, "other") || s_.lower_is(before, "better");
  }

  std::optional<Numeral> part_of_scale(double share) {
    int i = scan_.skip_hyphen(at_ + 1);
    if (s_.lower_is(i, "a") || s_.lower_is(i, "an")) ++i;
    numeral_.scale = scan_.value(i);
    numeral_.rounded = numeral_.worded = true;
    at_ = i + 1;
    return done(share, 0.1);
  }

  // "test scores", "their scores": no number; "scores of people", "killed scores" are some.
  bool are_points() const {
    if (!s_.lower_is(at_, "scores") || s_.lower_is(at_ + 1, "of")) return false;
    const Token& before = s_.at(at_ - 1);
    if (s_.is(at_ - 1, kDeterminer | kPossessive)) return true;
    // "floods damage scores"
    const bool acts = is_plural_noun(s_.at(at_ - 2));
    return before.kind == TokenKind::kWord && before.word->dominant == PartOfSpeech::kNoun &&
           !is_plural_noun(before) && !before.word->can_be(kVerbPast) && !acts;
  }

  std::optional<Numeral> vague() {
    if (are_points()) return std::nullopt;
    numeral_.vague = numeral_.worded = true;
    double low_end = scan_.value(at_), high_end = s_.at(at_).word->high();
    const bool tens = scan_.role(at_) == NumberRole::kTens;
    const bool of_more = s_.lower_is(at_ + 1, "of") && scan_.role(at_ + 2) == NumberRole::kVague &&
                         scan_.value(at_ + 2) >= 2000;
    if (tens && !of_more) return std::nullopt;
    ++at_;
    if (of_more) {
      const double scale = scan_.value(at_ + 1) / 2;
      low_end *= scale;
      high_end = high_end * scale + scale - 1;
      at_ += 2;
    }
    numeral_.last = at_;
    numeral_.low = low_end;
    numeral_.high = high_end;
    numeral_.grain = 0;
    return numeral_;
  }

  // "several hundred", "a few dozen"; without a scale they say too little.
  std::optional<Numeral> several(int scale) {
    const bool few = s_.lower_is(scale - 1, "few");
    const double low_end = few ? 2 : 3, high_end = 9;
    if (!scan_.is_scale(scale) && !s_.lower_is(scale, "dozen")) return std::nullopt;
    numeral_.vague = numeral_.worded = true;
    numeral_.grain = 0;
    numeral_.scale = scan_.value(scale);
    at_ = scale + 1;
    numeral_.last = at_;
    numeral_.low = low_end * numeral_.scale;
    numeral_.high = high_end * numeral_.scale + numeral_.scale - 1;
    return numeral_;
  }

  NumeralScan scan_;
  const SentenceView& s_;
  int at_;
  int at_before_sign_ = 0;
  bool scale_seen_ = false;
  Numeral numeral_;
};

}  // namespace

std::optional<Numeral> read_numeral(const SentenceView& sentence, int at, bool money) {
  return NumeralReader(sentence, at, money).read();
}

}  // namespace figured::claims
