// ParentSubject finds whose children a figure counts: "Ana Ruiz, 34, a mother of
// four", "mother of four Ana Ruiz", "Ruiz was a mother of four".
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/measures/measure_reader.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// Nobody where the measure is not of children by their parent; else as for read_subject.
ReadSubject read_parent_subject(const SentenceView& sentence, const ReadFigure& figure,
                                const ReadMeasure& measure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text);

}  // namespace figured::claims
