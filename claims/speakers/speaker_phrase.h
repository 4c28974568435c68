// SpeakerPhrase: the noun phrase that names who speaks.
//
// "Nasrat Rahimi" of "Interior Ministry spokesman Nasrat Rahimi", "officials in
// Berlin", "a report by the World Bank", "Ukraine's government", "she".  A name
// is given with the titles written as part of it and without a described office.
#pragma once
#include <cstdint>

#include "claims/text/sentence_view.h"

namespace figured::claims {

enum class PhraseKind : std::uint8_t {
  kNone,     // no noun phrase stands there
  kName,     // a person or a body by name
  kNoun,     // a described speaker: "officials in Berlin"
  kPronoun,  // "he"; also "who", "which" and "that"
};

struct SpeakerPhrase {
  PhraseKind kind = PhraseKind::kNone;
  int first = 0;  // tokens [first, last): the words that name the speaker
  int last = 0;
  int begin = 0;  // tokens [begin, end): all of the phrase, with articles,
  int end = 0;    // titles and appositions
  int head = -1;  // the token that tells what kind of speaker it is
  explicit operator bool() const { return kind != PhraseKind::kNone; }
};

// The phrase that ends right before token `last`; an apposition between commas
// or in brackets ("Berman, 42,") is passed over.
SpeakerPhrase phrase_before(const SentenceView& sentence, int last);

// The phrase that begins at token `first`.
SpeakerPhrase phrase_after(const SentenceView& sentence, int first);

// The subject of a clause that begins at token `first` with it, its verb not
// being known: the first name or speaker noun.
SpeakerPhrase subject_after(const SentenceView& sentence, int first);

// The nearest document left of token `last` in its clause: "poll" of "a poll
// released last week".
SpeakerPhrase document_before(const SentenceView& sentence, int last);

}  // namespace figured::claims
