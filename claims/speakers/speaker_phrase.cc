// phrase      := name | noun_phrase | pronoun
// name        := { modifier } [ role ] Name [ "'s" noun_phrase ] [ noun ]
// noun_phrase := [ determiner ] { modifier } noun [ holder phrase ]
// holder      := "of" | "for" | "from" | "in" | "at" | "with" | "by" | ...
// apposition  := "," words "," | "(" words ")" | "<" words ">" | dash words dash
#include "claims/speakers/speaker_phrase.h"

#include <algorithm>

#include "claims/speakers/speaker_name.h"
#include "claims/speakers/speaker_words.h"

namespace figured::claims {
namespace {

// How far a phrase is followed, in tokens.
constexpr int kLongestApposition = 28;
constexpr int kLongestClimb = 16;
constexpr int kLongestHold = 20;  // from the verb to who speaks

// The pronouns that can be the subject of a saying.
bool is_speaking_pronoun(const SentenceView& s, int i) {
  return s.is(i, kSubjectPronoun) || s.lower_is(i, "i") || s.lower_is(i, "you") ||
         s.lower_is(i, "who") || s.lower_is(i, "which") || s.lower_is(i, "that");
}

SpeakerPhrase one_token(PhraseKind kind, int i) { return {kind, i, i + 1, i, i + 1, i}; }

// A capital at the head of a sentence that no table knows: "Torval vowed".
bool is_unknown_head(const SentenceView& s, int i) {
  static constexpr WordList kOpeners = {
      "there", "here",    "what",  "why",  "how",  "when",    "so",        "then",  "thus",
      "yet",   "even",    "still", "let",  "now",  "instead", "meanwhile", "again", "never",
      "once",  "however", "asked", "both", "none", "nobody",  "everyone",  "most",  "many"};
  if (i != s.first() || !s.is_word(i) || !s.at(i).capital || s.is_one_of(i, kOpeners)) return false;
  const Word& word = *s.at(i).word;
  return s.at(i).text.size() > 2 && word.classes == 0 && word.speech_forms == 0 &&
         word.verb_forms == 0 && word.noun == kNoIndex && word.number_role == NumberRole::kNone &&
         !ends_in(s.at(i).text, "ly");
}

// The name at the end of tokens [.., last), its title included.
SpeakerPhrase name_before(const SentenceView& s, int last) {
  if (s.at(last - 1).text == ">" || s.is_kind(last - 1, TokenKind::kPossessiveEnd)) return {};
  auto name = read_speaker_name_before(s, last);
  if (!name && is_unknown_head(s, last - 1)) name = NameSpan{last - 1, last};
  if (!name || is_contraction(s.at(last - 1).text)) return {};
  SpeakerPhrase phrase{PhraseKind::kName, name->first, last, name->first, last, last - 1};
  int first = name->first;  // "ministry spokesman Jane Doe"
  const bool owned = s.is_kind(first - 1, TokenKind::kPossessiveEnd);
  // "the service FlightWatch", but not "with the court Torval said"
  const bool body = s.is(first - 1, kBody) && !s.is(first - 2, kDeterminer);
  if (owned || body || s.is(first - 1, kVoice | kTitle)) first = edge_before(s, first);
  if (owned && s.is(last - 1, kBody)) phrase.first = first;  // "the Governor's Office"
  phrase.begin = with_article(s, first);
  return phrase;
}

SpeakerPhrase noun_before(const SentenceView& s, int last) {
  const int head = last - 1;
  if (!is_head(s, head)) return {};
  const int first = edge_before(s, head);
  return {PhraseKind::kNoun, first, last, with_article(s, first), last, head};
}

SpeakerPhrase plain_before(const SentenceView& s, int last) {
  if (is_speaking_pronoun(s, last - 1)) return one_token(PhraseKind::kPronoun, last - 1);
  if (const SpeakerPhrase name = name_before(s, last)) return name;
  return noun_before(s, last);
}

// "officials in Berlin", "head of the U.N. mission": who speaks stands before
// the preposition; before another noun between in "officials with knowledge of a raid".
SpeakerPhrase with_holder(const SentenceView& s, SpeakerPhrase phrase) {
  int begin = phrase.begin, end = phrase.last;
  bool speaks = phrase.kind == PhraseKind::kName || is_holder(s.at(phrase.head));
  for (int climbs = 0; climbs < 4; ++climbs) {
    const int at = held_at(s, begin);
    if (at < 0 || phrase.last - at > kLongestHold) break;
    if (s.is(at, kClauseBreak)) {  // "officials | who met drivers": drivers do not speak
      end = at;
      speaks = false;
    }
    SpeakerPhrase outer = noun_before(s, at);
    const bool common = outer && !s.at(outer.head).capital;
    if (!outer || !is_holder(s.at(outer.head))) {
      if (const SpeakerPhrase name = name_before(s, at)) {
        outer = name;
      } else if (common && !speaks && !ends_in(s.at(outer.head).text, "ed")) {
        begin = outer.begin;
        continue;
      } else {
        break;
      }
    }
    if (s.at(outer.head).word->place != kNoIndex) break;
    const bool named = outer.kind == PhraseKind::kName;
    if (named && s.is(outer.begin - 1, kPreposition)) break;
    phrase = {outer.kind,  outer.first, named ? outer.last : end,
              outer.begin, phrase.end,  outer.head};
    if (named) break;
    begin = phrase.begin;
  }
  return phrase;
}

// "police and witnesses", "Lovely and researcher Yang": two speakers.
SpeakerPhrase with_partner(const SentenceView& s, SpeakerPhrase phrase) {
  const int at = phrase.begin - 1;
  if (!s.lower_is(at, "and") || phrase.kind == PhraseKind::kPronoun) return phrase;
  const SpeakerPhrase other = plain_before(s, at);
  if (!other || other.kind == PhraseKind::kPronoun) return phrase;
  if (other.kind == PhraseKind::kNoun && !s.at(other.head).capital && !is_holder(s.at(other.head)))
    return phrase;
  // "in Paris and Smith said": the first is governed by a preposition.
  if (s.is(other.begin - 1, kPreposition)) return phrase;
  phrase.first = other.first;
  phrase.begin = other.begin;
  return phrase;
}

SpeakerPhrase full_before(const SentenceView& s, int last) {
  SpeakerPhrase phrase = plain_before(s, last);
  if (!phrase || phrase.kind == PhraseKind::kPronoun) return phrase;
  const SpeakerPhrase held = with_holder(s, phrase);
  if (held.head == phrase.head && is_holder_preposition(s, phrase.begin - 1) &&
      !s.lower_is(phrase.begin - 1, "with")) {
    // Nobody holds it: "in Boston said" names a place; after "In March Smith
    // said" only the head of a sentence leaves the name to the verb.
    const bool leads = phrase.begin - 1 == s.first() || s.at(phrase.begin - 2).text == ",";
    if (!leads || s.at(phrase.head).word->place != kNoIndex) return {};
    if (phrase.kind == PhraseKind::kNoun) return {};
  }
  const SpeakerPhrase both = with_partner(s, held);
  return both.begin < held.begin ? with_holder(s, both) : both;
}

// What may begin an apposition: "a", "42", "who", "chief of", "speaking".
bool begins_apposition(const SentenceView& s, int i) {
  if (s.is(i, kDeterminer | kTitle | kVoice | kBody) || s.is_kind(i, TokenKind::kNumber))
    return true;
  if (s.lower_is(i, "who") || s.lower_is(i, "which") || s.lower_is(i, "whose") ||
      s.lower_is(i, "of") || s.lower_is(i, "in") || s.lower_is(i, "at") || s.lower_is(i, "for"))
    return true;
  return s.is_word(i) &&
         (ends_in(s.at(i).text, "ing") || ends_in(s.at(i).text, "ed") || s.at(i + 1).text == "," ||
          s.is(i + 1, kPreposition) || !s.is(i, kConjunction | kClauseBreak | kPronoun));
}

SpeakerPhrase before_bracket(const SentenceView& s, int close) {
  const std::string_view opener = s.at(close).text == ")" ? "(" : "<";
  for (int i = close - 1; s.has(i) && close - i < kLongestApposition; --i) {
    if (s.at(i).text == opener) return phrase_before(s, i);
  }
  return {};
}

// The comma or dash at `close` ends an apposition of the phrase before the mark
// that opens it; the nearest mark with a speaker before it is taken.
SpeakerPhrase before_apposition(const SentenceView& s, int close) {
  const bool dash = s.is_kind(close, TokenKind::kHyphen);
  SpeakerPhrase nearest;
  for (int i = close - 1; s.has(i) && close - i < kLongestApposition; --i) {
    if (s.is_kind(i, TokenKind::kQuote) || s.at(i).text == ";") break;
    const bool opens = dash ? s.is_kind(i, TokenKind::kHyphen) && !s.binds(i) : s.at(i).text == ",";
    if (!opens || (nearest && !s.is(i + 1, kPronoun)) || !begins_apposition(s, i + 1)) continue;
    SpeakerPhrase phrase = s.at(i - 1).text == ")" || s.at(i - 1).text == ">"
                               ? before_bracket(s, i - 1)
                               : full_before(s, i);
    if (!phrase || phrase.kind == PhraseKind::kPronoun) continue;
    if (phrase.kind == PhraseKind::kName ? s.is(phrase.begin - 1, kPreposition)
                                         : !is_speaker_noun(s.at(phrase.head)))
      continue;
    // "the minister, Jane Doe,"
    const auto apposed = read_speaker_name(s, i + 1);
    if (phrase.kind == PhraseKind::kNoun && apposed && apposed->last == close) {
      phrase.kind = PhraseKind::kName;
      phrase.first = apposed->first;
      phrase.last = close;
      phrase.head = close - 1;
    }
    phrase.end = close + 1;
    // A comma within "who led the Navy, the port and the trust" opens nothing.
    if (dash || s.lower_is(i + 1, "who") || s.lower_is(i + 1, "which") ||
        s.lower_is(i + 1, "whose"))
      return phrase;
    if (!nearest) nearest = phrase;
  }
  if (nearest || dash) return nearest;
  SpeakerPhrase name = name_before(s, close);  // "one of them, Jane Doe, said"
  if (!name || s.at(name.begin - 1).text != ",") return {};
  name.end = close + 1;
  return name;
}

// "Travis' father, who": the apposition of a name speaks for the name.
SpeakerPhrase named_by(const SentenceView& s, const SpeakerPhrase& phrase) {
  if (phrase.kind != PhraseKind::kNoun || s.at(phrase.begin - 1).text != ",") return phrase;
  const SpeakerPhrase name = name_before(s, phrase.begin - 1);
  if (!name || s.is(name.begin - 1, kPreposition) || !is_speaker_noun(s.at(phrase.head)))
    return phrase;
  return {PhraseKind::kName, name.first, name.last, name.begin, phrase.end, name.head};
}

}  // namespace

SpeakerPhrase phrase_before(const SentenceView& s, int last) {
  const std::string_view mark = s.at(last - 1).text;
  if (mark == ")" || mark == ">") {
    SpeakerPhrase phrase = before_bracket(s, last - 1);
    phrase.end = last;
    return phrase;
  }
  if (mark == "," || (s.is_kind(last - 1, TokenKind::kHyphen) && s.at(last - 1).spaced))
    return before_apposition(s, last - 1);
  SpeakerPhrase phrase = full_before(s, last);
  if (phrase.kind == PhraseKind::kPronoun && !s.is(phrase.head, kSubjectPronoun) &&
      (s.is(phrase.head, kClauseBreak) || s.lower_is(phrase.head, "which"))) {
    const int end = s.at(last - 2).text == "," ? last - 2 : last - 1;
    const SpeakerPhrase antecedent = named_by(s, full_before(s, end));
    if (antecedent && antecedent.kind != PhraseKind::kPronoun) return antecedent;
    return {};
  }
  return phrase;
}

namespace {

// "the ministry shocked", "tax returns released": a verb behind its subject.
bool is_verb_behind(const SentenceView& s, int i, int first) {
  if (i == first || s.at(i).capital || !is_speaker_noun(s.at(i - 1)) || s.binds(i - 1))
    return false;
  return ends_in(s.at(i).text, "ed") || (s.at(i).word->verb_forms & (kPastForm | kSForm)) != 0;
}

// "last" of "last year": says when.
bool begins_time(const SentenceView& s, int i) {
  namespace role = time_role;
  return s.at(i).word->has_time_role(role::kLast | role::kNext | role::kPast) && !s.at(i).capital &&
         s.at(i + 1).word->has_time_role(role::kGrain | role::kMonth | role::kWeekday);
}

// The end of the noun phrase at `first`; `name` is the name it ends with, if any.
int edge_after(const SentenceView& s, int first, std::optional<NameSpan>& name) {
  int i = first;
  while (s.has(i) && i - first < kLongestPhrase) {
    if (const auto found = read_speaker_name(s, i)) {
      name = found;
      i = found->last;
    } else if (is_modifier(s, i) && !is_verb_behind(s, i, first) && !begins_time(s, i)) {
      ++i;
    } else if (s.lower_is(i, "and") && i > first && s.is(i + 1, kVoice) &&
               read_name(s, i + 2)) {  // "businessman and blogger Jane Doe"
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

// "head of the mission", "report by the U.N.": with what its prepositions hold.
int with_held(const SentenceView& s, int end) {
  for (int climbs = 0; climbs < 2; ++climbs) {
    int at = end;  // "data compiled by Reuters"
    if (ends_in(s.at(at).text, "ed")) {
      const bool dated = s.is(at + 1, kWeekday | kDayWord);
      if (s.lower_is(dated ? at + 2 : at + 1, "by")) at += dated ? 2 : 1;
    }
    if (!is_holder_preposition(s, at)) break;
    ++at;
    while (s.is(at, kDeterminer)) ++at;
    std::optional<NameSpan> name;
    const int next = edge_after(s, at, name);
    if (next == at || s.lower_is(next, "time")) break;  // "from the same time"
    end = next;
  }
  return end;
}

}  // namespace

SpeakerPhrase phrase_after(const SentenceView& s, int first) {
  if (s.is(first, kSubjectPronoun)) return one_token(PhraseKind::kPronoun, first);
  int at = first;
  while (at - first < 5 &&
         (s.is(at, kDeterminer) || s.at(at).word->number_role != NumberRole::kNone ||
          (s.lower_is(at, "of") && at > first)))  // "one of the agencies"
    ++at;
  std::optional<NameSpan> name;
  int end = edge_after(s, at, name);
  while (end > at && !s.is_word(end - 1) && !s.is_kind(end - 1, TokenKind::kMixed)) --end;
  if (end == at) return {};
  SpeakerPhrase phrase{PhraseKind::kNoun, at, end, first, end, end - 1};
  if (name && name->last == end) {  // "spokesman Nasrat Rahimi"
    phrase.kind = PhraseKind::kName;
    phrase.first = name->first;
  } else if (s.at(end).text == "," &&
             s.is(end - 1, kVoice | kTitle | kBody)) {  // "the mayor, Jane Doe"
    if (const auto apposed = read_speaker_name(s, end + 1)) {
      phrase.kind = PhraseKind::kName;
      phrase.first = apposed->first;
      phrase.last = phrase.end = apposed->last;
    }
  }
  if (phrase.kind == PhraseKind::kNoun) phrase.last = phrase.end = with_held(s, end);
  return phrase;
}

SpeakerPhrase subject_after(const SentenceView& s, int first) {
  // "On Monday", "Late Sunday," say when.
  for (int n = 0; n < 4; ++n) {
    const bool day = s.is(first, kWeekday | kDayWord) || s.at(first).text == "," ||
                     s.lower_is(first, "early") || s.lower_is(first, "late");
    if (!day && !(s.lower_is(first, "on") && s.is(first + 1, kWeekday))) break;
    ++first;
  }
  if (s.is(first, kSubjectPronoun)) return one_token(PhraseKind::kPronoun, first);
  int at = first;
  while (at - first < 3 &&
         (s.is(at, kDeterminer) || s.at(at).word->number_role != NumberRole::kNone))
    ++at;
  SpeakerPhrase noun;
  for (int i = at; i < at + kLongestPhrase; ++i) {
    if (const auto name = read_speaker_name(s, i)) {
      // "Norwegian officials", "the Bergen newspaper Dagposten"
      if (is_speaker_noun(s.at(name->last)) && is_modifier(s, name->last)) {
        i = name->last - 1;
        continue;
      }
      return {PhraseKind::kName, name->first, name->last, first, name->last, name->last - 1};
    }
    if (i == at && is_unknown_head(s, i)) return one_token(PhraseKind::kName, i);
    if (!is_modifier(s, i) || is_verb_behind(s, i, at)) break;
    if (is_speaker_noun(s.at(i))) noun = {PhraseKind::kNoun, at, i + 1, first, i + 1, i};
  }
  return noun;
}

namespace {

// The name of a body that a document's noun ends; "Harbour University Poll" names
// the poll.
bool names_body(const SentenceView& s, const SpeakerPhrase& name) {
  for (int i = name.first; i + 1 < name.last; ++i) {
    if (s.is(i, kBody) && !s.is_word(i + 1)) return true;
    if (s.is(i, kBody) && (s.lower_is(i + 1, "of") || s.lower_is(i + 1, "for"))) return true;
  }
  return name && s.is(name.last - 1, kBody) && !s.is(name.last - 1, kDocument);
}

}  // namespace

SpeakerPhrase document_before(const SentenceView& s, int last) {
  if (s.at(last - 1).text == ",") {  // "an analysis, using new data, found"
    const SpeakerPhrase phrase = before_apposition(s, last - 1);
    return phrase && s.is(phrase.head, kDocument) ? phrase : SpeakerPhrase{};
  }
  for (int i = last - 1; s.has(i) && last - i < kLongestClimb; --i) {
    if (s.is_kind(i, TokenKind::kQuote) || s.at(i).text == ";") return {};
    if (s.is(i, kSay) && !s.is(i, kDocument) && !s.is(i - 1, kDocument)) return {};
    if (!s.is(i, kDocument) || s.is(i, kPreposition)) continue;
    // "the forecast office" is no forecast.
    const Token& next = s.at(i + 1);
    if (i + 1 < last && is_head(s, i + 1) && next.word->speech_forms == 0 &&
        !ends_in(next.text, "ed") && !ends_in(next.text, "ing"))
      continue;
    const SpeakerPhrase name = name_before(s, i + 1);
    if (names_body(s, name)) return {};  // "Bureau of Labor Statistics"
    SpeakerPhrase phrase = name ? with_holder(s, name) : noun_before(s, i + 1);
    if (!phrase) continue;
    phrase.last = phrase.end = std::min(with_held(s, i + 1), last);
    return phrase;
  }
  return {};
}

}  // namespace figured::claims
