#include "claims/subjects/side_name.h"

#include <algorithm>

#include "claims/gazetteer/gazetteer.h"
#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/word_hash.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

bool is_title(const SentenceView& s, int i) { return s.is_word(i) && s.at(i).word->title; }

// What the words of a name before "of" say of it, the last first.
SideKind kind_by_words(const SentenceView& s, const NameSpan& name) {
  int last = name.last;
  for (int i = name.first; i < name.last; ++i) {
    if (s.lower_is(i, "of") && i > name.first) last = i;
  }
  for (int i = last - 1; i >= name.first; --i) {
    const SideKind kind = s.at(i).word->side_name;
    if (kind != SideKind::kNone && s.at(i).capital) return kind;
  }
  return SideKind::kNone;
}

bool is_demonym(const SentenceView& s, const NameSpan& name) {
  return name.last - name.first == 1 && s.at(name.first).word->demonym;
}

// Of the name's place_key; of words with single blanks between it is not written
// down.
std::uint64_t key_hash(const SentenceView& s, const NameSpan& name) {
  std::uint64_t hash = 0;
  for (int i = name.first; i < name.last; ++i) {
    const Token& word = s.at(i);
    const bool plain =
        word.letters && (i == name.first || s.at(i - 1).span.end + 1 == word.span.start);
    if (!plain) return place_key_hash(place_key(s.slice(name.first, name.last)));
    hash = next_word_hash(hash, word.text.hash());
  }
  return hash;
}

PlaceId place_of_name(const SentenceView& s, const NameSpan& name) {
  const Gazetteer& world = Gazetteer::world();
  const Token& head = s.at(name.first);
  if (head.letters && !world.may_begin(head.text.hash())) return kNoPlace;
  const PlaceNames found = world.find(key_hash(s, name));
  if (found.names.empty()) return kNoPlace;
  const std::uint8_t traits = found.names.front().traits;
  if ((traits & (kAbbreviation | kCommonWord | kPersonName | kDemonym)) != 0) return kNoPlace;
  const PlaceId id = found.names.front().row;
  if (world.place(id).kind == PlaceKind::kBody) return kNoPlace;
  const bool known = name.last - name.first > 1 || world.place(id).kind != PlaceKind::kCity ||
                     world.place(id).population > 500;
  return known ? id : kNoPlace;
}

bool follows_title(const SentenceView& s, int first) {
  return is_title(s, first - 1) || (s.at(first - 1).text == "." && is_title(s, first - 2));
}

// "Jane Doe of the Institute of Peace" is Jane Doe.
void cut_after_person(const SentenceView& s, NameSpan& name) {
  for (int i = name.first + 2; i < name.last; ++i) {
    if (!s.lower_is(i, "of")) continue;
    const NameSpan before{name.first, i};
    if (kind_by_words(s, before) == SideKind::kNone) name.last = i;
    return;
  }
}

// "<GM>", "<BONA.S>"
bool is_ticker(const SentenceView& s, const NameSpan& name) {
  return s.at(name.first - 1).text == "<" && is_acronym(s.at(name.first).text) &&
         name.last - name.first == 1;
}

// "8 p.m. ET"
bool is_zone(const SentenceView& s, const NameSpan& name) {
  return s.is(name.first - 1, kClockWord) || s.is(name.first - 2, kClockWord);
}

// `by_words` is its kind_by_words().
SideKind kind_of_name(const SentenceView& s, const NameSpan& name, SideKind by_words, bool titled) {
  if (titled) return SideKind::kPerson;
  const int words = name.last - name.first;
  if (by_words != SideKind::kNone)
    return words == 1 && by_words == SideKind::kOther ? SideKind::kNone : by_words;
  if (place_of_name(s, name) != kNoPlace) return SideKind::kPlace;
  if (s.at(name.last).text == "<") return SideKind::kCompany;
  if (words == 1) return is_acronym(s.at(name.first).text) ? SideKind::kOther : SideKind::kNone;
  bool joined = s.at(name.first).word->place != kNoIndex;
  for (int i = name.first; i < name.last; ++i)
    joined = joined || s.lower_is(i, "of") || is_acronym(s.at(i).text);
  // "Air France", "Electricite de France"
  joined = joined || s.at(name.last - 1).word->place != kNoIndex;
  return words <= 5 && !joined ? SideKind::kPerson : SideKind::kGroup;
}

}  // namespace

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool means_something(const Word& word) {
  if (word.place != kNoIndex || word.side_name != SideKind::kNone) return false;
  if (word.classes != 0 || word.event != kNoIndex || word.noun_event != kNoIndex ||
      word.noun != kNoIndex || word.side_noun != SideKind::kNone)
    return true;
  // "Residents", "Bought"; "Baker" and "Apple" may be anybody.
  if ((word.naming & (kNameNoun | kCapitalNoun)) != 0) return false;
  return word.can_be(kNounPlural | kVerbPast | kAdverbForm) ||
         word.is_likely(PartOfSpeech::kVerb) || word.is_likely(PartOfSpeech::kAdjective);
}

bool names_people(const Token& token) {
  const Word& word = *token.word;
  constexpr WordClasses kGrammar = kPronoun | kDeterminer | kPreposition | kConjunction | kBe |
                                   kHave | kModal | kWill | kClauseBreak | kAdverb | kOther;
  if (token.kind != TokenKind::kWord || token.capital || word.is(kGrammar)) return false;
  if (token.text == "police") return true;
  if (!word.can_be(kNounPlural)) return false;
  if (word.noun == kNoIndex) {
    return word.can_mean(Topic::kPerson) && !word.can_mean(Topic::kArtifact) &&
           !word.can_mean(Topic::kCommunication) && !word.can_be(kVerbS);
  }
  const std::string& kind = Lexicon::english().noun(word.noun).kind;
  return kind == "person" || kind == "armed" || kind == "carrier";
}

bool is_common_head(const SentenceView& s, const NameSpan& name) {
  if (name.last - name.first != 1) return false;
  const bool head = name.first == s.first() || (s.is_kind(name.first - 1, TokenKind::kQuote) &&
                                                name.first - 1 <= s.first() + 1);
  return head && means_something(*s.at(name.first).word);
}

SideName read_side_name(const SentenceView& s, const NameSpan& name) {
  NameSpan span = name;
  while (span.last - span.first > 1 && is_title(s, span.last - 1) && s.at(span.last).text == ".")
    --span.last;  // "New York Gov. ..."
  static constexpr WordList kQuestions = {"what", "why", "how", "is", "does", "did"};
  while (span.last - span.first > 1 && s.is_one_of(span.first, kQuestions)) ++span.first;
  cut_after_person(s, span);
  bool titled = follows_title(s, span.first);
  // "Senate Finance Committee Chairman Doe", but "General Motors Corp"
  for (int i = span.last - 2; i >= span.first && s.at(i + 1).word->side_name == SideKind::kNone;
       --i) {
    // "the Secretary of the Interior" holds an office, and has no name here.
    if (!is_title(s, i) || s.lower_is(i + 1, "of")) continue;
    span.first = i + 1;
    titled = true;
    break;
  }
  SideKind by_words = kind_by_words(s, span);
  if (by_words != SideKind::kNone) titled = false;
  // "German Angela Merkel"
  while (by_words == SideKind::kNone && span.last - span.first > 1 &&
         s.at(span.first).word->demonym) {
    ++span.first;
    by_words = kind_by_words(s, span);
  }
  const bool alone = span.last - span.first == 1;
  const bool nobody = is_demonym(s, span) || (alone && is_title(s, span.first)) ||
                      is_ticker(s, span) || is_common_head(s, span) || is_zone(s, span) ||
                      is_dateline(s, span.first, span.last);
  if (nobody) return {{span.first, span.first}, SideKind::kNone};
  return {span, kind_of_name(s, span, by_words, titled)};
}

}  // namespace figured::claims
