#include "claims/speakers/speaker_reader.h"

#include <algorithm>

#include "claims/speakers/saying_verb.h"

namespace figured::claims {
namespace {

constexpr std::size_t kLongestQuotation = 12;  // sentences
constexpr std::uint32_t kLongestSpeech = 3;    // paragraphs without words of saying
constexpr int kLongestLabel = 8;               // tokens
constexpr std::size_t kMostVoices = 16;        // before a token, and behind it
constexpr int kShortestQuotation = 5;          // tokens; a shorter one is a term
constexpr std::size_t kLongestList = 40;       // sentences above its source
constexpr std::size_t kSurveyReach = 16;       // sentences from a poll to what it found
constexpr int kSurveySentence = 160;           // tokens of each that are looked at

Span span_of(const SentenceView& s, int first, int last) {
  if (first >= last) return {};
  return {s.at(first).span.start, s.at(last - 1).span.end};
}

// "• Trains were late", "- Trains were late"
bool is_list_item(const SentenceView& s) {
  static constexpr std::string_view kBullets[] = {"\u2022", "*",      "\u00b7", "\u2023",
                                                  "\u25aa", "\u25e6", "\u25cf", "\u25a0"};
  const int first = s.first();
  return s.is_kind(first, TokenKind::kHyphen) ||
         std::any_of(std::begin(kBullets), std::end(kBullets),
                     [&](std::string_view bullet) { return s.at(first).text.starts_with(bullet); });
}

// "poll" of "a poll by the Gazette"; "the polls" may be an election, "to poll" a verb.
bool is_survey(const SentenceView& s, int i) {
  if (!s.lower_is(i, "poll") && !s.lower_is(i, "survey")) return false;
  if (s.binds(i - 1) || s.binds(i + 1)) return false;  // "exit-poll data"
  return !s.lower_is(i - 1, "to") && !s.is(i - 1, kSubjectPronoun | kModal | kWill);
}

bool names_respondents(std::string_view who) {
  return who.ends_with("surveyed") || who.ends_with("polled") || who.ends_with("respondents") ||
         who.ends_with("poll") || who.ends_with("survey");
}

}  // namespace

SpeakerReader::SpeakerReader(const Tokens& tokens) : tokens_(tokens), memory_(tokens) {
  const std::size_t count = tokens.sentences.size();
  first_voice_.reserve(count + 1);
  owner_.assign(count, -1);
  voices_.reserve(count / 2);
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
  if (!same_paragraph) {
    read_label(number, s);
    read_source_line(number, s);
  }
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

// "Source: a Gazette poll of 900 drivers", below a list, speaks for its items.
void SpeakerReader::read_source_line(std::size_t number, const SentenceView& s) {
  const bool source = s.lower_is(s.first(), "source") || s.lower_is(s.first(), "sources");
  if (!source || s.at(s.first() + 1).text != ":") return;
  const SpeakerPhrase who = phrase_after(s, s.first() + 2);
  if (!who) return;
  Voice voice;
  voice.who = memory_.meant_by(number, who);
  voice.words = span_of(s, s.first(), who.end);
  voice.cue = voice.from = s.first() + 2;
  voice.to = s.last();
  voice.rule = "source of the list above";
  for (std::size_t i = number, least = number - std::min(number, kLongestList); i-- > least;) {
    const bool begins =
        i == 0 || tokens_.sentences[i - 1].paragraph != tokens_.sentences[i].paragraph;
    if (begins && !is_list_item(view(i))) break;
    if (owner_[i] < 0) owner_[i] = static_cast<int>(voices_.size());
  }
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

// "the poll": the one that spoke before by a name, "Delta Institute poll".
Span SpeakerReader::named_document(const SentenceView& s, const SpeakerPhrase& who) const {
  const bool bare = who.kind == PhraseKind::kNoun && who.last == who.first + 1 &&
                    s.is(who.head, kDocument) && s.lower_is(who.first - 1, "the");
  if (!bare) return {};
  const std::string_view noun = s.at(who.head).text;
  const std::size_t least = voices_.size() - std::min(voices_.size(), kMostVoices);
  for (std::size_t i = voices_.size(); i-- > least;) {
    const Span said = voices_[i].who;
    const std::string_view text = tokens_.text.substr(said.start, said.end - said.start);
    if (text.size() > noun.size() + 1 && text.ends_with(noun) &&
        text[text.size() - noun.size() - 1] == ' ' && text.front() >= 'A' && text.front() <= 'Z')
      return said;
  }
  return {};
}

void SpeakerReader::add_voice(std::size_t number, const SentenceView& s, const Attribution& read) {
  Voice voice;
  voice.who = memory_.meant_by(number, read.who);
  if (const Span named = named_document(s, read.who); named.end > 0) voice.who = named;
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

// Somebody else, not in a quotation, told numbers in tokens [from, until).
bool SpeakerReader::tells_otherwise(std::size_t sentence, std::uint32_t from, int until) const {
  if (!tokens_.sentences[sentence].has_number) return false;
  const std::size_t end = first_voice_[sentence + 1];
  const std::size_t begin = std::max(first_voice_[sentence], end - std::min(end, kMostVoices));
  return std::any_of(
      voices_.begin() + static_cast<std::ptrdiff_t>(begin),
      voices_.begin() + static_cast<std::ptrdiff_t>(end), [&](const Voice& voice) {
        const Span who = voice.who;
        return voice.cue > static_cast<int>(from) && voice.cue < until && !voice.quotation &&
               who.end > 0 &&
               !names_respondents(tokens_.text.substr(who.start, who.end - who.start));
      });
}

ReadSpeaker SpeakerReader::survey(std::size_t sentence, int at) const {
  ReadSpeaker found;
  const std::size_t least = sentence - std::min(sentence, kSurveyReach);
  for (std::size_t i = sentence + 1; i-- > least;) {
    const SentenceView s = view(i);
    const int end = i == sentence ? at : s.last();
    int poll = end - 1;
    const int begin = std::max(s.first(), end - kSurveySentence);
    while (poll >= begin && !is_survey(s, poll)) --poll;
    if (tells_otherwise(i, static_cast<std::uint32_t>(std::max(poll, begin)), end)) return found;
    if (poll < begin) continue;
    const SpeakerPhrase phrase = document_before(s, poll + 1);
    if (!phrase || phrase.head != poll) continue;
    const Span words = span_of(s, phrase.first, poll + 1);
    found.speaker = found.origin =
        std::string(tokens_.text.substr(words.start, words.end - words.start));
    found.words = i == sentence ? words : Span{};
    found.rule = "poll named before";
    if (phrase.first < poll) return found;  // else "the poll", which has a name before
  }
  return found;
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
