#include "claims/measures/antecedent_noun.h"

#include "claims/measures/counted_noun.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kReach = 14;        // tokens back to an antecedent
constexpr int kNumberReach = 10;  // tokens back to "the number of"

bool ends_clause_between(const SentenceView& s, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is(i, kConjunction | kClauseBreak)) return true;
  }
  return false;
}

}  // namespace

int number_of_head(const SentenceView& s, const ReadFigure& f) {
  for (int i = f.first - kNumberReach; i < f.last + 5; ++i) {
    if (!s.lower_is(i, "number") || !s.lower_is(i + 1, "of")) continue;
    if (i < f.first && ends_clause_between(s, i, f.first)) continue;
    return phrase_head(s, after_determiners(s, i + 2));
  }
  return -1;
}

int head_before_or(const SentenceView& s, int first) {
  const int noun = first - 2;
  if (!s.lower_is(first - 1, "or") || !may_be_noun(s, noun)) return -1;
  const int article = phrase_first(s, noun) - 1;
  const bool one = s.lower_is(article, "a") || s.lower_is(article, "an") ||
                   s.lower_is(article, "another") || s.lower_is(article, "one");
  return one ? noun : -1;
}

bool is_exception(const SentenceView& s, const ReadFigure& f) {
  return s.lower_is(f.first - 1, "except") || s.lower_is(f.first - 1, "but");
}

bool refers_back(const SentenceView& s, const ReadFigure& f) {
  const int next = f.last + 1;
  const bool of_them =
      s.lower_is(f.last, "of") && (s.lower_is(next, "them") || s.lower_is(next, "whom") ||
                                   s.lower_is(next, "which") || s.lower_is(next, "these"));
  return of_them || is_exception(s, f) || s.lower_is(f.last, "who") || s.lower_is(f.last, "whom");
}

int antecedent_head(const SentenceView& s, const ReadFigure& f) {
  const bool except = is_exception(s, f);
  for (int i = f.first - 2; i > f.first - kReach && s.has(i); --i) {
    if (!may_be_noun(s, i) || s.at(i + 1).kind == TokenKind::kPossessiveEnd) continue;
    if (except || is_plural_noun(s.at(i))) return i;
  }
  return -1;
}

int whole_head(const SentenceView& s, const ReadFigure& f) {
  if (!s.lower_is(f.last, "of")) return -1;
  int i = f.last + 1;
  for (int steps = 0; steps < 6 && s.has(i); ++steps, ++i) {
    const bool number =
        s.is_kind(i, TokenKind::kNumber) || s.at(i).word->number_role != NumberRole::kNone;
    if (!number && !s.is(i, kDeterminer | kPossessive | kPreposition | kAdverb)) break;
  }
  return phrase_head(s, i);
}

}  // namespace figured::claims
