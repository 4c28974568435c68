// ScaleRating: a step of a scale of strength that a number names: "Category 4",
// "an EF-5 tornado".  Unlike other numbered names it measures something, so that
// two outlets can contradict each other.
#pragma once
#include <optional>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct ScaleRating {
  int first = 0;  // tokens [first, last), the name of the scale included
  int last = 0;
  double value = 0;
  std::string_view scale;  // "category", "EF rating"
};

// No rating begins with any other token.
inline bool may_begin_rating(const Token& token) {
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kMixed) return false;
  const char first = token.text.front();
  return first == 'c' || first == 'C' || first == 'E' || first == 'F';
}

// The rating whose scale is named at token `at`.
std::optional<ScaleRating> read_scale_rating(const SentenceView& sentence, int at);

}  // namespace figured::claims
