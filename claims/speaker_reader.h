// SpeakerReader finds who says what a sentence tells.
//
// "Nazary said", "said Ali Nazary, spokesman", "according to police", "he said"
// (the last who spoke), and for a quotation whose sentence names nobody the one
// who speaks in the rest of its paragraph.
#pragma once
#include <string>
#include <vector>

#include "claims/sentence_view.h"

namespace figured::claims {

class SpeakerReader {
 public:
  explicit SpeakerReader(const Tokens& tokens);

  // Who says the figure at token `at` of sentence number `sentence`; "" when
  // the article itself does.
  std::string speaker(std::size_t sentence, int at) const;

 private:
  std::string read_sentence(const SentenceView& s);
  std::string subject_of(const SentenceView& s, int verb) const;
  std::string name_after(const SentenceView& s, int at) const;
  std::string resolve(std::string speaker);

  const Tokens& tokens_;
  std::vector<std::string> speakers_;  // one a sentence; "" = none named
  std::string last_person_;
};

}  // namespace figured::claims
