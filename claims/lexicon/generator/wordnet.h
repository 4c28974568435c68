// WordNet read from its database files (wndb(5)): the single words of English
// with their parts of speech, counts and kinds.
//
// Entries of several words, and those with digits or signs in them, which no
// token of a text is, are left out.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "claims/lexicon/word_grammar.h"

namespace figured::claims::generator {

struct NounSense {
  Topic topic = Topic::kNone;
  Naming naming = kCommonNoun;
};

// One word as one part of speech.
struct Lemma {
  double count = 0;  // how often the tagged texts have it, plus a little for each sense
  std::vector<NounSense> senses;  // of a noun, the usual first
};

// By base form in lower case.
using Lemmas = std::map<std::string, Lemma>;
// Base form to its irregular forms.
using Exceptions = std::multimap<std::string, std::string>;

struct WordNet {
  Lemmas nouns, verbs, adjectives, adverbs;
  Exceptions noun_forms, verb_forms, adjective_forms;
};

// Throws std::runtime_error that names a file that is missing or not what
// wndb(5) says.
WordNet read_wordnet(const std::filesystem::path& directory);

// "person" and the other names of lexnames(5) without "noun."
Topic topic_named(const std::string& name);

}  // namespace figured::claims::generator
