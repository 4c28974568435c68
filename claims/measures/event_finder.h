// EventFinder: what all that seek the event of a count need, the words around it and
// the events that single words tell.
#pragma once
#include "claims/measures/counted_event.h"

namespace figured::claims {

class EventFinder {
 public:
  // Both must outlive the finder.
  EventFinder(const SentenceView& sentence, const CountedPhrase& phrase)
      : s_(sentence), p_(phrase) {}

 protected:
  const Word& word(int i) const { return *s_.at(i).word; }
  static const Event& event(std::int16_t index) { return Lexicon::english().event(index); }
  int head() const { return p_.noun.head; }

  // Makes `event`, which the word at `at` gave, what is found; false for kNoIndex.
  bool take(std::int16_t event, int at, std::string_view rule);

  // Takes the event of the word at `at` in one of the roles (WordRole) given.
  bool set(int at, std::uint8_t roles, std::string_view rule) {
    return take(event_at(at, roles), at, rule);
  }

  // The event of the word at `at`, with its particle or its first noun before the
  // plain one.
  std::int16_t event_at(int at, std::uint8_t roles) const;

  // "the report of 12 pages": a word that is a noun as well, behind a determiner.
  bool is_noun_here(int i) const;

  const SentenceView& s_;
  const CountedPhrase& p_;
  CountedEvent out_;
};

}  // namespace figured::claims
