#include "claims/speakers/saying_verb.h"

#include <algorithm>

#include "claims/speakers/speaker_name.h"
#include "claims/speakers/speaker_words.h"

namespace figured::claims {
namespace {

constexpr int kLongestRest = 14;      // tokens behind a verb that end the saying
constexpr int kLongestRelative = 60;  // of "who said ..."

}  // namespace

bool is_number(const SentenceView& s, int i) {
  return s.is_kind(i, TokenKind::kNumber) || s.is_kind(i, TokenKind::kCurrency) ||
         (s.is_word(i) && s.at(i).word->number_role != NumberRole::kNone);
}

bool is_quote(const SentenceView& s, int i) {
  if (!s.is_kind(i, TokenKind::kQuote)) return false;
  return s.at(i).spaced || s.at(i + 1).spaced || !s.is_word(i - 1) || !s.is_word(i + 1);
}

bool is_end(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  return !s.has(i) || (text == "." && !is_inner_stop(s, i)) || text == "!" || text == "?" ||
         text == ";" || text == "\u2026";
}

bool is_mark(const SentenceView& s, int i) {
  return is_end(s, i) || s.at(i).text == "," || is_quote(s, i) || s.at(i).text == ")" ||
         (s.is_kind(i, TokenKind::kHyphen) && s.at(i).spaced);
}

bool closes_quotation(const SentenceView& s, int i) {
  if (is_quote(s, i)) return !s.at(i).opens;
  return s.at(i).text == "," && is_quote(s, i - 1) && !s.at(i - 1).opens;
}

bool in_capitals(const SentenceView& s, int i) {
  const auto capitals = [](std::string_view text) {
    return text.size() > 1 &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  return capitals(s.at(i).text) && capitals(s.at(i - 1).text) && capitals(s.at(s.first()).text);
}

bool is_time_word(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  return text == "week" || text == "month" || text == "year" || text == "night" || text == "late" ||
         text == "early" || text == "earlier" || text == "this" || text == "morning" ||
         text == "afternoon" || text == "evening";
}

bool is_passive(const SentenceView& s, int verb) {
  int i = verb - 1;
  while (s.is(i, kAdverb) || s.lower_is(i, "both") || s.at(i).text.ends_with("ly")) --i;
  if (s.is(i, kBe) || s.is(i, kDeterminer | kPossessive | kPreposition)) return true;
  return s.lower_is(verb + 1, "to") && s.is(verb + 2, kBe | kHave);
}

bool suits_form(const SentenceView& s, const SpeakerPhrase& who, int verb) {
  const Word& word = *s.at(verb).word;
  if ((word.speech_forms & kPastForm) != 0) return true;
  const Token& head = s.at(who.head);
  const bool plural_pronoun = s.lower_is(who.head, "they") || s.lower_is(who.head, "we") ||
                              s.lower_is(who.head, "i") || s.lower_is(who.head, "you");
  if ((word.speech_forms & kSForm) != 0) {
    if (plural_pronoun) return false;
    if (word.is(kSay) && (s.lower_is(verb, "says") || s.lower_is(verb, "tells"))) return true;
    return who.kind != PhraseKind::kNoun || (is_speaker_noun(head) && !head.text.ends_with("s"));
  }
  if ((word.speech_forms & kBaseForm) == 0) return false;
  if (who.kind == PhraseKind::kPronoun) return plural_pronoun;
  return head.text.ends_with("s") || s.lower_is(who.head, "police") ||
         s.lower_is(who.head, "people") || head.text.ends_with("men") || who.last - who.first > 2;
}

bool can_speak(const SentenceView& s, const SpeakerPhrase& who, int verb) {
  const bool expects = s.lower_is(verb, "expected") || s.lower_is(verb, "expect");
  if (expects) return s.is(who.head, kVoice) && s.at(who.head).text.ends_with("s");
  if (s.lower_is(verb, "expects")) return false;
  if (who.kind != PhraseKind::kNoun) return true;
  if (is_speaker_noun(s.at(who.head))) return true;
  return s.lower_is(verb, "said") || s.lower_is(verb, "say") || s.lower_is(verb, "says") ||
         s.lower_is(verb, "told");
}

bool has_content(const SentenceView& s, int verb) {
  const Word& word = *s.at(verb).word;
  const int next = verb + 1;
  if (s.lower_is(next, "in") && s.at(verb).text.starts_with("believ")) return false;
  if (!word.is(kSayThat)) return true;
  if (s.lower_is(next, "that") || s.lower_is(next, "how") || s.is(next, kSubjectPronoun) ||
      s.at(next).text == ":")
    return true;
  if (s.is(verb, kShow) && is_number(s, next) &&
      (s.at(next + 1).text == "%" || s.at(next + 1).word->unit != kNoIndex))
    return true;  // "researchers found 87 percent", but "police found 42 bodies"
  if (is_quote(s, next) || (s.at(next).text == "," && is_quote(s, next + 1))) return true;
  for (int i = next; i < next + 8 && s.is_word(i); ++i) {
    if (s.lower_is(i, "that") && s.is(next, kPreposition | kWeekday | kDayWord | kAdverb))
      return true;
  }
  if (s.lower_is(verb, "wrote") || s.lower_is(verb, "writes")) return s.is(next, kPreposition);
  return false;
}

bool ends_behind(const SentenceView& s, int at, bool addressee) {
  if (is_mark(s, at)) return true;
  constexpr WordClasses kOpeners = kPreposition | kWeekday | kDayWord | kMonth | kAdverb;
  const bool clause = s.is(at, kClauseBreak) && !s.lower_is(at, "that") && !s.lower_is(at, "if");
  if (!addressee && !clause && !s.is(at, kOpeners) && !s.lower_is(at, "last") &&
      !s.lower_is(at, "here") && !is_time_word(s, at) && !s.at(at).text.ends_with("ly"))
    return false;
  for (int i = at; i < at + kLongestRest; ++i) {
    if (i > at && is_mark(s, i)) return true;
    if (clause && !is_number(s, i)) continue;
    if (s.lower_is(i, "that") || s.is(i, kSubjectPronoun | kBe | kModal | kWill)) return false;
    if (is_number(s, i) && !s.is(i - 1, kMonth) && !s.is(i + 1, kClockWord)) return false;
  }
  return clause;
}

int relative_end(const SentenceView& s, int from) {
  for (int i = from; i < from + kLongestRelative && s.has(i); ++i) {
    if (s.at(i).text != ",") continue;
    int next = i + 1;
    while (s.is(next, kAdverb)) ++next;
    const std::string_view text = s.at(next).text;
    const Word& word = *s.at(next).word;
    if (s.is(next, kBe | kHave | kModal | kWill) ||
        ((word.verb_forms & (kPastForm | kSForm)) != 0) ||
        (s.is_word(next) && text.size() > 4 && text.ends_with("ed")))
      return i;
  }
  return s.last();
}

int mark_behind(const SentenceView& s, int at) {
  for (int i = at; i < at + kLongestRest; ++i) {
    if (is_mark(s, i)) return s.has(i) ? i : s.last();
  }
  return -1;
}

bool agrees(const SentenceView& s, const SpeakerPhrase& document, int verb) {
  const std::uint8_t forms = s.at(verb).word->speech_forms;
  if ((forms & kPastForm) != 0) return true;
  if ((forms & kIngForm) != 0) return document.end == verb;
  if (s.lower_is(document.head, "data")) return true;
  const std::string_view head = s.at(document.head).text;
  const bool plural = head.ends_with("s") && !s.is(document.head, kSingularS);
  return (forms & (plural ? kBaseForm : kSForm)) != 0;
}

bool reaches(const SentenceView& s, const SpeakerPhrase& document, int verb) {
  if (s.is(document.begin - 1, kPreposition) && !s.lower_is(verb - 1, "that") &&
      !s.lower_is(verb - 1, "which") && (s.at(verb).word->speech_forms & kIngForm) == 0)
    return false;
  int i = verb;
  while (s.is(i - 1, kHave | kAdverb)) --i;
  if (document.end >= i || s.at(i - 1).text == ",") return true;
  for (int comma = document.end; comma < i; ++comma) {
    if (s.at(comma).text == ",") return false;
  }
  const SpeakerPhrase subject = phrase_before(s, i);
  return !subject || subject.begin <= document.head || s.is(subject.begin - 1, kPreposition) ||
         s.at(subject.begin - 1).text.ends_with("ed");
}

}  // namespace figured::claims
