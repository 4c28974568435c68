// toll := toll_noun ( "of" | "to" | "at" | be ) count      "the toll rose to 42"
//       | "number of" those be count                       "the number of dead is 42"
#include "claims/measures/toll_before_count.h"

#include "claims/measures/event_finder.h"
#include "claims/text/aside.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kTollReach = 16;  // tokens from the count back to "toll", asides left out
constexpr int kNounReach = 9;   // tokens to another such noun

class TollFinder : private EventFinder {
 public:
  using EventFinder::EventFinder;

  CountedEvent run() { return of_toll() ? out_ : CountedEvent(); }

 private:
  bool of_toll() {
    if (head() >= 0 && word(head()).has_role(kToll))
      return set(head(), kToll, "toll of the figure");
    bool joined = false;
    int passed = 0;  // tokens of asides
    for (int i = p_.first - 1; i >= p_.first - kTollReach && s_.has(i); --i) {
      // "the toll as of Tuesday (local time) stood at 42"
      if (joined) {
        const int before = before_aside(s_, i);
        passed += i - before;
        i = before;
      }
      if (s_.is_kind(i, TokenKind::kSign)) return false;
      if (s_.lower_is(i, "of") || s_.lower_is(i, "to") || s_.lower_is(i, "at") ||
          s_.is(i, kBe | kRise | kFall | kAttain))
        joined = true;
      // "put the dead at 42"
      if (s_.lower_is(i + 1, "at") && s_.is(i - 1, kDeterminer) && word(i).has_role(kAdjective))
        return set(i, kAdjective, "those put at the figure");
      if (!joined && word(i).has_role(kObjectVerb | kSubjectVerb)) return false;
      // "a crowd of 1,000 broke two windows": the crowd's figure is another.
      if (!joined && is_other_verb(i)) return false;
      if (joined && (s_.lower_is(i, "number") || s_.lower_is(i, "tally"))) return of_number(i);
      if (joined && s_.lower_is(i, "total") && i + 2 < p_.first) return of_number(i);
      // "how many people were injured, the latest count says, is 183"
      if (joined && s_.lower_is(i, "many") && s_.lower_is(i - 1, "how"))
        return of_those_from(i + 1);
      // "put the deaths of the long and hot summer at 412"
      const bool far = p_.first - i - passed > kNounReach && !s_.lower_is(i, "toll") &&
                       !s_.lower_is(p_.first - 1, "at");
      // "March sales rose to 4,000": no march.
      const bool month = s_.is(i, kMonth) && s_.at(i).capital;
      if ((!word(i).has_role(kToll) && !(joined && is_compound_toll(i))) || far || month) continue;
      if (!joined && !s_.lower_is(i, "toll")) return false;
      return set(i, kToll, "toll before the figure");
    }
    return false;
  }

  // "excess mortality", where mortality alone is a rate
  bool is_compound_toll(int i) const {
    return s_.is_word(i) && s_.is_word(i - 1) && word(i - 1).compound && !s_.at(i).capital &&
           (Lexicon::english()
                .find_compound(lower_case(s_.at(i - 1).text), lower_case(s_.at(i).text))
                .roles &
            kToll) != 0 &&
           event_at(i, kToll) != kNoIndex;
  }

  // A past form that leads to no figure: "broke", "threw"; not "hit", "reached", "said".
  bool is_other_verb(int i) const {
    return s_.is_word(i) && word(i).can_be(kVerbPast) && !word(i).can_be(kNounForms) &&
           !s_.is(i, kBe | kHave | kRise | kFall | kAttain | kSay | kEstimate | kLikely) &&
           word(i).dominant == PartOfSpeech::kVerb && !s_.is(i - 1, kBe | kHave | kDeterminer);
  }

  // "the number of dead rose to 42", "the number of people killed stood at 42"
  bool of_number(int number) {
    return s_.lower_is(number + 1, "of") && of_those_from(after_determiners(s_, number + 2));
  }

  bool of_those_from(int from) {
    for (int i = from; i < from + 6 && i < p_.first; ++i) {
      if (s_.is(i, kBe) || s_.lower_is(i, "who")) continue;
      if (!s_.is_word(i) || s_.is(i, kPreposition)) return false;
      if (word(i).has_role(kAdjective | kEventNounRole) ||
          (word(i).has_role(kObjectVerb) && (word(i).verb_forms & kPastForm) != 0))
        return set(i, kAdjective | kEventNounRole | kObjectVerb, "number of");
    }
    return false;
  }
};

}  // namespace

CountedEvent toll_before(const SentenceView& sentence, const CountedPhrase& phrase) {
  return TollFinder(sentence, phrase).run();
}

}  // namespace figured::claims
