// is_one_of: whether a word of a sentence stands in a short list of lower-case words.
#pragma once
#include <string_view>

#include "claims/sentence_view.h"

namespace figured::claims {

// Most words are told apart by length and first letter.
template <std::size_t size>
bool is_one_of(const SentenceView& sentence, int i, const std::string_view (&words)[size]) {
  const std::string_view text = sentence.at(i).text;
  if (text.empty()) return false;
  const char first = lower_case(text.front());
  for (const std::string_view word : words) {
    if (word.size() == text.size() && word.front() == first && equals_lower(text, word))
      return true;
  }
  return false;
}

}  // namespace figured::claims
