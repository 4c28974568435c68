// MeasureReader tells what a figure measures: the event or quality it is said
// of, and the kind of thing that is counted.
//
// "killed 42 people", "42 people were killed", "42 dead", "a death toll of 42"
// are all people.killed; "net income of $5 million" is money.net_income.  An
// empty measure means that nothing was recognised; such a claim is kept but
// belongs to no fact others can join.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "claims/figures/figure_reader.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {

struct ReadMeasure {
  std::string measure;
  // Head of what is counted, as written; of money, percent and units the noun of
  // the quantity: "turnover", "stake", "age", "distance".
  std::string noun;
  std::string restriction;  // "child" of "12 children killed"; "" for people as such
  std::string nation;       // "Thailand" of "12 Thai boys"
  std::int16_t event = kNoIndex;
  int head = -1;         // token of the noun behind the figure
  int verb = -1;         // the token that gave the event, for attachment
  int first = -1;        // tokens [first, figure_last) of the figure
  int figure_last = -1;  //
  int last = -1;         // the token behind the figure and its noun
  // From what an interval is counted; "" when the words do not say it.
  std::optional<std::string> reference;
  bool bare = false;    // only people as such, or the unit, are told
  bool change = false;  // by how much a quantity changed
  bool start = false;   // where a change began: "from 100 to 120"
  // "Others" only than those of another event before: "killed 30 and hurt 12 others".
  bool contrasted = false;
  bool part = false;   // one of several parts of the figure before
  bool parts = false;  // of parts that are listed behind it: "- three by fire, two by smoke"
  // Of what the sentence opens with, or a part of it: "of the 40 seats, Moran holds 21".
  bool of_opening = false;
  bool of_kind = false;  // all of one kind: "those arrested included 12 sailors"
  bool listed = false;   // one of several counts of one list: a part of their sum
  std::string dimension;
  Span words;             // of the words that gave the measure; {0,0} when it was inherited
  std::string_view rule;  // why, in a short phrase; "" when nothing was recognised

  // Notes why; `word` is the token that gave the measure, -1 for none.
  void give_rule(const SentenceView& sentence, std::string_view why, int word) {
    rule = why;
    if (word >= 0) words = sentence.at(word).span;
  }
};

// What a parent has: "a mother of four".
inline constexpr std::string_view kOffspring = "child.offspring";

// `previous`: the measure of the figure before in the same sentence, which a
// part of it borrows ("killing 70, six of them nurses").
ReadMeasure read_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure* previous);

}  // namespace figured::claims
