// AntecedentNoun finds the noun of a count that has none behind it, where the
// words point to it elsewhere in the sentence.
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// "cut from nine to six the number of jurors", "the number of beds to be added,
// 12,000"; the token of the noun, -1 when there is none.
int number_of_head(const SentenceView& sentence, const ReadFigure& figure);

// "all members but four": what is said is said of the others.
bool is_exception(const SentenceView& sentence, const ReadFigure& figure);

// "another pick or two": the noun before "or"; -1 when there is none.
int head_before_or(const SentenceView& sentence, int first);

// "3,000 of them", "two who fled", "all members but four"
bool refers_back(const SentenceView& sentence, const ReadFigure& figure);

// The noun such a count refers to: "orders" of "orders, more than 3,000 of them".
int antecedent_head(const SentenceView& sentence, const ReadFigure& figure);

// "flights" of "10 of about 80 scheduled flights"
int whole_head(const SentenceView& sentence, const ReadFigure& figure);

}  // namespace figured::claims
