// age    := person [ "," ] "in" possessive [ phase [ "-" ] ] decade | be [ adverb ] "in" ...
// phase  := "early" | "mid" | "late"
// decade := tens ( "s" | "'s" ) | "twenties" | "thirties" | ...
#include "claims/figures/decade_age.h"

#include <cmath>

#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

// Where in a decade its parts lie; people mean no more than that by them.
struct Phase {
  std::string_view word;
  double from;
  double to;
};
constexpr Phase kPhases[] = {{"early", 0, 4}, {"mid", 3, 7}, {"late", 6, 9}};

// The tens, and the token behind the decade; 0 when none begins there.
double decade_at(const SentenceView& s, int at, int& last) {
  const Token& token = s.at(at);
  if (token.word->number_role == NumberRole::kDecade) {
    last = at + 1;
    return token.word->low();
  }
  if (token.kind != TokenKind::kNumber || !token.plain_digits || token.text.size() != 2 ||
      s.at(at + 1).spaced)
    return 0;
  last = at + 2;
  const bool tens = std::fmod(token.number, 10) == 0 && token.number >= 20;
  const bool ends = s.lower_is(at + 1, "s") || s.is_kind(at + 1, TokenKind::kPossessiveEnd);
  return tens && ends ? token.number : 0;
}

bool is_person_noun(const SentenceView& s, int i) {
  return s.is_word(i) &&
         (s.at(i).word->topic == Topic::kPerson || (s.at(i).cues & kPersonCue) != 0);
}

// "a man | in his 40s", "Leo Berg, | in his 40s", "is believed to be | in her 60s"
bool describes(const SentenceView& s, int in) {
  int i = in - 1;
  if (s.at(i).text == "," || s.at(i).text == "(") {
    --i;
    return is_person_noun(s, i) || (s.at(i).capital && !s.is(i, kMonth | kWeekday));
  }
  while (s.is(i, kAdverb) || s.lower_is(i, "both") || s.lower_is(i, "all")) --i;
  return is_person_noun(s, i) || s.is(i, kBe);
}

}  // namespace

std::optional<DecadeAge> read_decade_age(const SentenceView& s, int at) {
  DecadeAge age;
  const double tens = decade_at(s, at, age.last);
  if (tens == 0) return std::nullopt;
  age.core = at;
  age.low = tens;
  age.high = tens + 9;
  int before = s.is_kind(at - 1, TokenKind::kHyphen) ? at - 2 : at - 1;
  for (const Phase& phase : kPhases) {
    if (!s.lower_is(before, phase.word)) continue;
    age.low = tens + phase.from;
    age.high = tens + phase.to;
    --before;
    break;
  }
  age.first = before - 1;
  if (!s.is(before, kPossessive) || !s.lower_is(age.first, "in") || !describes(s, age.first))
    return std::nullopt;
  return age;
}

}  // namespace figured::claims
