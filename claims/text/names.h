// Names: the capitalised words that tell what a text is about.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// A run of capitalised words, tokens [first, last), a hyphen or "of the" within
// allowed: "National Resistance Front of Afghanistan".
struct NameSpan {
  int first = 0;
  int last = 0;
};

// The name that begins at token `at`; none when the word there is no name, such
// as a capital at the head of a sentence that is a common word.
inline std::optional<NameSpan> read_name(const SentenceView& sentence, int at) {
  const int length = sentence.at(at).name_length;  // mark_names() has found it
  if (length == 0) return std::nullopt;
  return NameSpan{at, at + length};
}

// A name that ends right before token `last`.
std::optional<NameSpan> read_name_before(const SentenceView& sentence, int last);

// Finds the names of a text: what read_name() tells from then on.
void mark_names(Tokens& tokens);

// The key of a word of a name, the same in capitals and in small letters.
NameKey name_key(std::string_view word);
// Likewise; a demonym has the key of its country.
NameKey name_key(const Token& token);

// The keys of a document's names: sorted, none twice, at most kMaxNames, those
// met most often kept.
inline constexpr std::size_t kMaxNames = 64;
std::vector<NameKey> collect_names(const Tokens& title, const Tokens& text);

// What these keys are of, in their order: the words in small letters, of a place or its people
// the place's name.
std::vector<std::string> name_words(const Tokens& text, const std::vector<NameKey>& names);

}  // namespace figured::claims
