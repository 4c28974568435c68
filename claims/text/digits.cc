#include "claims/text/digits.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "claims/text/text_bytes.h"

namespace figured::claims {
namespace {

constexpr int kWidest = 999;  // digits; a number of more is beyond any double

int grain_of(const std::string& digits, std::size_t decimals) {
  if (decimals > 0) return -static_cast<int>(std::min<std::size_t>(decimals, kWidest));
  std::size_t zeros = 0;
  while (zeros + 1 < digits.size() && digits[digits.size() - 1 - zeros] == '0') ++zeros;
  return static_cast<int>(std::min<std::size_t>(zeros, kWidest));
}

class DigitReader {
 public:
  DigitReader(std::string_view text, std::size_t at) : text_(text), begin_(at), at_(at) {}

  WrittenNumber run() {
    std::string digits;
    std::size_t decimals = 0;
    bool point = false, separators = false;
    const bool point_groups = points_part_groups();
    if (peek() == '.') digits = "0";
    while (at_ < text_.size()) {
      const char c = peek();
      if (is_digit(c)) {
        digits += c;
        decimals += point;
      } else if (c == ',' && !point && !point_groups && groups_follow()) {
        separators = true;
      } else if (!point && is_spaced_point()) {
        point = true;
        digits += '.';
        at_ += 2;
      } else if (c == '.' && point_groups && is_digit(peek(1))) {
        separators = true;
      } else if ((c == '.' || (c == ',' && (point_groups || is_decimal_comma()))) && !point &&
                 is_digit(peek(1))) {
        point = true;
        digits += '.';
      } else {
        break;
      }
      ++at_;
    }
    WrittenNumber number{at_, 0, grain_of(digits, decimals), !separators && !point};
    std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    return number;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  // A comma parts groups when two or three digits and no more follow it.
  bool groups_follow() const {
    std::size_t n = 1;
    while (is_digit(peek(n))) ++n;
    return n - 1 == 3 || (n - 1 == 2 && peek(n) == ',');
  }

  // "1.234.567" and "1.111,11": a point parts groups when another group or a
  // decimal comma follows.
  bool points_part_groups() const {
    std::size_t n = 0, points = 0;
    while (is_digit(peek(n)) && n < 4) ++n;
    if (n == 0 || n > 3) return false;
    while (peek(n) == '.' && is_digit(peek(n + 1)) && is_digit(peek(n + 2)) &&
           is_digit(peek(n + 3)) && !is_digit(peek(n + 4))) {
      n += 4;
      ++points;
    }
    return points > 1 || (points == 1 && peek(n) == ',' && is_digit(peek(n + 1)));
  }

  // A full stop between blanks and digits, not behind a year.
  bool is_spaced_point() const {
    return peek() == ' ' && peek(1) == '.' && peek(2) == ' ' && is_digit(peek(3)) &&
           at_ - begin_ != 4 &&
           text_.substr(begin_, at_ - begin_).find('.') == std::string_view::npos;
  }

  // "1,3": one or two digits and nothing more behind a comma, and before it no
  // number of a list.
  bool is_decimal_comma() const {
    std::size_t n = 1;
    while (is_digit(peek(n))) ++n;
    if (n < 2 || n > 3 || peek(n) == ',' || peek(n) == '-' || peek(n) == ':') return false;
    return begin_ == 0 || (text_[begin_ - 1] != ',' && text_[begin_ - 1] != '-');
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
};

}  // namespace

WrittenNumber read_digits(std::string_view text, std::size_t at) {
  return DigitReader(text, at).run();
}

}  // namespace figured::claims
