// list := member { ( "," | "and" | "or" ) member } ; member := ( number | article ) noun
#include "claims/measures/count_list.h"

#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kListReach = 5;  // members that are looked at

}  // namespace

bool begins_count(const SentenceView& s, int i) {
  const NumberRole role = s.at(i).word->number_role;
  return s.is_kind(i, TokenKind::kNumber) ||
         (s.is_word(i) && role != NumberRole::kNone && role != NumberRole::kFraction);
}

int after_list(const SentenceView& s, int i) {
  for (int member = 0; member < kListReach; ++member) {
    int at = i;
    if (s.at(at).text == ",") ++at;
    if (s.lower_is(at, "and") || s.lower_is(at, "or")) ++at;
    if (at == i) return i;
    const bool article = s.is(at, kDeterminer | kPossessive) || s.lower_is(at, "at");
    if (s.lower_is(at, "at") && s.lower_is(at + 1, "least")) ++at;
    if (article) ++at;
    if (!article && !begins_count(s, at)) return i;
    for (int words = 0; words < 6 && begins_count(s, at); ++words) ++at;
    const int head = phrase_head(s, at);
    // "12 people and injured 40": no noun, no member.
    if (head < 0 || s.at(head).word->has_role(kAdjective)) return i;
    i = head + 1;
  }
  return i;
}

}  // namespace figured::claims
