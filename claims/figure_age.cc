#include "claims/figure_age.h"

#include "claims/counted_noun.h"
#include "claims/figure_bounds.h"

namespace figured::claims {
namespace {

// "Jane Doe, 44,"; "a boy, 12,"
bool names_person(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  if (token.capital) return !s.is(i, kMonth | kWeekday);
  return token.kind == TokenKind::kWord && token.word->noun != kNoIndex &&
         token.word->topic == Topic::kPerson && !is_plural_noun(token);
}

}  // namespace

bool is_aged(const SentenceView& s, int first) {
  bool near = false;
  for (int i = first - 1; i > first - 6 && !near; --i) {
    near = s.lower_is(i, "aged") || s.lower_is(i, "age") || s.lower_is(i, "ages");
  }
  if (!near) return false;
  const int before = read_left_bound(s, first).edge - 1;
  if (s.lower_is(before, "aged") || s.lower_is(before, "age") || s.lower_is(before, "ages"))
    return true;
  return s.lower_is(first - 1, "of") &&
         (s.lower_is(first - 2, "age") || s.lower_is(first - 2, "ages"));
}

bool is_age_of_name(const SentenceView& s, const Amount& amount) {
  const Numeral& n = amount.numeral;
  if (!amount.dimension.empty() || n.vague || n.scale != 1 || n.low < 1 || n.low > kOldest ||
      n.kind != NumeralKind::kNumber)
    return false;
  if (is_aged(s, amount.first)) return true;
  if (s.at(amount.first - 1).text != "," || n.worded || !names_person(s, amount.first - 2))
    return false;
  const std::string_view next = s.at(amount.last).text;
  if (!s.at(amount.first - 2).capital) return next == ",";
  return next == "," || next == "." || next == ")" || next == ";" || !s.has(amount.last);
}

}  // namespace figured::claims
