// CountKind: what sort of thing a count's noun is, by which its measure is named.
#pragma once
#include <string_view>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

class CountKind {
 public:
  // Both must outlive it; it goes by the head and the event that `measure` has when asked.
  CountKind(const SentenceView& sentence, const ReadMeasure& measure) : s_(sentence), m_(measure) {}

  // The class of the head, null where the tables have none.
  const Noun* noun_class() const;

  // Its kind: "carrier" for people as such, "person", "armed", "thing", ...; "" when not known.
  // Bare numbers take their kind from what stands around them: people as such.
  std::string_view kind() const;

  bool counts_people() const;

  // "gunned down 30 clerks": only people are murdered, arrested or kidnapped, and
  // their own noun keeps them apart from others.
  bool is_unknown_person() const;

  // Whether token `i` is a name by its capital.
  bool is_name(int i) const;

 private:
  const Word& word(int i) const { return *s_.at(i).word; }

  // "pirates", "officials": a noun whose first meaning is a person.
  bool is_person(int i) const;

  const SentenceView& s_;
  const ReadMeasure& m_;
};

}  // namespace figured::claims
