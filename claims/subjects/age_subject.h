// AgeSubject finds whose age a figure is: "Ana Ruiz, 44", "the 32-year-old Moran",
// "she turned 30", "died at the age of 66".
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// `figure` is an age; the rest as for read_subject.
ReadSubject read_age_subject(const SentenceView& sentence, const ReadFigure& figure,
                             const ArticleSides& sides, std::string_view speaker, bool in_text);

}  // namespace figured::claims
