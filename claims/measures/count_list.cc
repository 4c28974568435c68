// list := member { ( "," | "and" | "or" ) member }
// member := ( number | article ) noun [ "of" noun ]
#include "claims/measures/count_list.h"

#include "claims/measures/counted_noun.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kListReach = 10;  // members that are looked at
constexpr int kModifiers = 3;   // of a member's noun

// "at least", "more than", "about": the token of the number behind, else `i`.
int behind_bound(const SentenceView& s, int i) {
  static constexpr WordList kAbout = {"about",  "around",  "some", "nearly",
                                      "almost", "roughly", "over"};
  const bool least = s.lower_is(i, "at") && s.lower_is(i + 1, "least");
  const bool more = s.lower_is(i, "more") && s.lower_is(i + 1, "than");
  const int number = least || more ? i + 2 : s.is_one_of(i, kAbout) ? i + 1 : i;
  return begins_count(s, number) ? number : i;
}

// "other automatic rifles", "loaded magazines"
int member_head(const SentenceView& s, int i) {
  int head = phrase_head(s, i);
  for (int words = 0; head < 0 && words < kModifiers && s.is_word(i); ++words) {
    if (!s.is(i, kOther) && !s.at(i).word->can_be(kAdjectiveForms | kVerbParticiple)) break;
    head = phrase_head(s, ++i);
  }
  return head;
}

// ", cartridges and grenades": members without a number.
bool is_bare_member(const SentenceView& s, int i) {
  return s.is_word(i) && is_plural_noun(s.at(i)) && !s.at(i).capital &&
         s.at(i).word->can_be(kNounPlural) && !s.at(i).word->is(kSay);
}

}  // namespace

int behind_noun(const SentenceView& s, int head) {
  int i = head + 1;
  if (s.binds(i) && !s.is_word(i + 1)) {
    i += 2;
    if (s.lower_is(i, "s") && !s.at(i).spaced) ++i;
  }
  const int stuff = s.lower_is(i, "of") ? phrase_head(s, i + 1) : -1;
  return stuff >= 0 ? stuff + 1 : i;
}

bool begins_count(const SentenceView& s, int i) {
  const NumberRole role = s.at(i).word->number_role;
  return s.is_kind(i, TokenKind::kNumber) ||
         (s.is_word(i) && role != NumberRole::kNone && role != NumberRole::kFraction);
}

int after_list(const SentenceView& s, int i) {
  const int begin = i;
  // "AK-47s, three rifles": the rest of the first noun.
  i = behind_noun(s, i - 1);
  for (int member = 0; member < kListReach; ++member) {
    int at = i;
    if (s.at(at).text == ",") ++at;
    if (s.lower_is(at, "and") || s.lower_is(at, "or")) ++at;
    if (at == i) return member > 0 ? i : begin;
    const bool article = s.is(at, kDeterminer | kPossessive);
    at = article ? at + 1 : behind_bound(s, at);
    if (!article && !begins_count(s, at) && !is_bare_member(s, at)) return member > 0 ? i : begin;
    for (int words = 0; words < 6 && begins_count(s, at); ++words) ++at;
    const int head = member_head(s, at);
    // "12 people and injured 40": no noun, no member.
    if (head < 0 || s.at(head).word->has_role(kAdjective)) return member > 0 ? i : begin;
    i = behind_noun(s, head);
  }
  return i;
}

}  // namespace figured::claims
