// The forms of English words, written into the binary at build time by
// lexicon/generator.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "claims/lexicon/word_grammar.h"

namespace figured::claims::tables {

// word_hash of a form with its low 16 bits replaced by the form's place in
// kGrammars, counted from 1; in rising order.
extern const std::span<const std::uint64_t> kForms;
extern const std::span<const WordGrammar> kGrammars;
extern const std::span<const std::string_view> kEndings;

}  // namespace figured::claims::tables
