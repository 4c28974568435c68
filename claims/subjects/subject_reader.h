// SubjectReader tells whose quantity a figure is: "Ford" of "Ford's 3,000
// workers", "Ford said it will cut 3,000 jobs", "profits of Ford".
//
// The rules are tried from the closest tie to the loosest: the person of an age,
// a possessive, "of" behind the counted noun, "by" behind the verb, the subject
// of the clause.  Those who are killed, hurt or held belong to nobody.
#pragma once
#include <string_view>

#include "claims/measures/measure_reader.h"
#include "claims/subjects/phrase_owner.h"
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// The rule of "3,000 nurses could lose their homes": nobody owns them.
inline constexpr std::string_view kThoseCounted = "those counted act";

// `speaker` is who says the sentence, for "we" and "I"; `country` the one the
// article is about, for its economy; `in_text`: the sentence
// is one of the text that `sides` was built of, else names only are resolved.
ReadSubject read_subject(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, const ArticleSides& sides,
                         std::string_view speaker, std::string_view country, bool in_text);

}  // namespace figured::claims
