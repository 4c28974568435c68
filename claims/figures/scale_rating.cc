// rating := ( "category" | "cat" ) [ "-" ] step         of storms, Saffir-Simpson: 1..5
//         | ( "EF" | "F" ) [ "-" ] step                 of tornadoes, Fujita: 0..5
#include "claims/figures/scale_rating.h"

namespace figured::claims {
namespace {

constexpr double kHighestStep = 5;  // of both scales

std::optional<double> step_at(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  double step = -1;
  if (token.kind == TokenKind::kNumber && token.plain_digits && token.text.size() == 1)
    step = token.number;
  else if (token.kind == TokenKind::kWord && token.word->number_role == NumberRole::kSmall)
    step = token.word->low();
  if (step < 0 || step > kHighestStep) return std::nullopt;
  return step;
}

// "3-5", "4,200", "4 per cent": no step of a scale.
bool ends_rating(const SentenceView& s, int i) {
  return !(s.binds(i) && s.is_kind(i + 1, TokenKind::kNumber)) && s.at(i).text != "%" &&
         s.at(i).word->unit == kNoIndex && s.at(i).word->number_role == NumberRole::kNone;
}

bool is_tornado(const SentenceView& s, int i) {
  return s.lower_is(i, "tornado") || s.lower_is(i, "tornadoes") || s.lower_is(i, "twister");
}

std::optional<ScaleRating> category(const SentenceView& s, int at) {
  if (!s.lower_is(at, "category") && !s.lower_is(at, "cat")) return std::nullopt;
  const int number = s.binds(at + 1) ? at + 2 : at + 1;
  const auto step = step_at(s, number);
  if (!step || *step < 1 || !ends_rating(s, number + 1)) return std::nullopt;
  return ScaleRating{at, number + 1, *step, "category"};
}

// "EF5" is one token, "EF-5" three.
std::optional<ScaleRating> fujita(const SentenceView& s, int at) {
  const std::string_view text = s.at(at).text;
  const bool enhanced = text.starts_with("EF");
  const std::size_t letters = enhanced ? 2 : 1;
  if (!text.starts_with(enhanced ? "EF" : "F")) return std::nullopt;
  ScaleRating rating{at, at + 1, 0, "EF rating"};
  if (text.size() == letters + 1) {
    rating.value = text.back() - '0';
  } else if (text.size() == letters && s.binds(at + 1)) {
    const auto step = step_at(s, at + 2);
    if (!step) return std::nullopt;
    rating.value = *step;
    rating.last = at + 3;
  } else {
    return std::nullopt;
  }
  if (rating.value < 0 || rating.value > kHighestStep || !ends_rating(s, rating.last))
    return std::nullopt;
  // F-16 and F5 are many things; the enhanced scale has no namesake.
  if (!enhanced && !is_tornado(s, rating.last)) return std::nullopt;
  return rating;
}

}  // namespace

std::optional<ScaleRating> read_scale_rating(const SentenceView& s, int at) {
  if (!may_begin_rating(s.at(at))) return std::nullopt;
  const bool named = (s.at(at).text.front() | 0x20) == 'c';
  return named ? category(s, at) : fujita(s, at);
}

}  // namespace figured::claims
