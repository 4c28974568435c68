// SpeakerReader finds who says what each sentence of a text tells.
//
// It reads the attributions of every sentence once, front to back.  A quotation without words of
// saying belongs to the one who speaks in the rest of its paragraph, else to the one who spoke
// before.  The items of a list belong to the source named in the line below it.  What the article
// tells on its own account has no speaker.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/speakers/attribution_reader.h"
#include "claims/speakers/speaker_memory.h"

namespace figured::claims {

struct ReadSpeaker {
  std::string speaker;    // who stands nearest to the figure; "" = the article
  std::string origin;     // whom the speaker cites, else the speaker
  Span words;             // what says so; {0,0} when taken from another sentence
  std::string_view rule;  // "said, behind what is said"; "" when there is no speaker
};

class SpeakerReader {
 public:
  explicit SpeakerReader(const Tokens& tokens);

  // Who says the figure at token `at` of sentence number `sentence`.
  ReadSpeaker speaker(std::size_t sentence, int at) const;

  // The poll or survey named last before token `at`, for a share of those it asked
  // that nobody says; none when somebody else told numbers since.
  ReadSpeaker survey(std::size_t sentence, int at) const;

 private:
  // An attribution of which it is known whom its words mean.
  struct Voice {
    Span who;     // of the text; empty when it is not known
    Span source;  // whom they cite; empty when nobody
    Span words;
    int cue = 0;   // the token behind its words
    int from = 0;  // tokens [from, to) are what is said
    int to = 0;
    bool quoted_only = false;
    bool quotation = false;
    std::string_view rule;
  };

  void read_sentence(std::size_t number);
  void read_label(std::size_t number, const SentenceView& s);
  void read_source_line(std::size_t number, const SentenceView& s);
  Span named_document(const SentenceView& s, const SpeakerPhrase& who) const;
  void sign_message(std::size_t number, std::size_t voice);
  void add_voice(std::size_t number, const SentenceView& s, const Attribution& read);
  SentenceView view(std::size_t number) const {
    return SentenceView(tokens_, tokens_.sentences[number]);
  }

  std::pair<std::size_t, std::size_t> voices_around(std::size_t sentence, int at) const;
  const Voice* voice_over(std::size_t sentence, int at) const;
  const Voice* voice_of_quotation(std::size_t sentence, int at) const;
  const Voice* voice_behind(std::size_t sentence) const;
  const Voice* voice_before(std::size_t sentence) const;
  bool tells_otherwise(std::size_t sentence, std::uint32_t from, int until) const;
  ReadSpeaker result(const Voice& voice, bool inherited) const;

  const Tokens& tokens_;
  std::vector<Voice> voices_;
  std::vector<std::size_t> first_voice_;  // of each sentence, and one past the last
  std::vector<int> owner_;                // voice that a sentence belongs to as a whole; -1 = none
  std::vector<Attribution> read_;         // of the sentence at hand
  SpeakerMemory memory_;
};

}  // namespace figured::claims
