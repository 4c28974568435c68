// SpeakerMemory knows whom the words for a speaker mean: "he" is the last person
// that spoke or acted, "Smith" the John Smith named before, "the commission" and
// "the governor" those named with that word, "the company" the last body that may
// be called one.
//
// Sentences are handed in as they come; those of no use to a later question are
// never read.
#pragma once
#include <cstdint>

#include <boost/unordered/unordered_flat_map.hpp>

#include "claims/speakers/speaker_phrase.h"
#include "claims/text/names.h"

namespace figured::claims {

class SpeakerMemory {
 public:
  explicit SpeakerMemory(const Tokens& tokens) : tokens_(tokens) {}

  // The words, somewhere before, that name the one meant by a phrase of sentence
  // number `sentence`; empty when it is not known.  Sentences may not go back.
  Span meant_by(std::size_t sentence, const SpeakerPhrase& who);

  // Takes note that the phrase, which means `meant`, spoke.
  void note_speaker(std::size_t sentence, const SpeakerPhrase& who, Span meant);

  // Whether a person or a body was named by more words than this, its last.
  bool knows(std::size_t sentence, std::string_view word);

 private:
  // What a body named before may be called by "the" and a noun.
  enum class Calling : std::uint8_t {
    kAnyBody,   // Ford: "the company", "the car company"
    kOwnWords,  // the Weather Agency: "the agency", "the weather agency"
    kNoBody,    // the finance ministry: never "the agency"
  };
  // A reference and the token that made it; a later one takes its place.
  struct Reference {
    Span meant;
    int at = -1;
    Calling calling = Calling::kAnyBody;  // of a body
  };
  using NameIndex = boost::unordered_flat_map<std::uint64_t, Span>;

  SentenceView view(std::size_t number) const {
    return SentenceView(tokens_, tokens_.sentences[number]);
  }
  const Span* find(const NameIndex& index, std::string_view word) const;
  void read_names(std::size_t until);
  void read_names_of(const SentenceView& s);
  void add_name(const SentenceView& s, const NameSpan& name);
  void read_subjects(std::size_t until);
  void read_subject_of(std::size_t number);
  void note(const SentenceView& s, const SpeakerPhrase& who, Span meant, bool speaks);
  static Calling calling_of(const SentenceView& s, const SpeakerPhrase& body);
  bool may_call_body(const SentenceView& s, const SpeakerPhrase& who) const;
  Span meant_by_pronoun(const SentenceView& s, int pronoun) const;
  Span meant_by_noun(std::size_t sentence, const SentenceView& s, const SpeakerPhrase& who);
  Span full_name(std::size_t sentence, const SentenceView& s, const SpeakerPhrase& who);

  const Tokens& tokens_;
  std::size_t names_read_ = 0;     // sentences
  std::size_t subjects_read_ = 0;  // sentences
  NameIndex names_;                // of several words, by the last of them
  NameIndex titles_;               // persons by their titles
  Reference person_;
  Reference body_;
  Reference several_;
};

}  // namespace figured::claims
