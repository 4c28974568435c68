#include "claims/inference.h"

#include <algorithm>

#include "claims/extractor.h"
#include "claims/names.h"
#include "claims/tokens.h"
#include "claims/value_range.h"

namespace figured::claims {
namespace {

// How much of the hypothesis' content words stand in the premise.
double coverage(std::string_view premise, std::string_view hypothesis) {
  const Lexicon& lexicon = Lexicon::english();
  const Tokens given = tokenize(premise, lexicon), asked = tokenize(hypothesis, lexicon);
  std::vector<std::string> words;
  for (const Token& token : given.tokens) words.push_back(lower_case(token.text).substr(0, 5));
  std::sort(words.begin(), words.end());
  int content = 0, met = 0;
  for (const Token& token : asked.tokens) {
    if (token.kind != TokenKind::kWord || token.text.size() < 3) continue;
    if (token.word->is(kDeterminer | kPreposition | kBe | kHave | kConjunction | kPronoun))
      continue;
    ++content;
    met += std::binary_search(words.begin(), words.end(), lower_case(token.text).substr(0, 5));
  }
  return content == 0 ? 0 : static_cast<double>(met) / content;
}

bool covers(const ValueRange& given, const ValueRange& asked) { return ranges_meet(given, asked); }

// The best relation of one figure asked to the figures given.
Inference meet(const Claim& asked, const std::vector<Claim>& given) {
  const ValueRange range = value_range(asked.figure);
  bool same_measure = false;
  for (const Claim& claim : given) {
    if (claim.figure.unit != asked.figure.unit) continue;
    if (covers(value_range(claim.figure), range)) return Inference::kEntailment;
    same_measure = same_measure || (claim.measure == asked.measure && !asked.measure.empty() &&
                                    claim.scope == asked.scope);
  }
  return same_measure ? Inference::kContradiction : Inference::kNeutral;
}

}  // namespace

Inference infer(std::string_view premise, std::string_view hypothesis) {
  const Extractor extractor;
  const Reading given = extractor.read({{}, premise, {}, {}});
  const Reading asked = extractor.read({{}, hypothesis, {}, {}});
  for (const Claim& claim : asked.claims) {
    const Inference met = meet(claim, given.claims);
    if (met != Inference::kEntailment) return met;
  }
  return coverage(premise, hypothesis) >= 0.7 ? Inference::kEntailment : Inference::kNeutral;
}

std::string_view format_inference(Inference inference) {
  static constexpr std::string_view kNames[] = {"entailment", "neutral", "contradiction"};
  return kNames[static_cast<std::size_t>(inference)];
}

}  // namespace figured::claims
