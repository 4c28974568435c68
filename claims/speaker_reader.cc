#include "claims/speaker_reader.h"

#include <algorithm>

namespace figured::claims {
namespace {

constexpr std::size_t kLongestQuotation = 12;  // sentences
constexpr std::uint32_t kLongestSpeech = 3;    // paragraphs without words of saying
constexpr int kLongestLabel = 8;               // tokens
constexpr std::size_t kMostVoices = 16;        // before a token, and behind it
constexpr int kShortestQuotation = 5;          // tokens; a shorter one is a term

Span span_of(const SentenceView& s, int first, int last) {
  if (first >= last) return {};
  return {s.at(first).span.start, s.at(last - 1).span.end};
}

}  // namespace

SpeakerReader::SpeakerReader(const Tokens& tokens) : tokens_(tokens), memory_(tokens) {
  const std::size_t count = tokens.sentences.size();
  first_voice_.reserve(count + 1);
  owner_.assign(count, -1);
  for (std::size_t i = 0; i < count; ++i) read_sentence(i);
  first_voice_.push_back(voices_.size());
}

void SpeakerReader::read_sentence(std::size_t number) {
  const SentenceView s = view(number);
  first_voice_.push_back(voices_.size());
  read_.clear();
  if ((tokens_.sentences[number].cues & kSpeechCue) != 0) read_attributions(s, read_);
  const bool same_paragraph =
      number > 0 && tokens_.sentences[number - 1].paragraph == s.paragraph();
  if (same_paragraph && owner_[number - 1] >= 0 &&
      voices_[static_cast<std::size_t>(owner_[number - 1])].rule == "speaker before a colon")
    owner_[number] = owner_[number - 1];
  if (!same_paragraph) read_label(number, s);
  for (const Attribution& read : read_) {
    add_voice(number, s, read);
    if (read.rule == "signed message") sign_message(number, voices_.size() - 1);
  }
}

// "SMITH: We lost 42." names the speaker of its paragraph.
void SpeakerReader::read_label(std::size_t number, const SentenceView& s) {
  int mark = s.first() + 1;
  while (mark < s.first() + kLongestLabel && s.at(mark).text != ":") ++mark;
  if (s.at(mark).text != ":") return;
  const SpeakerPhrase who = phrase_after(s, s.first());
  const int colon = who.end;
  if (!who || who.begin != s.first() || s.at(colon).text != ":" || !s.has(colon + 2)) return;
  const bool known = who.kind == PhraseKind::kName && memory_.knows(number, s.at(who.head).text);
  if (!known && !s.is(who.head, kVoice)) return;
  Voice voice;
  voice.who = memory_.meant_by(number, who);
  voice.words = span_of(s, s.first(), colon + 1);
  voice.cue = voice.from = colon + 1;
  voice.to = s.last();
  voice.rule = "speaker before a colon";
  owner_[number] = static_cast<int>(voices_.size());
  voices_.push_back(voice);
}

// What stands before the signature in its paragraph is the message, or the
// paragraph before when nothing does.
void SpeakerReader::sign_message(std::size_t number, std::size_t voice) {
  const std::size_t begin = number - std::min(number, kLongestQuotation);
  if (voices_[voice].from + 1 < voices_[voice].to) owner_[number] = static_cast<int>(voice);
  std::uint32_t paragraph = tokens_.sentences[number].paragraph;
  for (std::size_t i = number; i-- > begin;) {
    if (i + 1 == number && paragraph > 0 && voices_[voice].from >= voices_[voice].to)
      paragraph = tokens_.sentences[i].paragraph;
    if (tokens_.sentences[i].paragraph != paragraph || owner_[i] >= 0) return;
    if (first_voice_[i] < first_voice_[i + 1] &&
        voices_[first_voice_[i + 1] - 1].rule == "signed message")
      return;
    owner_[i] = static_cast<int>(voice);
  }
}

void SpeakerReader::add_voice(std::size_t number, const SentenceView& s, const Attribution& read) {
  Voice voice;
  voice.who = memory_.meant_by(number, read.who);
  if (read.source) voice.source = memory_.meant_by(number, read.source);
  voice.words = span_of(s, read.words_first, read.words_last);
  voice.cue = read.words_last;
  voice.from = read.from;
  voice.to = read.to;
  voice.quoted_only = read.quoted_only;
  voice.quotation = read.quotation;
  voice.rule = read.rule;
  voices_.push_back(voice);
  memory_.note_speaker(number, read.who, voice.who);
}

// The voices of the sentence that may reach the token: in a sentence of sayings
// without end the nearest ones.
std::pair<std::size_t, std::size_t> SpeakerReader::voices_around(std::size_t sentence,
                                                                 int at) const {
  const std::size_t begin = first_voice_[sentence], end = first_voice_[sentence + 1];
  if (end - begin <= 2 * kMostVoices) return {begin, end};
  const auto from = voices_.begin();
  const auto place = std::partition_point(from + static_cast<std::ptrdiff_t>(begin),
                                          from + static_cast<std::ptrdiff_t>(end),
                                          [at](const Voice& voice) { return voice.cue < at; });
  const auto near = static_cast<std::size_t>(place - from);
  return {std::max(begin + kMostVoices, near) - kMostVoices, std::min(end, near + kMostVoices)};
}

// The attribution that governs the token and begins last; of two that begin
// together the narrower.  One whose speaker is known goes before others.
const SpeakerReader::Voice* SpeakerReader::voice_over(std::size_t sentence, int at) const {
  const Voice* best = nullptr;
  const bool quoted = tokens_.tokens[static_cast<std::size_t>(at)].quoted;
  const auto [first, last] = voices_around(sentence, at);
  for (std::size_t i = first; i < last; ++i) {
    const Voice& voice = voices_[i];
    if (at < voice.from || at >= voice.to || (voice.quoted_only && !quoted)) continue;
    const bool known = voice.who.end > 0;
    if (best != nullptr && known != (best->who.end > 0)) {
      if (known) best = &voice;
      continue;
    }
    if (best == nullptr || voice.from > best->from ||
        (voice.from == best->from && voice.to <= best->to))
      best = &voice;
  }
  return best;
}

// The quotation goes on behind the sentence; who speaks is said where it ends.
const SpeakerReader::Voice* SpeakerReader::voice_behind(std::size_t sentence) const {
  const std::uint32_t paragraph = tokens_.sentences[sentence].paragraph;
  const std::size_t end = std::min(tokens_.sentences.size(), sentence + kLongestQuotation);
  for (std::size_t i = sentence + 1; i < end; ++i) {
    const Sentence& next = tokens_.sentences[i];
    const Token& first = tokens_.tokens[next.first];
    if (next.paragraph != paragraph || !first.quoted || first.kind == TokenKind::kQuote)
      return nullptr;
    for (std::size_t v = first_voice_[i]; v < first_voice_[i + 1]; ++v) {
      if (voices_[v].quotation && voices_[v].who.end > 0) return &voices_[v];
    }
  }
  return nullptr;
}

// Who spoke last before the quotation, in its paragraph or in one that it goes
// on from.
const SpeakerReader::Voice* SpeakerReader::voice_before(std::size_t sentence) const {
  const std::uint32_t paragraph = tokens_.sentences[sentence].paragraph;
  const std::size_t begin = sentence - std::min(sentence, kLongestQuotation);
  for (std::size_t i = sentence; i-- > begin;) {
    if (tokens_.sentences[i].paragraph + kLongestSpeech < paragraph) return nullptr;
    for (std::size_t v = first_voice_[i + 1]; v-- > first_voice_[i];) {
      if (voices_[v].who.end > 0) return &voices_[v];
    }
  }
  return nullptr;
}

const SpeakerReader::Voice* SpeakerReader::voice_of_quotation(std::size_t sentence, int at) const {
  const SentenceView s = view(sentence);
  int first = at, last = at;
  while (s.at(first - 1).quoted && at - first < 200) --first;
  while (s.has(last) && s.at(last).quoted && last - at < 200) ++last;
  if (last - first < kShortestQuotation) return nullptr;
  // A quotation within a sentence of the article's own is part of that.
  if (first > s.first() + 2) return nullptr;
  if (const Voice* voice = voice_behind(sentence)) return voice;
  return voice_before(sentence);
}

ReadSpeaker SpeakerReader::result(const Voice& voice, bool inherited) const {
  const auto text = [&](Span span) {
    return std::string(tokens_.text.substr(span.start, span.end - span.start));
  };
  ReadSpeaker read;
  if (voice.who.end == 0) return read;
  read.speaker = text(voice.who);
  read.origin = voice.source.end > 0 ? text(voice.source) : read.speaker;
  read.words = inherited ? Span{} : voice.words;
  read.rule = voice.rule;
  return read;
}

ReadSpeaker SpeakerReader::speaker(std::size_t sentence, int at) const {
  if (const Voice* voice = voice_over(sentence, at)) return result(*voice, false);
  if (owner_[sentence] >= 0)
    return result(voices_[static_cast<std::size_t>(owner_[sentence])], true);
  if (!tokens_.tokens[static_cast<std::size_t>(at)].quoted) return {};
  if (const Voice* voice = voice_of_quotation(sentence, at)) {
    ReadSpeaker read = result(*voice, true);
    if (!read.speaker.empty()) read.rule = "quotation of who speaks beside it";
    return read;
  }
  return {};
}

}  // namespace figured::claims
