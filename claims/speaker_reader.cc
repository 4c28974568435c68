#include "claims/speaker_reader.h"

#include <algorithm>

#include "claims/names.h"

namespace figured::claims {
namespace {

constexpr std::size_t kLongestQuotation = 12;  // sentences

// A verb of saying in a form that can govern a clause.
bool is_saying(const SentenceView& s, int i) {
  if (!s.is_word(i) || !s.is(i, kSay) || s.at(i).quoted) return false;
  const std::uint8_t forms = s.at(i).word->verb_forms;
  if ((forms & (kPastForm | kSForm)) != 0) {
    // "claimed 42 lives" is no speech
    return !(s.lower_is(i, "claimed") && s.is_kind(i + 1, TokenKind::kNumber));
  }
  return (forms & kIngForm) != 0 && s.at(i - 1).text == ",";
}

bool is_speaker_noun(const Token& token) {
  static constexpr std::string_view kNouns[] = {
      "police",      "officials",    "official",     "authorities",   "officers",    "doctors",
      "witnesses",   "government",   "ministry",     "department",    "hospital",    "army",
      "military",    "company",      "report",       "reports",       "group",       "spokesman",
      "spokeswoman", "spokesperson", "agency",       "investigators", "rescuers",    "residents",
      "activists",   "prosecutors",  "experts",      "analysts",      "researchers", "militants",
      "rebels",      "statement",    "media",        "sources",       "source",      "union",
      "organizers",  "organisers",   "firefighters", "sheriff",       "coroner",     "mayor",
      "governor",    "president",    "minister",     "commander",     "soldiers",    "study",
      "survey",      "poll"};
  for (const std::string_view noun : kNouns) {
    if (equals_lower(token.text, noun)) return true;
  }
  return false;
}

// "the commander of a group in Orsk": who speaks is the commander, not the place
// or the side behind the preposition.
std::string name_or_holder(const SentenceView& s, const NameSpan& name) {
  const int before = s.is(name.first - 1, kDeterminer) ? name.first - 2 : name.first - 1;
  int first = name.first;
  if (s.is(before, kPreposition)) {
    for (int i = before - 1; i > before - 12 && (s.is_word(i) || s.binds(i)); --i) {
      if (is_speaker_noun(s.at(i))) first = i;
    }
  }
  return std::string(s.slice(first, name.last));
}

}  // namespace

SpeakerReader::SpeakerReader(const Tokens& tokens) : tokens_(tokens) {
  speakers_.reserve(tokens.sentences.size());
  for (const Sentence& sentence : tokens.sentences) {
    speakers_.push_back(read_sentence(SentenceView(tokens, sentence)));
  }
}

std::string SpeakerReader::read_sentence(const SentenceView& s) {
  for (int i = s.first(); i < s.last(); ++i) {
    if (s.is(i, kAccording) && s.lower_is(i + 1, "to")) return resolve(name_after(s, i + 2));
  }
  for (int i = s.first(); i < s.last(); ++i) {
    if (!is_saying(s, i)) continue;
    std::string speaker = subject_of(s, i);
    if (speaker.empty()) speaker = name_after(s, i + 1);
    if (!speaker.empty()) return resolve(std::move(speaker));
  }
  return {};
}

// Left of the verb: a name, a pronoun, a noun that can speak; an apposition
// between commas is passed over.
std::string SpeakerReader::subject_of(const SentenceView& s, int verb) const {
  int i = verb - 1;
  while (s.has(i) && s.is(i, kHave | kAdverb | kBe | kDayWord | kWeekday)) --i;
  if (s.at(i).text == "," || s.at(i).text == ")") {
    const std::string_view closes = s.at(i).text == "," ? "," : "(";
    const int comma = i;
    for (--i; s.has(i) && s.at(i).text != closes && comma - i < 20; --i) {
    }
    if (!s.has(i) || s.at(i).text != closes) return {};
    --i;
  }
  if (s.is_kind(i, TokenKind::kQuote)) return {};
  if (const auto name = read_name_before(s, i + 1)) return name_or_holder(s, *name);
  if (s.is(i, kSubjectPronoun)) return lower_case(s.at(i).text);
  for (int noun = i; noun > i - 6 && s.has(noun); --noun) {
    if (s.is_kind(noun, TokenKind::kQuote) || s.is_kind(noun, TokenKind::kSign) ||
        s.is(noun, kClauseBreak))
      break;
    if (const auto name = read_name_before(s, noun + 1))
      return std::string(s.slice(name->first, name->last));
    if (is_speaker_noun(s.at(noun))) return lower_case(s.at(noun).text);
  }
  return {};
}

std::string SpeakerReader::name_after(const SentenceView& s, int at) const {
  for (int i = at; i < at + 6 && s.has(i); ++i) {
    if (const auto name = read_name(s, i)) return std::string(s.slice(name->first, name->last));
    if (is_speaker_noun(s.at(i)) && !s.is_kind(i + 1, TokenKind::kPossessiveEnd))
      return lower_case(s.at(i).text);
    if (s.is(i, kPersonPronoun)) return lower_case(s.at(i).text);
    if (!s.is_word(i) || s.lower_is(i, "that") || s.is(i, kBe | kHave | kConjunction)) return {};
  }
  return {};
}

std::string SpeakerReader::resolve(std::string speaker) {
  if (speaker == "he" || speaker == "she") return last_person_;
  if (speaker == "it" || speaker == "they" || speaker == "we" || speaker == "you") return {};
  if (!speaker.empty() && speaker.front() >= 'A' && speaker.front() <= 'Z') last_person_ = speaker;
  return speaker;
}

std::string SpeakerReader::speaker(std::size_t sentence, int at) const {
  if (!speakers_[sentence].empty()) return speakers_[sentence];
  if (!tokens_.tokens[static_cast<std::size_t>(at)].quoted) return {};
  const std::uint32_t paragraph = tokens_.sentences[sentence].paragraph;
  const auto speaks = [&](std::size_t i) {
    return tokens_.sentences[i].paragraph == paragraph && !speakers_[i].empty();
  };
  const std::size_t end = std::min(speakers_.size(), sentence + kLongestQuotation);
  for (std::size_t i = sentence + 1; i < end; ++i) {
    if (speaks(i)) return speakers_[i];
  }
  const std::size_t begin = sentence - std::min(sentence, kLongestQuotation);
  for (std::size_t i = sentence; i-- > begin;) {
    if (speaks(i)) return speakers_[i];
  }
  return {};
}

}  // namespace figured::claims
