#include "claims/speakers/speaker_memory.h"

#include <algorithm>
#include <string>
#include <utility>

#include "claims/lexicon/word_hash.h"
#include "claims/speakers/speaker_name.h"
#include "claims/speakers/speaker_words.h"
#include "claims/text/clause.h"
#include "claims/text/titles.h"

namespace figured::claims {
namespace {

constexpr int kLongestOpening = 16;             // tokens before a subject
constexpr std::size_t kSubjectsRemembered = 4;  // sentences

Span span_of(const SentenceView& s, int first, int last) {
  if (first >= last) return {};
  return {s.at(first).span.start, s.at(last - 1).span.end};
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "the company", "the news network": a definite noun without a name.
bool is_bare_definite(const SentenceView& s, const SpeakerPhrase& who) {
  if (who.kind != PhraseKind::kNoun || who.last != who.head + 1 || who.last - who.first > 3)
    return false;
  for (int i = who.first; i < who.last; ++i) {
    if (!s.is_word(i) || (s.at(i).capital && who.last - who.first > 1)) return false;
  }
  return s.lower_is(who.first - 1, "the");
}

bool is_plural(const SentenceView& s, const SpeakerPhrase& who) {
  const Token& head = s.at(who.head);
  if (who.kind == PhraseKind::kNoun)
    return (head.text.ends_with('s') && !head.word->is(kSingularS)) || head.text.ends_with("men") ||
           head.text.ends_with("people") || head.text.ends_with("olice");
  if (who.last == who.first + 1 && is_speaker_noun(head) && !head.word->is(kBody) &&
      (head.text.ends_with('s') || head.text.ends_with("men")))
    return true;  // "Investigators", at the head of a sentence
  for (int i = who.first; i < who.last; ++i) {
    if (s.lower_is(i, "and") && !s.is(who.head, kBody)) return true;
  }
  return false;
}

// The name of a body: "NATO", "Harbour Trust", "France".
bool is_body(const SentenceView& s, const SpeakerPhrase& who) {
  if (who.last == who.first + 1 && is_capitals(s.at(who.first).text)) return true;
  for (int i = who.first; i < who.last; ++i) {
    const Word& word = *s.at(i).word;
    if (word.is(kBody) && !word.is(kTitle)) return true;
  }
  return s.at(who.first).word->place != kNoIndex && who.last - who.first <= 2;
}

}  // namespace

const Span* SpeakerMemory::find(const NameIndex& index, std::string_view word) const {
  const auto found = index.find(word_hash(word));
  return found == index.end() ? nullptr : &found->second;
}

void SpeakerMemory::read_names(std::size_t until) {
  for (; names_read_ < until; ++names_read_) read_names_of(view(names_read_));
}

// Names of several words, for a later "Smith" or "the commission", and those
// with a title for a later "the governor".
void SpeakerMemory::read_names_of(const SentenceView& s) {
  int next = s.first();
  for (const std::uint32_t capital : s.capitals()) {
    const int i = static_cast<int>(capital);
    if (i < next || !s.is_word(i)) continue;
    const bool goes_on = (s.at(i + 1).capital && s.is_word(i + 1)) || is_inner_stop(s, i + 1) ||
                         s.lower_is(i + 1, "of") || s.lower_is(i + 1, "for");
    const bool titled = s.is(i - 1, kVoice | kTitle);
    if (!goes_on && !titled) continue;
    if (const auto name = read_speaker_name(s, i)) {
      add_name(s, *name);
      next = name->last;
    }
  }
}

void SpeakerMemory::add_name(const SentenceView& s, const NameSpan& name) {
  const Span meant = span_of(s, name.first, name.last);
  int person = name.first;  // behind the titles
  for (int i = name.first; i + 1 < name.last; ++i) {
    if (!s.is(i, kTitle)) continue;
    person = is_inner_stop(s, i + 1) ? i + 2 : i + 1;
  }
  for (int i = name.first - 1; i < person && person < name.last; ++i) {
    if (s.is(i, kVoice | kTitle)) titles_.insert_or_assign(title_key(s.at(i).text), meant);
  }
  if (name.last - person < 2) return;
  int key = name.last - 1;  // "Department of Public Safety" is "the department"
  for (int i = name.first; i < name.last; ++i) {
    if (!s.lower_is(i, "of") && !s.lower_is(i, "for")) continue;
    key = i - 1;
    break;
  }
  names_.try_emplace(s.at(key).text.hash(), meant);
}

bool SpeakerMemory::knows(std::size_t sentence, std::string_view word) {
  read_names(sentence);
  return find(names_, word) != nullptr;
}

// An older subject than the last few sentences' is meant by no pronoun.
void SpeakerMemory::read_subjects(std::size_t until) {
  if (until > kSubjectsRemembered)
    subjects_read_ = std::max(subjects_read_, until - kSubjectsRemembered);
  for (; subjects_read_ < until; ++subjects_read_) read_subject_of(subjects_read_);
}

// The subject of the sentence, behind an opening such as "In May,", is whom a
// pronoun after it means.
void SpeakerMemory::read_subject_of(std::size_t number) {
  const SentenceView s = view(number);
  const int start = dateline_end(s);
  SpeakerPhrase who = subject_after(s, start);
  if (!who && s.is(start, kPreposition)) {
    for (int i = start + 1; i < start + kLongestOpening && s.has(i); ++i) {
      if (s.at(i).text != ",") continue;
      who = subject_after(s, i + 1);
      break;
    }
  }
  if (!who || who.kind == PhraseKind::kPronoun || is_bare_definite(s, who) || !s.has(who.end) ||
      s.is_kind(who.end, TokenKind::kPossessiveEnd))
    return;
  // A capital at the head of a sentence may be any word: "Finish".
  if (who.kind == PhraseKind::kName && who.first == start && who.last == who.first + 1 &&
      !read_name(s, who.first) && !knows(number, s.at(who.first).text))
    return;
  const Span meant =
      who.kind == PhraseKind::kName ? full_name(number, s, who) : span_of(s, who.first, who.last);
  note(s, who, meant, false);
}

void SpeakerMemory::note_speaker(std::size_t sentence, const SpeakerPhrase& who, Span meant) {
  note(view(sentence), who, meant, true);
}

void SpeakerMemory::note(const SentenceView& s, const SpeakerPhrase& who, Span meant, bool speaks) {
  if (who.kind == PhraseKind::kPronoun || meant.end == meant.start) return;
  const Word& head = *s.at(who.head).word;
  if (who.kind == PhraseKind::kNoun && (head.is(kDocument) || !is_speaker_noun(s.at(who.head))))
    return;
  const auto set = [&](Reference& reference) {
    if (who.head >= reference.at) reference = {meant, who.head, calling_of(s, who)};
  };
  if (is_plural(s, who)) {
    set(several_);
  } else if (is_body(s, who)) {
    if (s.at(who.first).word->place == kNoIndex || who.last - who.first > 2) set(body_);
    if (speaks) set(several_);
  } else if (who.kind == PhraseKind::kName) {
    set(person_);
    // "Apple said": one word may be a body's as well as a person's.
    if (who.last == who.first + 1 && find(names_, s.at(who.head).text) == nullptr) set(body_);
  } else if (speaks && head.is(kVoice | kTitle)) {
    set(person_);
  }
}

Span SpeakerMemory::full_name(std::size_t sentence, const SentenceView& s,
                              const SpeakerPhrase& who) {
  const Span written = span_of(s, who.first, who.last);
  const bool title_and_name =
      who.last - who.first <= 3 && s.is(who.first, kTitle) && who.last > who.first + 1;
  if (who.last > who.first + 1 && !title_and_name) return written;
  read_names(sentence);
  const Span* known = find(names_, s.at(who.last - 1).text);
  return known == nullptr ? written : *known;
}

Span SpeakerMemory::meant_by_pronoun(const SentenceView& s, int pronoun) const {
  if (s.is(pronoun, kPersonPronoun)) return person_.meant;
  if (s.lower_is(pronoun, "they")) return several_.meant;
  if (s.lower_is(pronoun, "it")) return body_.meant;
  return {};
}

Span SpeakerMemory::meant_by_noun(std::size_t sentence, const SentenceView& s,
                                  const SpeakerPhrase& who) {
  const Span written = span_of(s, who.first, who.last);
  if (!is_bare_definite(s, who)) return written;
  if (who.last == who.first + 1) {
    read_names(sentence);
    const std::string_view word = s.at(who.head).text;
    if (const Span* named = find(names_, word)) return *named;
    if (s.is(who.head, kVoice | kTitle)) {
      const Span* titled = find(titles_, word);
      return titled == nullptr ? written : *titled;
    }
  }
  if (!s.is(who.head, kTheBody)) return written;
  read_subjects(sentence + 1);
  return may_call_body(s, who) ? body_.meant : written;
}

SpeakerMemory::Calling SpeakerMemory::calling_of(const SentenceView& s, const SpeakerPhrase& body) {
  if (body.kind == PhraseKind::kNoun)
    return s.is(body.head, kTheBody) ? Calling::kOwnWords : Calling::kNoBody;
  for (int i = body.first; i < body.last; ++i) {
    if (s.is(i, kBody)) return Calling::kOwnWords;
  }
  return Calling::kAnyBody;
}

// Whether "the agency" or "the weather agency" may be the body named last.
bool SpeakerMemory::may_call_body(const SentenceView& s, const SpeakerPhrase& who) const {
  if (body_.meant.end == 0 || body_.calling == Calling::kNoBody) return false;
  if (body_.calling == Calling::kAnyBody) return true;
  const std::string name =
      lower_case(tokens_.text.substr(body_.meant.start, body_.meant.end - body_.meant.start));
  for (int i = who.first; i < who.head; ++i) {
    if (name.find(lower_case(s.at(i).text)) == std::string::npos) return false;
  }
  return true;
}

Span SpeakerMemory::meant_by(std::size_t sentence, const SpeakerPhrase& who) {
  const SentenceView s = view(sentence);
  switch (who.kind) {
    case PhraseKind::kNone:
      return {};
    case PhraseKind::kPronoun:
      read_subjects(who.head == s.first() ? sentence : sentence + 1);
      return meant_by_pronoun(s, who.head);
    case PhraseKind::kName:
      return full_name(sentence, s, who);
    case PhraseKind::kNoun:
      return meant_by_noun(sentence, s, who);
  }
  return {};
}

}  // namespace figured::claims
