// The offices that people are called by: "Gov. Ruiz" is meant by "the governor".
#pragma once
#include <cstdint>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// The word_hash of a title, of an abbreviation that of what it stands for.
std::uint64_t title_key(const TokenText& word);

// Key of the office named at token `at`, "president" or "attorney general"; two words
// make another office than one of them.
std::uint64_t office_key(const SentenceView& sentence, int at);

// Key of the office that stands before the name which begins at token `name`, "Gov. Ana
// Ruiz"; 0 when none does, and of one that is held no more: "former Governor Ruiz".
std::uint64_t office_before(const SentenceView& sentence, int name);

}  // namespace figured::claims
