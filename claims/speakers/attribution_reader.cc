// attribution := subject saying [ addressee ] [ time ] [ "that" ] content
//              | content "," subject saying [ rest ]
//              | content "," saying subject [ rest ]
//              | "according to" subject "," content | content [ "," ] "according to" subject
//              | content participle "by" subject
//              | subject "was quoted as saying" content | ... "quoted" subject "as saying" content
//              | document showing content | subject "put" words "at" content
//              | content "-" Name "(@handle)"
//              | content "," "citing" subject
// saying      := [ auxiliary ] verb of words.tsv ; rest := what adds no content: a
// day, a place, "in an interview", the end of the sentence.
#include "claims/speakers/attribution_reader.h"

#include <algorithm>

#include "claims/speakers/saying_verb.h"
#include "claims/speakers/speaker_name.h"
#include "claims/speakers/speaker_words.h"

namespace figured::claims {
namespace {

constexpr int kLongestAntecedent = 7;  // before "that police say"
constexpr int kLongestClause = 30;     // between a subject and ", saying"
constexpr int kLongestObject = 14;     // between "put" and "at"
constexpr std::size_t kMostCited = 4;  // attributions before ", citing officials"

class SentenceReader {
 public:
  SentenceReader(const SentenceView& s, std::vector<Attribution>& out)
      : s_(s), out_(out), begin_(out.size()) {}

  void run() {
    for (const std::uint32_t cued : s_.cued()) {
      const int i = static_cast<int>(cued);
      const Token& token = s_.at(i);
      if ((token.cues & kSpeechCue) == 0) continue;
      cue_ = i;
      if (token.kind == TokenKind::kMixed) {
        read_signature(i);
      } else if (token.word->is(kAccording)) {
        read_according(i);
      } else {
        read_verb(i);
      }
    }
  }

 private:
  // Where one statement ends and another begins.
  bool is_break(int i) const {
    if (s_.at(i).text == ";") return true;
    return s_.at(i).text == "," && s_.is(i + 1, kConjunction | kClauseBreak) &&
           !s_.lower_is(i + 1, "who") && !s_.lower_is(i + 1, "which") &&
           !s_.lower_is(i + 1, "where") && !s_.lower_is(i + 1, "or");
  }

  bool has_cue() const { return out_.size() > begin_; }

  // The first token of what a verb behind its content can govern.
  int content_start() const {
    if (!has_cue()) return s_.first();
    for (int i = cue_; i >= std::max(out_.back().words_last, s_.first()); --i) {
      if (s_.is_kind(i, TokenKind::kSign) && is_break(i)) return i + 1;
    }
    return s_.first();
  }

  void read_verb(int verb);
  bool read_by_agent(int verb);
  bool read_quoted_as(int verb);
  bool read_put(int verb);
  bool read_shown(int verb);
  bool read_inverted(int verb);
  void read_said(int verb, const SpeakerPhrase& who);
  void add_antecedent(const SpeakerPhrase& who, int pronoun, int verb);
  void read_according(int i);
  void read_signature(int handle);
  SpeakerPhrase subject_of(int verb) const;
  SpeakerPhrase subject_of_clause(int at) const;

  Attribution& add(const SpeakerPhrase& who, int words_first, int words_last,
                   std::string_view rule) {
    Attribution& added = out_.emplace_back();
    added.who = who;
    added.words_first = words_first;
    added.words_last = words_last;
    added.rule = rule;
    return added;
  }
  void add_before(const SpeakerPhrase& who, int words_first, int words_last, int to,
                  std::string_view rule);
  void add_after(const SpeakerPhrase& who, int words_first, int words_last, int from,
                 std::string_view rule);

  const SentenceView& s_;
  std::vector<Attribution>& out_;
  std::size_t begin_;
  int cue_ = -1;  // the token of saying at hand
};

// What stands before token `to` is said; beside a quotation only what is quoted.
void SentenceReader::add_before(const SpeakerPhrase& who, int words_first, int words_last, int to,
                                std::string_view rule) {
  const int from = content_start();
  const bool quotation = closes_quotation(s_, to - 1);
  Attribution& added = add(who, words_first, words_last, rule);
  added.from = from;
  added.to = to;
  added.quotation = added.quoted_only = quotation;
}

// What stands behind token `from` - 1 is said.
void SentenceReader::add_after(const SpeakerPhrase& who, int words_first, int words_last, int from,
                               std::string_view rule) {
  Attribution& added = add(who, words_first, words_last, rule);
  added.from = from;
  added.to = s_.last();
  int quote = from;
  while (s_.at(quote).text == "," || s_.at(quote).text == ":") ++quote;
  if (!is_quote(s_, quote)) return;
  added.quotation = true;
  added.quoted_only = quote > from || s_.at(quote + 1).capital;
}

// "figures released by the ministry", "as reported by Reuters", "was told by"
bool SentenceReader::read_by_agent(int verb) {
  if (!s_.lower_is(verb + 1, "by") || (s_.at(verb).word->speech_forms & kPastForm) == 0)
    return false;
  if (!s_.is(verb, kSay)) return true;
  // "after it was denied by the council": refused, not said to be untrue.
  if (s_.lower_is(verb, "denied") && s_.is(verb - 1, kBe) && s_.is(verb - 2, kPronoun)) return true;
  const SpeakerPhrase who = phrase_after(s_, verb + 2);
  if (!who || who.kind == PhraseKind::kPronoun) return true;
  if (s_.lower_is(verb, "told")) {
    add_after(who, verb, who.end, who.end, "told by");
  } else if (!s_.lower_is(verb, "quoted") && !s_.lower_is(verb, "put")) {
    if (who.kind == PhraseKind::kNoun && !is_speaker_noun(s_.at(who.head))) return true;
    add_before(who, verb, who.end, verb, "stated by");
    // Within another saying it governs no more than what stands right before it.
    if (out_.size() > begin_ + 1)
      out_.back().from = std::max(out_.back().from, out_[out_.size() - 2].words_last);
  }
  return true;
}

// "quoted X as saying", "X was quoted by Y as saying"
bool SentenceReader::read_quoted_as(int verb) {
  if (!s_.lower_is(verb, "quoted") && !s_.lower_is(verb, "quotes") && !s_.lower_is(verb, "cited"))
    return false;
  for (int i = verb + 1; i < verb + kLongestObject && s_.has(i); ++i) {
    if (!s_.lower_is(i, "as") || !s_.is(i + 1, kSay) ||
        (s_.at(i + 1).word->speech_forms & kIngForm) == 0)
      continue;
    int subject = verb;
    while (s_.is(subject - 1, kBe | kHave | kAdverb)) --subject;
    const bool passive = s_.is(verb - 1, kBe);
    const SpeakerPhrase who = passive ? phrase_before(s_, subject) : phrase_after(s_, verb + 1);
    if (!who) return true;
    if (ends_behind(s_, i + 2, false) && !is_quote(s_, i + 2) && who.begin > s_.first() + 1) {
      add_before(who, who.begin, i + 2, passive ? who.begin : s_.first(), "quoted as saying");
    } else {
      add_after(who, std::min(who.begin, verb), i + 2, i + 2, "quoted as saying");
    }
    return true;
  }
  return s_.lower_is(verb, "quoted");
}

// "put the toll at 42"
bool SentenceReader::read_put(int verb) {
  static constexpr WordList kPuts = {"put",       "puts",     "putting", "pegged", "estimated",
                                     "estimates", "estimate", "placed",  "set",    "places"};
  if (!s_.is_one_of(verb, kPuts)) return false;
  for (int i = verb + 1; i < verb + kLongestObject && s_.has(i) && !is_end(s_, i); ++i) {
    if (!s_.lower_is(i, "at") && !s_.lower_is(i, "as")) continue;
    int number = i + 1;
    for (; number < i + 5 && !is_number(s_, number) && s_.is_word(number); ++number) {
    }
    if (!is_number(s_, number)) continue;
    const SpeakerPhrase who = subject_of(verb);
    if (!who || (who.kind == PhraseKind::kNoun && !is_speaker_noun(s_.at(who.head)))) return false;
    add_after(who, who.begin, verb + 1, verb + 1, "put the figure at");
    return true;
  }
  return false;
}

// "the poll showed", "data from X indicate"
bool SentenceReader::read_shown(int verb) {
  const Word& word = *s_.at(verb).word;
  if (!word.is(kShow | kSay | kSpeech)) return false;
  if (s_.is(verb - 1, kDeterminer | kPreposition | kModal | kBe)) return false;
  SpeakerPhrase document = document_before(s_, verb);
  const bool ing = (word.speech_forms & kIngForm) != 0;
  // Right before a verb of saying it is a subject like others.
  if (word.is(kSay) && document.end == verb && !ing) return false;
  if (!document || !agrees(s_, document, verb) || !reaches(s_, document, verb)) return false;
  const int next = verb + 1;
  if (ing && word.is(kSay)) {  // "Torval released a statement saying": Torval
    if (const SpeakerPhrase subject = subject_of_clause(document.begin)) document = subject;
  }
  if (s_.at(document.begin - 1).text == "," && is_mark(s_, next)) {
    add_before(document, document.begin, next, document.begin, "a document shows");
  } else if (is_mark(s_, next) && !is_quote(s_, next) && s_.at(next).text != ",") {
    return false;
  } else {
    add_after(document, document.begin, next, next, "a document shows");
  }
  return true;
}

// `"...," said Smith`
bool SentenceReader::read_inverted(int verb) {
  const Word& word = *s_.at(verb).word;
  if (!word.is(kSay | kSayThat) || (word.speech_forms & (kPastForm | kSForm)) == 0) return false;
  if (!is_mark(s_, verb - 1) || is_end(s_, verb - 1) || !s_.has(verb - 1)) return false;
  if (s_.lower_is(verb, "told") || s_.lower_is(verb, "tells")) return false;
  const SpeakerPhrase who = phrase_after(s_, verb + 1);
  if (!who || (who.kind == PhraseKind::kNoun && !can_speak(s_, who, verb))) return false;
  const bool ends =
      is_mark(s_, who.end) || s_.lower_is(who.end, "who") ||
      s_.is(who.end, kPreposition | kWeekday | kDayWord | kConjunction | kAdverb | kClauseBreak) ||
      s_.at(who.end).text == "(" || s_.at(who.end).text == ":";
  if (!ends) return false;
  const bool quotation = closes_quotation(s_, verb - 1);
  if (!quotation) {  // "Smith, of Boston, said police ..." is no inversion
    const SpeakerPhrase subject = phrase_before(s_, verb);
    if (subject && subject.kind == PhraseKind::kName) return false;
    if (who.kind == PhraseKind::kPronoun) return false;
  }
  add_before(who, verb, who.end, verb, "said by, after the verb");
  // "But, says Smith, ..."
  if (!quotation && verb - s_.first() <= 3 && s_.at(who.end).text == ",")
    add_after(who, verb, who.end, who.end, "said by, after the verb");
  // "..., said Smith: ..." and a quotation that goes on
  for (int i = who.end; i < who.end + 24 && s_.has(i); ++i) {
    if (!is_quote(s_, i) || !s_.at(i).opens) continue;
    Attribution& more = add(who, verb, who.end, "said by, after the verb");
    more.from = i;
    more.to = s_.last();
    more.quoted_only = more.quotation = true;
    break;
  }
  return true;
}

// The subject of a verb: right before it, or, for "and said" and ", adding",
// the one of the verb before.
SpeakerPhrase SentenceReader::subject_of(int verb) const {
  int i = verb;
  while (s_.has(i - 1) &&
         (s_.is(i - 1, kHave | kAdverb | kDayWord | kWeekday) || s_.lower_is(i - 1, "both") ||
          (s_.at(i - 1).text.ends_with("ly") && !s_.at(i - 1).capital)))
    --i;
  if (i < verb && s_.lower_is(i - 1, "on")) --i;  // "police on Friday said"
  if (is_time_word(s_, i - 1)) {                  // "the military last week said"
    for (int n = 0; n < 3 && (is_time_word(s_, i - 1) || s_.lower_is(i - 1, "last")); ++n) --i;
  }
  const bool ing = (s_.at(verb).word->speech_forms & kIngForm) != 0;
  if (ing && s_.is(i - 1, kBe)) {
    while (s_.is(i - 1, kBe | kHave | kAdverb)) --i;
    return phrase_before(s_, i);
  }
  const bool may = s_.at(i - 1).capital && i - 1 > s_.first();  // "Theresa May said"
  if ((s_.is(i - 1, kBe | kModal | kWill | kNegation | kDeterminer) && !may) ||
      s_.lower_is(i - 1, "to"))
    return {};
  if (ing) {
    if (s_.lower_is(i - 1, "earlier") || s_.lower_is(i - 1, "later")) --i;
    if (s_.lower_is(i - 1, "after") || s_.lower_is(i - 1, "before") || s_.lower_is(i - 1, "by"))
      return s_.lower_is(verb + 1, "that") ? subject_of_clause(i - 1) : SpeakerPhrase{};
    if (s_.at(i - 1).text == "," || s_.lower_is(i - 1, "and")) {
      return subject_of_clause(i - 1);
    }
    const SpeakerPhrase who = phrase_before(s_, i);
    return who && s_.lower_is(who.begin - 1, "with") ? who : SpeakerPhrase{};
  }
  if (s_.is(i - 1, kConjunction)) {
    return subject_of_clause(i - 1);
  }
  return phrase_before(s_, i);
}

// "Smith flew home and said", "before the ministry changed course, saying": the
// subject of the clause that goes on at token `at`.
SpeakerPhrase SentenceReader::subject_of_clause(int at) const {
  const int begin = has_cue() ? std::max(s_.first(), out_.back().words_last) : s_.first();
  for (int i = at - 1; i > begin && at - i < kLongestClause; --i) {
    if (!s_.is(i, kClauseBreak | kConjunction) || s_.lower_is(i, "that")) continue;
    const SpeakerPhrase subject = subject_after(s_, i + 1);
    if (subject && subject.end < at && !is_mark(s_, subject.end) &&
        !s_.is(subject.end, kPreposition | kConjunction))
      return subject;
  }
  return has_cue() ? out_.back().who : subject_after(s_, s_.first());
}

// "a cell of 3 that prosecutors say kidnapped the boy": the noun phrase before
// the pronoun is said as well.
void SentenceReader::add_antecedent(const SpeakerPhrase& who, int pronoun, int verb) {
  const Word& next = *s_.at(verb + 1).word;
  const bool finite = next.is(kBe | kHave | kModal | kWill) || (next.verb_forms & kPastForm) != 0 ||
                      s_.at(verb + 1).text.ends_with("ed");
  if (!finite) return;
  int from = pronoun;
  while (pronoun - from < kLongestAntecedent && s_.has(from - 1) && !is_mark(s_, from - 1) &&
         !s_.is(from - 1, kBe | kHave))
    --from;
  Attribution& added = add(who, who.begin, verb + 1, "said of what stands before");
  added.from = from;
  added.to = pronoun;
}

// The subject stands before the verb; what is said before both or behind.
void SentenceReader::read_said(int verb, const SpeakerPhrase& who) {
  const bool inherited =
      who.end > verb || who.begin < s_.first() || (has_cue() && out_.back().who.begin == who.begin);
  const bool relative = s_.lower_is(verb - 1, "who") || s_.lower_is(verb - 1, "which");
  const int mark = who.begin - 1;  // what stands before the subject
  const bool tells =
      s_.lower_is(verb, "told") || s_.lower_is(verb, "tells") || s_.lower_is(verb, "tell");
  const bool behind_quotation = !inherited && closes_quotation(s_, mark);
  const bool behind_mark =
      behind_quotation || (!inherited && s_.has(mark) && is_mark(s_, mark) && !is_quote(s_, mark));
  const bool ends = ends_behind(s_, verb + 1, tells);
  if (tells && !behind_mark && is_mark(s_, verb + 1)) return;  // "all told,"
  if (s_.at(mark).text == "(" && s_.at(verb + 1).text == ")")
    return add_before(who, who.begin, verb + 1, mark, "said in brackets");
  if (relative) {
    if (ends && !is_quote(s_, verb + 1) && s_.at(verb + 1).text != ",") return;
    add_after(who, who.begin, verb + 1, verb + 1, "said in a relative clause");
    out_.back().to = std::min(out_.back().to, relative_end(s_, verb + 1));
    return;
  }
  if (behind_quotation || (behind_mark && ends)) {
    add_before(who, who.begin, verb + 1, behind_quotation ? who.begin : mark,
               "said, behind what is said");
    const int more = mark_behind(s_, verb + 1);
    if (more < 0) return;
    add_after(who, who.begin, verb + 1, more, "said, amid what is said");
    out_.back().quoted_only = out_.back().quoted_only || behind_quotation;
    return;
  }
  const int pronoun = s_.lower_is(who.begin, "that") ? who.begin : mark;
  if (s_.lower_is(pronoun, "that") || s_.lower_is(pronoun, "who") || s_.lower_is(pronoun, "which"))
    add_antecedent(who, pronoun, verb);
  add_after(who, who.begin, verb + 1, verb + 1, "said");
  if (s_.lower_is(mark, "what")) {  // "posted what he said were pictures of ..., which"
    const int comma = mark_behind(s_, verb + 1);
    if (comma >= 0) out_.back().to = comma;
  }
  // Nothing is said here, but a quotation beside the sentence may be.
  if (ends && is_end(s_, mark_behind(s_, verb + 1))) out_.back().quotation = true;
}

void SentenceReader::read_verb(int verb) {
  const Token& token = s_.at(verb);
  if (token.capital && verb != s_.first() && !s_.lower_is(verb, "say") &&
      !s_.lower_is(verb, "says") && !in_capitals(s_, verb))
    return;
  if (read_quoted_as(verb) || read_by_agent(verb) || read_put(verb)) return;
  const bool ing = (token.word->speech_forms & kIngForm) != 0;
  if (!ing && is_passive(s_, verb)) return;
  if (read_shown(verb)) return;
  if (!token.word->is(kSay | kSayThat | kSpeech)) return;
  if (!token.word->is(kSay | kSayThat) && is_mark(s_, verb + 1)) return;
  if (read_inverted(verb)) return;
  const SpeakerPhrase who = subject_of(verb);
  if (!who || !can_speak(s_, who, verb)) return;
  if (!ing && !suits_form(s_, who, verb)) return;
  // "We assess ..." within a quotation is said by the one who is quoted.
  if (token.quoted && who.kind == PhraseKind::kPronoun && !s_.is(who.head, kPersonPronoun)) return;
  const bool behind =
      closes_quotation(s_, who.begin - 1) || (is_mark(s_, who.begin - 1) && is_mark(s_, verb + 1));
  if (!behind && !has_content(s_, verb)) return;
  read_said(verb, who);
}

void SentenceReader::read_according(int i) {
  if (s_.lower_is(i, "per") && !s_.lower_is(i - 1, "as")) return;
  const bool citing = s_.lower_is(i, "citing") || s_.lower_is(i, "quoting");
  const bool to = s_.lower_is(i, "according");
  if (to && !s_.lower_is(i + 1, "to")) return;
  const SpeakerPhrase who = phrase_after(s_, i + (to ? 2 : 1));
  if (!who) return;
  if (citing) {
    if (has_cue()) {
      const std::size_t first = std::max(begin_ + kMostCited, out_.size()) - kMostCited;
      for (std::size_t a = first; a < out_.size(); ++a) {
        if (!out_[a].source) out_[a].source = who;
      }
    } else if (s_.at(i - 1).text == ",") {
      add_before(who, i, who.end, i - 1, "citing");
    }
    return;
  }
  const int begin = to ? i : i - 1;  // "as per"
  const bool leads = begin == s_.first() || s_.is(begin - 1, kConjunction | kClauseBreak) ||
                     (s_.at(begin - 1).text == "," && s_.is(begin - 2, kConjunction));
  if (leads) {
    add_after(who, begin, who.end, who.end, "according to, before what is said");
    return;
  }
  const int from = content_start();
  Attribution& before = add(who, i, who.end, "according to");
  before.from = from;
  before.to = begin;
  Attribution& after = add(who, i, who.end, "according to");
  after.from = who.end;
  after.to = s_.last();
}

// "- Jane Doe (@janedoe) March 22, 2018" behind what she wrote
void SentenceReader::read_signature(int handle) {
  if (s_.at(handle - 1).text != "(") return;
  const auto name = read_speaker_name_before(s_, handle - 1);
  if (!name || !s_.is_kind(name->first - 1, TokenKind::kHyphen)) return;
  const SpeakerPhrase who{PhraseKind::kName, name->first, name->last,
                          name->first - 1,   handle + 2,  name->last - 1};
  const int from = has_cue() ? out_.back().words_last : s_.first();
  Attribution& added = add(who, name->first, handle + 1, "signed message");
  added.from = from;
  added.to = name->first - 1;
}

}  // namespace

void read_attributions(const SentenceView& sentence, std::vector<Attribution>& attributions) {
  SentenceReader(sentence, attributions).run();
}

}  // namespace figured::claims
