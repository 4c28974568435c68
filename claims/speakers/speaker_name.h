// SpeakerName: a name as far as it reaches when it stands for who speaks.
//
// Longer than a NameSpan: "Texas Gov. Greg Abbott", "U.S. Bureau of Labor
// Statistics", "Centers for Disease Control and Prevention", "Theresa May".
#pragma once
#include <optional>

#include "claims/text/names.h"

namespace figured::claims {

// The full stop of an abbreviation within a phrase: "U.S. officials", "Gov. Abbott".
bool is_inner_stop(const SentenceView& sentence, int at);

// The name that begins at token `at`.
std::optional<NameSpan> read_speaker_name(const SentenceView& sentence, int at);

// The name that ends right before token `last`.
std::optional<NameSpan> read_speaker_name_before(const SentenceView& sentence, int last);

}  // namespace figured::claims
