// numeral  := digits [ "-" ] scales | words | article counted | vague | several | fraction
// words    := below-1000 { scale [ [ "and" ] below-1000 ] }       "two hundred and six thousand"
// counted  := scale | "dozen" | "couple" | "pair" | "half" ...      after "a", "an", "half a"
// vague    := ( "tens" | "dozens" | "hundreds" | "thousands" ... ) [ "of" ( "thousands" |
// "millions" ... ) ] several  := ( "several" | "a few" ) ( scale | "dozen" )
#include "claims/numeral_reader.h"

#include <cmath>

namespace figured::claims {
namespace {

class NumeralReader {
 public:
  NumeralReader(const SentenceView& sentence, int at, bool money)
      : s_(sentence), at_(at), money_(money) {
    numeral_.first = at;
  }

  std::optional<Numeral> read() {
    const Token& token = s_.at(at_);
    if (token.kind == TokenKind::kNumber) return digits();
    if (token.kind != TokenKind::kWord) return std::nullopt;
    if (s_.lower_is(at_, "a") || s_.lower_is(at_, "an")) return after_article();
    switch (role(at_)) {
      case NumberRole::kSmall:
      case NumberRole::kTen:
        return words();
      case NumberRole::kVague:
      case NumberRole::kTens:
        return vague();
      case NumberRole::kSeveral:
        return several(at_ + 1, 3, 9);
      case NumberRole::kHalf:
        return half();
      default:
        return std::nullopt;
    }
  }

 private:
  NumberRole role(int i) const {
    return s_.is_word(i) ? s_.at(i).word->number_role : NumberRole::kNone;
  }
  double low(int i) const { return s_.at(i).word->low; }

  std::optional<Numeral> done(double value, double grain) {
    numeral_.last = at_;
    numeral_.low = numeral_.high = value * numeral_.scale;
    numeral_.grain = grain * numeral_.scale;
    return numeral_;
  }

  // One letter scales: k always, m and b only of money or in capitals.
  bool is_scale(int i) const {
    if (role(i) != NumberRole::kScale) return false;
    const std::string_view text = s_.at(i).text;
    if (text.size() > 1) return true;
    if (text == "k" || text == "K") return !s_.at(i).spaced;
    return money_ || text == "B" || (text == "M" && !s_.at(i).spaced);
  }

  void scales() {
    while (true) {
      const int scale = s_.binds(at_) ? at_ + 1 : at_;
      if (!is_scale(scale)) break;
      numeral_.scale *= low(scale);
      at_ = scale + 1;
    }
    if (role(at_) == NumberRole::kCount && s_.lower_is(at_, "dozen")) {
      numeral_.scale *= 12;
      ++at_;
    }
  }

  std::optional<Numeral> digits() {
    const Token& token = s_.at(at_++);
    double value = token.number, grain = token.grain;
    // "2 1/2"
    if (s_.is_kind(at_, TokenKind::kNumber) && s_.at(at_ + 1).text == "/" &&
        s_.is_kind(at_ + 2, TokenKind::kNumber) && s_.at(at_ + 2).number > s_.at(at_).number) {
      value += s_.at(at_).number / s_.at(at_ + 2).number;
      grain = 0.1;
      at_ += 3;
    }
    scales();
    return done(value, grain);
  }

  // A value below one hundred in words; -1 when there is none.
  double below_hundred() {
    if (role(at_) == NumberRole::kTen) {
      double value = low(at_++);
      const int small = s_.binds(at_) ? at_ + 1 : at_;
      if (role(small) == NumberRole::kSmall && low(small) >= 1 && low(small) < 10) {
        value += low(small);
        at_ = small + 1;
      }
      return value;
    }
    if (role(at_) == NumberRole::kSmall) return low(at_++);
    return -1;
  }

  std::optional<Numeral> words() {
    numeral_.worded = true;
    double total = 0, group = below_hundred();
    if (const auto fraction = fraction_of(group)) return fraction;
    bool half = false;
    while (true) {
      int next = s_.binds(at_) ? at_ + 1 : at_;
      if (is_scale(next)) {
        const double scale = low(next);
        at_ = next + 1;
        if (scale == 100) {
          group *= 100;
        } else {
          total += group * scale;
          group = 0;
        }
        if (const double more = after_scale(); more >= 0) group += more;
        continue;
      }
      if (!half && take_and_a_half()) {
        half = true;
        group += 0.5;
        continue;
      }
      break;
    }
    if (role(at_) == NumberRole::kCount && s_.lower_is(at_, "dozen")) {
      numeral_.scale = 12;
      ++at_;
      return done(group, 1);
    }
    return done(total + group, grain_of(total + group));
  }

  // "... hundred and six": what follows a scale; -1 when nothing does.
  double after_scale() {
    const int save = at_;
    if (s_.lower_is(at_, "and")) ++at_;
    const double more = below_hundred();
    if (more < 0) at_ = save;
    return more;
  }

  bool take_and_a_half() {
    int i = s_.binds(at_) ? at_ + 1 : at_;
    if (!s_.lower_is(i, "and")) return false;
    i += s_.binds(i + 1) ? 2 : 1;
    if (!s_.lower_is(i, "a")) return false;
    i += s_.binds(i + 1) ? 2 : 1;
    if (role(i) != NumberRole::kHalf) return false;
    at_ = i + 1;
    return true;
  }

  // "two-thirds", "three quarters", "one fifth"
  std::optional<Numeral> fraction_of(double count) {
    const int i = s_.binds(at_) ? at_ + 1 : at_;
    if (role(i) != NumberRole::kFraction || count > 10) return std::nullopt;
    const bool plural = s_.at(i).text.ends_with('s');
    if (plural != (count > 1)) return std::nullopt;
    if (i == at_ && !s_.lower_is(i + 1, "of")) return std::nullopt;
    const double part = low(i);
    at_ = i + 1;
    return done(count * part, 0.01);
  }

  static double grain_of(double value) {
    double grain = 1;
    while (value != 0 && std::fmod(value, grain * 10) == 0) grain *= 10;
    return grain;
  }

  std::optional<Numeral> after_article() {
    ++at_;
    numeral_.worded = true;
    if (s_.lower_is(at_, "few")) return several(at_ + 1, 2, 9, true);
    if (s_.lower_is(at_, "quarter") && s_.lower_is(at_ + 1, "of")) {
      ++at_;
      return done(0.25, 0.01);
    }
    if (s_.lower_is(at_, "third") && s_.lower_is(at_ + 1, "of")) {
      ++at_;
      return done(1.0 / 3, 0.01);
    }
    switch (role(at_)) {
      case NumberRole::kScale:
        if (s_.at(at_).text.size() < 3) return std::nullopt;
        scales();
        numeral_.rounded = true;
        return done(1, 1);
      case NumberRole::kCount:
        if (s_.lower_is(at_, "score") ||
            (!s_.lower_is(at_, "dozen") && !s_.lower_is(at_ + 1, "of"))) {
          return std::nullopt;
        }
        numeral_.rounded = s_.lower_is(at_, "dozen");
        return ++at_, done(low(at_ - 1), 1);
      case NumberRole::kVague:
        return s_.lower_is(at_, "handful") ? vague() : std::nullopt;
      case NumberRole::kHalf:
        return half();
      default:
        return std::nullopt;
    }
  }

  // "half a million", "half-million", "half a dozen"
  std::optional<Numeral> half() {
    int i = at_ + 1;
    if (s_.lower_is(i, "a") || s_.binds(i)) ++i;
    if (role(i) != NumberRole::kScale && !s_.lower_is(i, "dozen")) return std::nullopt;
    numeral_.scale = low(i);
    numeral_.rounded = numeral_.worded = true;
    at_ = i + 1;
    return done(0.5, 0.1);
  }

  std::optional<Numeral> vague() {
    numeral_.vague = numeral_.worded = true;
    double low_end = low(at_), high_end = s_.at(at_).word->high;
    const bool tens = role(at_) == NumberRole::kTens;
    const bool of_more =
        s_.lower_is(at_ + 1, "of") && role(at_ + 2) == NumberRole::kVague && low(at_ + 2) >= 2000;
    if (tens && !of_more) return std::nullopt;
    ++at_;
    if (of_more) {
      const double scale = low(at_ + 1) / 2;
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

  // "several hundred", "a few dozen"; "several" alone when the scale may miss.
  std::optional<Numeral> several(int scale, double low_end, double high_end,
                                 bool needs_scale = false) {
    numeral_.vague = numeral_.worded = true;
    numeral_.grain = 0;
    at_ = scale;
    const bool dozen = s_.lower_is(at_, "dozen");
    if (dozen || is_scale(at_)) {
      numeral_.scale = low(at_);
      ++at_;
    } else if (needs_scale) {
      return std::nullopt;
    }
    numeral_.last = at_;
    numeral_.low = low_end * numeral_.scale;
    numeral_.high = high_end * numeral_.scale + (numeral_.scale > 1 ? numeral_.scale - 1 : 0);
    return numeral_;
  }

  const SentenceView& s_;
  int at_;
  bool money_;
  Numeral numeral_;
};

}  // namespace

std::optional<Numeral> read_numeral(const SentenceView& sentence, int at, bool money) {
  return NumeralReader(sentence, at, money).read();
}

}  // namespace figured::claims
