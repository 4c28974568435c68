// SideFinder tells which side the words of a sentence speak of.
//
// It resolves a name to its full form, a pronoun or "the company" to the side
// meant, "we" to the one who speaks.  SubjectReader knows where to look.
#pragma once
#include <string>
#include <string_view>

#include "claims/subjects/article_sides.h"

namespace figured::claims {

struct ReadSubject {
  std::string name;  // in full; "" when the figure is nobody's
  SideKind kind = SideKind::kNone;
  Span words;             // that gave it
  std::string_view rule;  // "possessive"; "" when there is none
};

class SideFinder {
 protected:
  SideFinder(const SentenceView& sentence, const ArticleSides& sides, std::string_view speaker,
             bool in_text)
      : s_(sentence), sides_(sides), in_text_(in_text), speaker_(speaker) {}

  // Each takes note of the side and is true, or is false when there is none there.
  bool found(std::string_view name, SideKind kind, int first, int last, std::string_view rule);
  bool found_side(int side, int at, std::string_view rule);
  // The name without titles, by its full form.
  bool found_name(const NameSpan& name, std::string_view rule);
  // A pronoun or a noun that stands for a side; "he" of a quotation is not who
  // speaks.
  bool found_reference(int at, std::string_view rule);

  // "they": the people named last in the sentence, else those that the one before
  // begins with.
  bool found_people(int at, std::string_view rule);

  // The owner before the possessive ending at token `end`.
  bool found_owner(int end, std::string_view rule);

  // Whether the word can stand for a side: "it", "the company".
  bool is_reference(int at) const;
  // "the company", "this new state", "the Orsk company": not "a company".
  bool names_known_side(int noun) const;
  // "U.S. customers", "Russian troops": a place that tells which ones.
  bool is_adjective(const NameSpan& name) const;
  // "the Ruiz administration"
  bool is_rule_of(const NameSpan& name, int noun) const;
  // The pronoun stands in a quotation whose speaker it does not name: "he" is
  // somebody else.
  bool is_told_by_other(int at) const;
  bool is_date(int at) const { return s_.is(at, kMonth | kWeekday | kDayWord); }

  const SentenceView& s_;
  const ArticleSides& sides_;
  const bool in_text_;
  const std::string_view speaker_;
  ReadSubject out_;
};

}  // namespace figured::claims
