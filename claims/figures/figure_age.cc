#include "claims/figures/figure_age.h"

#include "claims/figures/figure_bounds.h"
#include "claims/measures/counted_noun.h"

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

namespace {

// "who was then 18", "she was only 12"
constexpr WordList kAtThatTime = {"then", "only", "just", "already", "still", "barely"};

// "Lane" of "since Lane was 16", not "the toll in Orsk was 16", "turnout was 16".
bool ends_name(const SentenceView& s, int last) {
  const Word& word = *s.at(last).word;
  if (!s.is_word(last) || !s.at(last).capital || word.place != kNoIndex) return false;
  int first = last;
  while (s.is_word(first - 1) && s.at(first - 1).capital) --first;
  if (s.is(first - 1, kPreposition) && !s.is(first - 1, kClauseBreak)) return false;
  // At the start of a sentence every word has a capital.
  return last != s.first() || word.forms == 0;
}

// "who was 18 when", "She is 29.", "Lane was 16 at the time"
bool is_age_of_subject(const SentenceView& s, const Amount& amount) {
  const int next = amount.last;
  int verb = amount.first - 1;
  while (s.is_one_of(verb, kAtThatTime)) --verb;
  const bool be = s.lower_is(verb, "was") || s.lower_is(verb, "is") || s.lower_is(verb, "turned");
  const bool told_when =
      s.lower_is(next, "when") ||
      (s.lower_is(next, "at") && s.lower_is(next + 1, "the") && s.lower_is(next + 2, "time"));
  if (s.lower_is(verb, "was") && told_when && ends_name(s, verb - 1)) return true;
  // "by the time they were 58"
  const bool of_many = s.lower_is(verb, "were") && s.lower_is(verb - 1, "they") &&
                       (s.lower_is(verb - 2, "time") || s.lower_is(verb - 2, "when"));
  const bool person = s.is(verb - 1, kPersonPronoun) || s.lower_is(verb - 1, "who");
  if (!of_many && (!be || !person)) return false;
  return !s.has(next) || told_when || s.at(next).text == "." || s.at(next).text == "," ||
         (s.lower_is(next, "at") && s.lower_is(next + 1, "the"));
}

// "Her sons are 19 and 20", "his daughter is 7": how old one's people are.
bool is_age_of_owned(const SentenceView& s, const Amount& amount) {
  const bool second =
      s.lower_is(amount.first - 1, "and") && s.is_kind(amount.first - 2, TokenKind::kNumber);
  const int be = second ? amount.first - 3 : amount.first - 1;
  const Token& noun = s.at(be - 1);
  if (!s.is(be, kBe) || !s.is(be - 2, kPossessive) || noun.kind != TokenKind::kWord ||
      noun.word->topic != Topic::kPerson)
    return false;
  const bool first =
      !second && s.lower_is(amount.last, "and") && s.is_kind(amount.last + 1, TokenKind::kNumber);
  return !s.is_word(first ? amount.last + 2 : amount.last);
}

// "a birth date that makes her 52"
bool is_age_given(const SentenceView& s, const Amount& amount) {
  const int person = amount.first - 1, verb = amount.first - 2;
  const bool given = s.lower_is(verb, "making") || s.lower_is(verb, "makes") ||
                     s.lower_is(verb, "made") || s.lower_is(verb, "make");
  return given && (s.lower_is(person, "him") || s.lower_is(person, "her")) &&
         !s.is_word(amount.last);
}

// "two brothers, 17 and 22,": of several persons each.
bool is_age_of_several(const SentenceView& s, const Amount& amount) {
  const bool begins = s.at(amount.first - 1).text == ",";
  const int person = begins ? amount.first - 2 : amount.first - 4;
  const int other = begins ? amount.last + 1 : amount.first - 2;
  const int end = begins ? other + 1 : amount.last;
  const int joint = begins ? amount.last : amount.first - 1;
  if (!s.lower_is(joint, "and") || !s.is_kind(other, TokenKind::kNumber) ||
      (!begins && s.at(amount.first - 3).text != ","))
    return false;
  const Token& noun = s.at(person);
  return noun.kind == TokenKind::kWord && noun.word->topic == Topic::kPerson &&
         is_plural_noun(noun) && (s.at(end).text == "," || s.at(end).text == ".");
}

// "ages 6 and 16", "age 6 and 16"
bool ends_ages(const SentenceView& s, int first) {
  return s.lower_is(first - 1, "and") && s.is_kind(first - 2, TokenKind::kNumber) &&
         (s.lower_is(first - 3, "ages") || s.lower_is(first - 3, "aged") ||
          s.lower_is(first - 3, "age"));
}

}  // namespace

bool begins_ages(const SentenceView& s, int first) {
  return s.lower_is(first - 1, "from") && s.lower_is(first - 2, "age") &&
         s.lower_is(first - 3, "in");
}

bool is_aged(const SentenceView& s, int first) {
  if (ends_ages(s, first) || begins_ages(s, first)) return true;
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
  if (is_aged(s, amount.first) || is_age_of_subject(s, amount) || is_age_given(s, amount) ||
      is_age_of_owned(s, amount) || (!n.worded && is_age_of_several(s, amount)))
    return true;
  if (s.at(amount.first - 1).text != "," || n.worded || !names_person(s, amount.first - 2))
    return false;
  const std::string_view next = s.at(amount.last).text;
  if (!s.at(amount.first - 2).capital) return next == ",";
  return next == "," || next == "." || next == ")" || next == ";" || !s.has(amount.last);
}

}  // namespace figured::claims
