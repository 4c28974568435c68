// Inflection: the regular forms of English words.  What is irregular is told
// by tables (lexicon/en/inflection.tsv, WordNet's *.exc), not here.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace figured::claims {

struct VerbForms {
  std::string base;
  std::string s_form;
  std::string past;
  std::string participle;
  std::string ing_form;
};

// All of these take a lower-case base form of at least one letter.  A final
// consonant is never doubled: "stoped"; the tables say where it is.
VerbForms regular_verb(std::string_view base);
std::string regular_plural(std::string_view noun);

// "big" has none by rule for want of a doubled letter; "beautiful" has none at
// all: only short adjectives are compared by an ending.
struct Comparison {
  std::string comparative;
  std::string superlative;
};
std::optional<Comparison> regular_comparison(std::string_view adjective);

}  // namespace figured::claims
