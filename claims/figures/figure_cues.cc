#include "claims/figures/figure_cues.h"

#include "claims/lexicon/lexicon.h"

namespace figured::claims {
namespace {

// "EF5", "F5", "e75m", "euro110": letters that make a figure of their digits.
bool may_begin_figure(const Token& mixed) {
  const char first = mixed.text.front();
  return first == 'e' || mixed.text.starts_with("EF") || (first == 'F' && mixed.text.size() == 2);
}

}  // namespace

bool may_hold_figures(const Tokens& tokens, const Sentence& sentence) {
  if (sentence.has_number) return true;
  for (std::uint32_t cue = sentence.first_cued; cue < sentence.last_cued; ++cue) {
    const std::uint32_t i = tokens.cued[cue];
    const Token& token = tokens.tokens[i];
    if (token.kind == TokenKind::kMixed && may_begin_figure(token)) return true;
    if (token.word->number_role == NumberRole::kOrdinal && token.word->low() > 1) return true;
    if (token.word->number_role == NumberRole::kDecade) return true;
    const bool article = (token.cues & kSingleCue) != 0 && token.text.size() <= 2;
    if (article && i + 1 < sentence.last && tokens.tokens[i + 1].word->unit != kNoIndex)
      return true;
  }
  return false;
}

}  // namespace figured::claims
