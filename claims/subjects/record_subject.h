// Whose record of games a figure is a part of: "Vela (38-6-1, 20 KOs)", "Vela, 38-6-1,".
#pragma once
#include "claims/measures/measure_reader.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// As read_subject; empty for a figure of no record, and where no name stands before it.
ReadSubject read_record_subject(const SentenceView& sentence, const ReadFigure& figure,
                                const ReadMeasure& measure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text);

}  // namespace figured::claims
