// CountContext: what the words around a count tell of it before any event is
// sought: that it is a whole, a parent's children, a quake's magnitude, or goes on
// with the count before.
#pragma once
#include "claims/measures/measure_reader.h"

namespace figured::claims {

// "a mother of 12", "a father of two sons": their children, whatever befell them.
// `head`: of what is counted, -1 for a bare number.
bool counts_children(const SentenceView& sentence, const ReadFigure& figure, int head);

// "six short of the 50": what is missing, not what there is.  `head` as above.
bool is_gap(const SentenceView& sentence, const ReadFigure& figure, int head);

// "a seven-point lead"
bool is_margin(const SentenceView& sentence, int head);

// "The 1,450-delegate threshold", "a 60-vote procedural minimum": what it takes, not what
// there is.
bool is_threshold(const SentenceView& sentence, const ReadFigure& figure, int head);

// "two quakes, measuring 7.6 and 7.4"
bool is_bare_magnitude(const SentenceView& sentence, const ReadFigure& figure,
                       const ReadMeasure* previous);

// "144 of its 578 schools": the number of the whole, whatever befell the part.
bool is_whole(const SentenceView& sentence, const ReadFigure& figure, const ReadMeasure* previous);

// "is set to decline by 6,300", "with 750 fewer jobs": how far it moves, not where it stands.
bool is_changed_by(const SentenceView& sentence, const ReadFigure& figure);

// "from 30 to 70": the end of a change measures what its start does.
bool ends_change(const SentenceView& sentence, const ReadFigure& figure,
                 const ReadMeasure* previous);

// "Nine were hurt - four by smoke and the other five by glass": a bare number that
// lists a part of the figure before.
bool is_one_of_parts(const SentenceView& sentence, const ReadFigure& figure,
                     const ReadMeasure* previous);

// "expelled 48 from the embassy and 12 from the mission", "30 seats to the rival's
// 24", "about 300, or a total of 720": a bare number that goes on counting what the figure before
// counts.
bool continues_count(const SentenceView& sentence, const ReadFigure& figure,
                     const ReadMeasure* previous);

// "Of the 40 seats": what a sentence opens with, and later counts are parts of.
bool opens_with_whole(const SentenceView& sentence, const ReadFigure& figure);

// "Of the 40 seats the north holds 21 and the south nine": a bare number of the whole that
// the figure before opened with, or is a part of.
bool is_part_of_opening(const SentenceView& sentence, const ReadFigure& figure,
                        const ReadMeasure* previous);

}  // namespace figured::claims
