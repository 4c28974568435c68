// FormTable inflects the words of WordNet and gathers, for each form, what it
// can be.
//
// Counts are of base forms; a form gets the share that such forms have of
// English text, so that "reports" weighs the plural of a noun against the
// "-s" form of a verb.
#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon/generator/wordnet.h"
#include "claims/lexicon/word_grammar.h"

namespace figured::claims::generator {

// Our own tables beside WordNet.
struct Inflections {
  std::vector<std::string> invariant, plural, unchanged;
  std::map<std::string, std::array<std::string, 2>> strong;  // base: past, participle
};

// Rows of lexicon/en/inflection.tsv.  Throws std::runtime_error naming a bad row.
Inflections parse_inflections(std::string_view table);

// Adds the rows of lexicon/en/additions.tsv; a word that WordNet has keeps its count.
void add_words(std::string_view table, WordNet& wordnet);

struct Form {
  std::array<double, 4> weights{};  // noun, verb, adjective, adverb
  std::uint16_t forms = 0;
  const Lemma* noun = nullptr;  // the usual of the nouns that have this form
  double noun_weight = 0;
  std::string noun_base;
  double verb_weight = 0;
  std::string verb_base;
};

using Forms = std::map<std::string, Form>;

Forms inflect(const WordNet& wordnet, const Inflections& inflections);

// What is packed into the binary for a form; `endings` grows by the endings
// that base forms need.
WordGrammar grammar_of(const std::string& text, const Form& form,
                       std::vector<std::string>& endings);

}  // namespace figured::claims::generator
