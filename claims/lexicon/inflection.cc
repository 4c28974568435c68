#include "claims/lexicon/inflection.h"

namespace figured::claims {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_hiss(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with("sh") ||
         word.ends_with("ch") || word.ends_with('z');
}

// A final y behind a consonant: "city", not "day".
bool ends_with_soft_y(std::string_view word) {
  return word.size() > 1 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

// "echo", "undergo", not "video".
bool ends_with_hard_o(std::string_view word) {
  return word.size() > 1 && word.ends_with('o') && !is_vowel(word[word.size() - 2]);
}

std::string without_last(std::string_view word) {
  return std::string(word.substr(0, word.size() - 1));
}

int syllables(std::string_view word) {
  int groups = 0;
  bool in_vowels = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool silent_e = word[i] == 'e' && i + 1 == word.size() && i > 0 && word[i - 1] != 'l';
    const bool vowel = (is_vowel(word[i]) || (word[i] == 'y' && i > 0)) && !silent_e;
    groups += vowel && !in_vowels;
    in_vowels = vowel;
  }
  return groups;
}

bool takes_endings(std::string_view adjective) {
  const int length = syllables(adjective);
  if (length <= 1) return adjective.size() > 2;
  return length == 2 &&
         (ends_with_soft_y(adjective) || adjective.ends_with("le") || adjective.ends_with("ow"));
}

}  // namespace

VerbForms regular_verb(std::string_view base) {
  const std::string stem(base);
  const std::string y_stem = ends_with_soft_y(base) ? without_last(base) + 'i' : stem;
  VerbForms forms;
  forms.base = stem;
  forms.s_form =
      y_stem != stem || ends_with_hiss(base) || ends_with_hard_o(base) ? y_stem + "es" : stem + 's';
  forms.past = forms.participle = base.ends_with('e') ? stem + 'd' : y_stem + "ed";
  const bool drops_e = base.size() > 2 && base.ends_with('e') && !base.ends_with("ee") &&
                       !base.ends_with("oe") && !base.ends_with("ye");
  forms.ing_form = (drops_e ? without_last(base) : stem) + "ing";
  return forms;
}

std::string regular_plural(std::string_view noun) {
  if (ends_with_soft_y(noun)) return without_last(noun) + "ies";
  if (ends_with_hiss(noun)) return std::string(noun) + "es";
  return std::string(noun) + 's';
}

std::optional<Comparison> regular_comparison(std::string_view adjective) {
  if (!takes_endings(adjective)) return std::nullopt;
  const std::string stem = ends_with_soft_y(adjective) ? without_last(adjective) + 'i'
                           : adjective.ends_with('e')  ? without_last(adjective)
                                                       : std::string(adjective);
  return Comparison{stem + "er", stem + "est"};
}

}  // namespace figured::claims
