// PhraseOwner finds the owner that the phrase around a figure names: "Velmont's 300
// drivers", "members of the Front", "12 jobs Velmont cut", "14 Peruvian raids".
#pragma once
#include "claims/measures/measure_reader.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// The rule of "members of the Front".
inline constexpr std::string_view kOwnerBehind = "owner behind \"of\"";

// As read_subject.
ReadSubject read_phrase_owner(const SentenceView& sentence, const ReadFigure& figure,
                              const ReadMeasure& measure, const ArticleSides& sides,
                              std::string_view speaker, bool in_text);

}  // namespace figured::claims
