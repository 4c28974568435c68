// NewsOwner tells whose an amount is by what the news is about: "unemployment fell to 4.2
// percent" is the country's, "sales rose 5 percent" the company's that reports.
#pragma once
#include "claims/measures/measure_reader.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// The country that the article is about, when the words around the figure tell of an
// economy; an empty name otherwise.
ReadSubject read_economy(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, const ArticleSides& sides,
                         std::string_view country, bool in_text);

// Whom the article tells of, when an amount that its words give nobody can be theirs.
ReadSubject read_main_owner(const SentenceView& sentence, const ReadFigure& figure,
                            const ReadMeasure& measure, const ArticleSides& sides, bool in_text);

}  // namespace figured::claims
