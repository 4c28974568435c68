#include "claims/figures/figure_bounds.h"

#include <array>
#include <cstdint>

namespace figured::claims {
namespace {

struct Phrase {
  std::array<std::string_view, 5> words;  // in order; empty ones are left out
  Bound bound;
};

// Longest first.
constexpr Phrase kLeft[] = {
    {{"less", "than", "or", "equal", "to"}, Bound::kAtMost},
    {{"greater", "than", "or", "equal", "to"}, Bound::kAtLeast},
    {{"more", "than", "or", "equal", "to"}, Bound::kAtLeast},
    {{"less", "or", "equal", "than"}, Bound::kAtMost},
    {{"greater", "or", "equal", "than"}, Bound::kAtLeast},
    {{"equal", "to", "or", "above"}, Bound::kAtLeast},
    {{"equal", "to", "or", "below"}, Bound::kAtMost},
    {{"at", "the", "very", "least"}, Bound::kAtLeast},
    {{"at", "the", "very", "most"}, Bound::kAtMost},
    {{"over", "the", "age", "of"}, Bound::kMore},
    {{"above", "the", "age", "of"}, Bound::kMore},
    {{"under", "the", "age", "of"}, Bound::kLess},
    {{"below", "the", "age", "of"}, Bound::kLess},
    {{"in", "the", "vicinity", "of"}, Bound::kAbout},
    {{"in", "the", "region", "of"}, Bound::kAbout},
    {{"as", "many", "as"}, Bound::kAtMost},
    {{"as", "much", "as"}, Bound::kAtMost},
    {{"as", "high", "as"}, Bound::kAtMost},
    {{"as", "few", "as"}, Bound::kAtLeast},
    {{"as", "little", "as"}, Bound::kAtLeast},
    {{"no", "fewer", "than"}, Bound::kAtLeast},
    {{"no", "less", "than"}, Bound::kAtLeast},
    {{"not", "less", "than"}, Bound::kAtLeast},
    {{"no", "more", "than"}, Bound::kAtMost},
    {{"not", "more", "than"}, Bound::kAtMost},
    {{"a", "maximum", "of"}, Bound::kAtMost},
    {{"a", "minimum", "of"}, Bound::kAtLeast},
    {{"in", "excess", "of"}, Bound::kMore},
    {{"no", "greater", "than"}, Bound::kAtMost},
    {{"no", "higher", "than"}, Bound::kAtMost},
    {{"no", "lower", "than"}, Bound::kAtLeast},
    {{"more", "like"}, Bound::kAbout},
    {{"upwards", "of"}, Bound::kMore},
    {{"upward", "of"}, Bound::kMore},
    {{"north", "of"}, Bound::kMore},
    {{"more", "than"}, Bound::kMore},
    {{"greater", "than"}, Bound::kMore},
    {{"higher", "than"}, Bound::kMore},
    {{"larger", "than"}, Bound::kMore},
    {{"longer", "than"}, Bound::kMore},
    {{"older", "than"}, Bound::kMore},
    {{"bigger", "than"}, Bound::kMore},
    {{"taller", "than"}, Bound::kMore},
    {{"better", "than"}, Bound::kMore},
    {{"faster", "than"}, Bound::kMore},
    {{"well", "over"}, Bound::kMore},
    {{"just", "over"}, Bound::kMore},
    {{"less", "than"}, Bound::kLess},
    {{"fewer", "than"}, Bound::kLess},
    {{"lower", "than"}, Bound::kLess},
    {{"smaller", "than"}, Bound::kLess},
    {{"younger", "than"}, Bound::kLess},
    {{"shorter", "than"}, Bound::kLess},
    {{"cheaper", "than"}, Bound::kLess},
    {{"just", "under"}, Bound::kLess},
    {{"well", "under"}, Bound::kLess},
    {{"just", "shy", "of"}, Bound::kAbout},
    {{"shy", "of"}, Bound::kAbout},
    {{"short", "of"}, Bound::kAbout},
    {{"close", "to"}, Bound::kAbout},
    {{"up", "to"}, Bound::kAtMost},
    {{"at", "least"}, Bound::kAtLeast},
    {{"at", "most"}, Bound::kAtMost},
    {{"an", "estimated"}, Bound::kAbout},
    {{"an", "approximate"}, Bound::kAbout},
    {{"estimated", "at"}, Bound::kAbout},
    {{"a", "reported"}, Bound::kExact},
    {{"some"}, Bound::kAbout},
    {{"about"}, Bound::kAbout},
    {{"around"}, Bound::kAbout},
    {{"approximately"}, Bound::kAbout},
    {{"approximate"}, Bound::kAbout},
    {{"approx"}, Bound::kAbout},
    {{"roughly"}, Bound::kAbout},
    {{"nearly"}, Bound::kAbout},
    {{"almost"}, Bound::kAbout},
    {{"circa"}, Bound::kAbout},
    {{"estimated"}, Bound::kAbout},
    {{"~"}, Bound::kAbout},
    {{"over"}, Bound::kMore},
    {{"above"}, Bound::kMore},
    {{"exceeding"}, Bound::kMore},
    {{"topping"}, Bound::kMore},
    {{"topped"}, Bound::kMore},
    {{"tops"}, Bound::kMore},
    {{"surpassing"}, Bound::kMore},
    {{"surpassed"}, Bound::kMore},
    {{"surpasses"}, Bound::kMore},
    {{"surpass"}, Bound::kMore},
    {{"exceeded"}, Bound::kMore},
    {{"exceeds"}, Bound::kMore},
    {{"exceed"}, Bound::kMore},
    {{">"}, Bound::kMore},
    {{"under"}, Bound::kLess},
    {{"below"}, Bound::kLess},
    {{"<"}, Bound::kLess},
    {{"minimum"}, Bound::kAtLeast},
    {{"maximum"}, Bound::kAtMost},
    {{"sub", "-"}, Bound::kLess},
    {{"exactly"}, Bound::kExact},
    {{"precisely"}, Bound::kExact},
};

constexpr Phrase kRight[] = {
    {{"or", "so"}, Bound::kAbout},
    {{"or", "thereabouts"}, Bound::kAbout},
    {{"or", "more"}, Bound::kAtLeast},
    {{"or", "longer"}, Bound::kAtLeast},
    {{"or", "older"}, Bound::kAtLeast},
    {{"or", "higher"}, Bound::kAtLeast},
    {{"and", "counting"}, Bound::kAtLeast},
    {{"or", "fewer"}, Bound::kAtMost},
    {{"or", "less"}, Bound::kAtMost},
    {{"or", "lower"}, Bound::kAtMost},
    {{"plus"}, Bound::kAtLeast},
    {{"+"}, Bound::kAtLeast},
    {{"odd"}, Bound::kAbout},
    {{"at", "least"}, Bound::kAtLeast},
    {{"at", "most"}, Bound::kAtMost},
};

int length(const Phrase& phrase) {
  int words = 0;
  while (words < 5 && !phrase.words[static_cast<std::size_t>(words)].empty()) ++words;
  return words;
}

// The last words of kLeft: most words before a number end no phrase.
class LastWords {
 public:
  constexpr LastWords() {
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      std::size_t last = 4;
      while (kLeft[i].words[last].empty()) --last;
      heads_[i] = head_of_lower(kLeft[i].words[last]);
      slots_ |= slot_of_head(heads_[i]);
    }
  }
  bool may_hold(const TokenText& word) const { return (slots_ & slot_of_head(word.head())) != 0; }
  bool may_end(std::size_t phrase, const TokenText& word) const {
    return heads_[phrase] == word.head();
  }

 private:
  std::array<std::uint64_t, std::size(kLeft)> heads_{};
  std::uint64_t slots_ = 0;
};
constexpr LastWords kLastWords;

// The last word is the one that tells most.
bool stands_at(const SentenceView& s, const Phrase& phrase, int at, int words) {
  for (int i = words - 1; i >= 0; --i) {
    if (!s.lower_is(at + i, phrase.words[static_cast<std::size_t>(i)])) return false;
  }
  return true;
}

// "turned about 5": no bound but a direction; "talked about two of them", "questions about
// one vote": what is spoken of.
bool is_bound_here(const SentenceView& s, const Phrase& phrase, int at) {
  static constexpr WordList kTelling = {
      "talk",      "talks",      "talked",    "talking",    "speak",   "speaks",   "spoke",
      "spoken",    "speaking",   "worry",     "worries",    "worried", "worrying", "complain",
      "complains", "complained", "joke",      "jokes",      "joked",   "joking",   "complaining",
      "question",  "questions",  "concern",   "concerns",   "story",   "stories",  "information",
      "doubt",     "doubts",     "complaint", "complaints", "rumor",   "rumors",   "details"};
  static constexpr WordList kHowLong = {"second", "seconds", "minute", "minutes", "hour",   "hours",
                                        "days",   "weeks",   "months", "years",   "decades"};
  const bool about = phrase.words[0] == "about";
  if (!about && phrase.words[0] != "around") return true;
  if (s.lower_is(at - 1, "turned")) return false;
  // "talked about 40 minutes"
  return !about || !s.is_one_of(at - 1, kTelling) || s.is_one_of(at + 2, kHowLong);
}

}  // namespace

ReadBound read_left_bound(const SentenceView& s, int first) {
  ReadBound bound{Bound::kExact, first};
  bool seen = false;
  // Two layers at most: "at least about 40", "only some 40".
  for (int layer = 0; layer < 2; ++layer) {
    if (s.is_kind(bound.edge - 1, TokenKind::kNumber)) break;
    const TokenText& last = s.at(bound.edge - 1).text;
    if (!kLastWords.may_hold(last)) break;
    bool found = false;
    for (std::size_t i = 0; i < std::size(kLeft); ++i) {
      if (!kLastWords.may_end(i, last)) continue;
      const Phrase& phrase = kLeft[i];
      const int words = length(phrase);
      const int at = bound.edge - words;
      if (!s.has(at) || !stands_at(s, phrase, at, words) || !is_bound_here(s, phrase, at)) continue;
      bound.bound = seen ? combine_bounds(phrase.bound, bound.bound) : phrase.bound;
      bound.edge = at;
      seen = found = true;
      break;
    }
    if (!found) break;
  }
  return bound;
}

ReadBound read_right_bound(const SentenceView& s, int last) {
  static constexpr WordList kFirstWords = {"or", "and", "plus", "+", "odd", "at"};
  const int begin = s.binds(last) ? last + 1 : last;
  if (!s.is_one_of(begin, kFirstWords)) return {Bound::kExact, last};
  for (const Phrase& phrase : kRight) {
    const int words = length(phrase);
    if (!stands_at(s, phrase, begin, words)) continue;
    // "20 plus 5" adds; "20-plus people" bounds.
    if (phrase.words[0] == "plus" && begin == last && s.is_kind(begin + 1, TokenKind::kNumber))
      continue;
    if (phrase.words[0] == "odd" && begin == last) continue;
    return {phrase.bound, begin + words};
  }
  return {Bound::kExact, last};
}

Bound combine_bounds(Bound left, Bound right) {
  if (left == Bound::kExact || left == Bound::kAbout) return right == Bound::kExact ? left : right;
  return left;
}

}  // namespace figured::claims
