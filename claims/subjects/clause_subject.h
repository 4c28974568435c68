// ClauseSubject finds who acts in the clause that governs a figure.
//
// The nearest name, pronoun or "the company" to the left that stands before a
// finite verb and behind no preposition.  When a thing is the subject ("the desk
// was"), its owner; when a company tells of a thing, the company.
#pragma once
#include "claims/subjects/side_finder.h"

namespace figured::claims {

// `figure` is the first token of the figure; the rest as for read_subject.
ReadSubject read_clause_subject(const SentenceView& sentence, int figure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text);

}  // namespace figured::claims
