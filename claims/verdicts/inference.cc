#include "claims/verdicts/inference.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "claims/extractor.h"
#include "claims/lexicon/taxonomy.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/context_words.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

// Of the hypothesis' content words so many must stand in one sentence of the premise.
constexpr double kHalf = 0.5;

bool is_content(const Token& token) {
  constexpr WordClasses kFunctionWords = kDeterminer | kPreposition | kBe | kHave | kConjunction |
                                         kPronoun | kModal | kWill | kClauseBreak;
  return token.kind == TokenKind::kWord && token.text.size() >= 3 &&
         !token.word->is(kFunctionWords);
}

std::vector<std::uint32_t> stems_of(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> stems;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = tokens.tokens[i];
    if (is_content(token)) stems.push_back(stem_key(token.text));
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

// The share of the content words of `asked` in the sentence of `given` that has
// the most of them.
double coverage(const Tokens& given, const Tokens& asked) {
  const auto wanted = stems_of(asked, 0, static_cast<std::uint32_t>(asked.tokens.size()));
  if (wanted.empty()) return 0;
  double best = 0;
  for (const Sentence& sentence : given.sentences) {
    const auto there = stems_of(given, sentence.first, sentence.last);
    const auto met = std::count_if(wanted.begin(), wanted.end(), [&](std::uint32_t stem) {
      return std::binary_search(there.begin(), there.end(), stem);
    });
    best = std::max(best, static_cast<double>(met) / static_cast<double>(wanted.size()));
  }
  return best;
}

// Dates and years are no claims, and yet must be given.
bool gives_numbers(const Tokens& given, const Tokens& asked) {
  return std::all_of(asked.tokens.begin(), asked.tokens.end(), [&](const Token& number) {
    return number.kind != TokenKind::kNumber ||
           std::any_of(given.tokens.begin(), given.tokens.end(), [&](const Token& token) {
             return token.kind == TokenKind::kNumber && token.number == number.number;
           });
  });
}

bool covers(const ValueRange& given, const ValueRange& asked) { return ranges_meet(given, asked); }

// 42 killed are not 42 injured.
bool may_be_one(const Claim& given, const Claim& asked) {
  return given.measure.empty() || asked.measure.empty() ||
         relate_measures(given.measure, asked.measure) != MeasureRelation::kSibling;
}

// The best relation of one figure asked to the figures given.
Inference meet(const Claim& asked, const std::vector<Claim>& given) {
  const ValueRange range = value_range(asked.figure);
  bool same_measure = false;
  for (const Claim& claim : given) {
    if (claim.figure.unit != asked.figure.unit) continue;
    if (covers(value_range(claim.figure), range) && may_be_one(claim, asked))
      return Inference::kEntailment;
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
  const Lexicon& lexicon = Lexicon::english();
  const Tokens one = tokenize(premise, lexicon), other = tokenize(hypothesis, lexicon);
  const bool follows = gives_numbers(one, other) && coverage(one, other) >= kHalf;
  return follows ? Inference::kEntailment : Inference::kNeutral;
}

std::string_view format_inference(Inference inference) {
  static constexpr std::string_view kNames[] = {"entailment", "neutral", "contradiction"};
  return kNames[static_cast<std::size_t>(inference)];
}

}  // namespace figured::claims
