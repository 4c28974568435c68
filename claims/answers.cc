#include "claims/answers.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "claims/measures/answering_figure.h"
#include "claims/measures/scope_reader.h"
#include "claims/measures/superseded_figure.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr auto kNewsDays = std::chrono::days(3);
constexpr std::size_t kReach = 2;  // sentences from an answer back to its figure

SentenceView view(const Tokens& tokens, const Draft& draft) {
  return SentenceView(tokens, tokens.sentences[draft.sentence]);
}

// The measure of a figure of another place, whose tokens say nothing here.
ReadMeasure measure_told_elsewhere(const ReadMeasure& other, const ReadFigure& figure) {
  ReadMeasure measure;
  measure.noun = other.noun;
  measure.measure = other.measure;
  measure.restriction = other.restriction;
  measure.nation = other.nation;
  measure.event = other.event;
  measure.bare = other.bare;
  measure.dimension = other.dimension;
  measure.first = figure.first;
  measure.figure_last = measure.last = figure.last;
  measure.rule = "counts what is counted beside it";
  return measure;
}

// --- "there were 50,000": of what, the sentence before tells, or the next figure

bool counts_those_there(const SentenceView& s, const ReadFigure& f) {
  const int be = f.first - 1;
  if (!f.dimension.empty() || f.vague || f.rank) return false;
  return (s.lower_is(be, "were") || s.lower_is(be, "are")) && s.lower_is(be - 1, "there") &&
         (!s.is_word(f.last) || s.is(f.last, kPreposition | kConjunction));
}

bool counts(const Draft& draft) {
  return draft.measure.dimension.empty() && !draft.figure.rank && !draft.measure.measure.empty();
}

void name_those_there(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!draft.measure.measure.empty() || !counts_those_there(view(tokens, draft), draft.figure))
      continue;
    const bool behind =
        i + 1 < drafts.size() && drafts[i + 1].sentence == draft.sentence && counts(drafts[i + 1]);
    const bool before =
        i > 0 && drafts[i - 1].sentence + 1 >= draft.sentence && counts(drafts[i - 1]);
    if (before || behind)
      draft.measure = measure_told_elsewhere(drafts[before ? i - 1 : i + 1].measure, draft.figure);
  }
}

// --- "organisers said 50,000"

// Of an event, of people or of an amount: what two may tell otherwise.
bool may_be_answered(const ReadMeasure& measure) {
  if (measure.part) return false;
  if (measure.event != kNoIndex) return true;
  constexpr std::string_view kCount = "count.";
  if (!measure.measure.starts_with(kCount)) return false;
  const Noun* noun = Lexicon::english().noun_named(measure.measure.substr(kCount.size()));
  return noun != nullptr && (noun->kind == "person" || noun->kind == "carrier");
}

// What stands behind the figure, or an event that the one before is not of.
bool has_own_measure(const Draft& draft, const Draft& before) {
  const ReadMeasure& own = draft.measure;
  if (own.measure.empty() || own.measure == draft.figure.dimension) return false;
  return own.head >= draft.figure.last ||
         (own.event != kNoIndex && own.measure != before.measure.measure);
}

bool is_of_one_dimension(const Draft& a, const Draft& b) {
  return a.figure.dimension == b.figure.dimension &&
         (a.figure.dimension.empty() || a.figure.figure.unit == b.figure.figure.unit);
}

// The only kind of figure in the clauses before, else in the sentence before that has
// one: of two it might answer either.
std::size_t figure_answered(const std::vector<Draft>& drafts, std::size_t answer) {
  std::size_t found = kNoDraft;
  for (std::size_t i = answer; i-- > 0 && drafts[i].sentence + kReach >= drafts[answer].sentence;) {
    const Draft& draft = drafts[i];
    if (found != kNoDraft && draft.sentence != drafts[found].sentence) break;
    if (draft.figure.rank || !is_of_one_dimension(draft, drafts[answer]) ||
        !may_be_answered(draft.measure))
      continue;
    if (found != kNoDraft && drafts[found].measure.measure != draft.measure.measure)
      return kNoDraft;
    found = i;
  }
  return found != kNoDraft && drafts[found].answered != kNoDraft ? drafts[found].answered : found;
}

bool is_of_other_time(const ReadTime& a, const ReadTime& b) {
  return a.event_time && b.event_time &&
         (a.event_time->from > b.event_time->to || b.event_time->from > a.event_time->to);
}

// "Up from 8.1 percent in April" is April's still.
bool is_of_these_days(const ReadTime& before, const ReadTime& now) {
  const auto &was = before.event_time, &is = now.event_time;
  const auto is_long = [](const std::optional<TimeSpan>& time) {
    return time && time->to - time->from > kNewsDays;
  };
  if (is_long(was) || is_long(is)) return false;
  return !was || (is && is->to - was->from <= kNewsDays);
}

void add_restriction(Draft& draft, std::string_view token) {
  const auto at = std::lower_bound(draft.scope.begin(), draft.scope.end(), token);
  if (at == draft.scope.end() || *at != token) draft.scope.emplace(at, token);
}

void take_restrictions(const Draft& from, Draft& to) {
  for (const std::string& token : from.scope) {
    if (restricts(token)) add_restriction(to, token);
  }
}

// --- "an earlier estimate of 148,000"

bool is_of_one_measure(const Draft& superseded, const Draft& other, bool account) {
  if (other.figure.rank || other.superseded || other.measure.measure.empty() ||
      !is_of_one_dimension(superseded, other) ||
      other.figure.figure.low == superseded.figure.figure.low)
    return false;
  return account || superseded.measure.measure.empty() ||
         superseded.measure.measure == other.measure.measure;
}

// The figure that has taken its place: the nearest before, in its sentence or the one
// before, else the next one.
std::size_t figure_instead(const std::vector<Draft>& drafts, std::size_t of, bool account) {
  for (std::size_t i = of; i-- > 0 && drafts[i].sentence + 1 >= drafts[of].sentence;) {
    if (is_of_one_measure(drafts[of], drafts[i], account)) return i;
  }
  for (std::size_t i = of + 1; i < drafts.size() && drafts[i].sentence <= drafts[of].sentence + 1;
       ++i) {
    if (is_of_one_measure(drafts[of], drafts[i], account)) return i;
  }
  return kNoDraft;
}

void name_superseded(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const SentenceView s = view(tokens, draft);
    if (!is_superseded_figure(s, draft.figure, draft.measure.head)) continue;
    const bool account = is_account_of(s, draft.figure) && draft.measure.head < 0;
    const std::size_t instead = figure_instead(drafts, i, account);
    if (instead == kNoDraft) {
      draft.superseded = !draft.measure.measure.empty() && is_given_up(s, draft.figure);
      continue;
    }
    draft.superseded = true;
    draft.answered = instead;
    if (account || draft.measure.measure.empty())
      draft.measure = measure_told_elsewhere(drafts[instead].measure, draft.figure);
  }
}

// --- "from 20 streets to nine", "nine, down from 16 on Saturday"

// What it has become: the next figure of the change, or the one before "down from".
std::size_t figure_now(const Tokens& tokens, const std::vector<Draft>& drafts, std::size_t of) {
  const auto becomes = [&](std::size_t i) {
    return i < drafts.size() && drafts[i].sentence == drafts[of].sentence &&
           !drafts[i].figure.previous && is_of_one_measure(drafts[of], drafts[i], false);
  };
  const SentenceView s = view(tokens, drafts[of]);
  if (becomes(of + 1) && s.lower_is(drafts[of + 1].figure.first - 1, "to")) return of + 1;
  return of > 0 && becomes(of - 1) ? of - 1 : kNoDraft;
}

void name_previous(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!draft.figure.previous || draft.answered != kNoDraft) continue;
    draft.answered = figure_now(tokens, drafts, i);
    if (draft.answered == kNoDraft || !draft.measure.measure.empty()) continue;
    draft.measure = measure_told_elsewhere(drafts[draft.answered].measure, draft.figure);
  }
}

// --- "instead of the official figure of 90"

// Not what is added to it.
bool is_set_beside(const SentenceView& s, int account) {
  static constexpr WordList kAdding = {"to", "besides", "plus", "and", "including"};
  int i = account - 1;
  while (s.is(i, kDeterminer | kPossessive)) --i;
  return !s.is_one_of(i, kAdding) || s.lower_is(i - 1, "compared");
}

// A toll is of the dead; a figure or a count is of anything.
bool tells_what_it_counts(const SentenceView& s, int noun) {
  return s.lower_is(noun, "toll") || s.lower_is(noun, "death");
}

void name_official(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.answered != kNoDraft) continue;
    const SentenceView s = view(tokens, draft);
    const int account = official_account(s, draft.figure);
    const Draft& before = drafts[i - 1];
    if (account < 0 || before.sentence != draft.sentence || !is_set_beside(s, account) ||
        !is_of_one_measure(draft, before, !tells_what_it_counts(s, account + 1)))
      continue;
    draft.answered = i - 1;
    draft.account = account;
    draft.measure = measure_told_elsewhere(before.measure, draft.figure);
  }
}

// "The official figure": nobody else stands by it.
void take_account(const SentenceView& s, Draft& draft) {
  int last = draft.account + 1;
  if (s.lower_is(last, "death")) ++last;
  draft.speaker.speaker = draft.speaker.origin = std::string(s.slice(draft.account, last + 1));
  draft.speaker.words = {s.at(draft.account).span.start, s.at(last).span.end};
  draft.speaker.rule = "an official account";
}

// "Organisers counted 51"
void take_teller(const SentenceView& s, Draft& draft) {
  const int head = subject_head(s, draft.teller);
  if (head < 0 || !s.is_word(head) || s.at(head).text.starts_with("'")) return;
  const int first = phrase_first(s, head);
  draft.speaker.speaker = draft.speaker.origin = std::string(s.slice(first, head + 1));
  draft.speaker.words = {s.at(first).span.start, s.at(head).span.end};
  draft.speaker.rule = "who tells another figure";
}

}  // namespace

void name_answers(const Tokens& tokens, std::vector<Draft>& drafts) {
  name_those_there(tokens, drafts);
  name_superseded(tokens, drafts);
  name_previous(tokens, drafts);
  name_official(tokens, drafts);
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.superseded || draft.answered != kNoDraft || has_own_measure(draft, drafts[i - 1]))
      continue;
    const auto answer = read_answering_figure(view(tokens, draft), draft.figure);
    if (!answer) continue;
    draft.answered = figure_answered(drafts, i);
    if (draft.answered == kNoDraft) continue;
    draft.teller = answer->teller;
    draft.measure = measure_told_elsewhere(drafts[draft.answered].measure, draft.figure);
  }
}

void complete_answers(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.superseded) add_restriction(draft, "superseded");
    if (draft.answered == kNoDraft) continue;
    const Draft& told = drafts[draft.answered];
    const bool was_so = draft.figure.previous && !draft.superseded;
    if (was_so ? is_of_these_days(draft.time, told.time) : !is_of_other_time(draft.time, told.time))
      draft.answers = told.figure.figure.span.start;
    draft.subject = told.subject;
    if (!draft.place.named) draft.place = told.place;
    if (!draft.time.event_time && !was_so) draft.time.event_time = told.time.event_time;
    take_restrictions(told, draft);
    if (draft.teller >= 0) take_teller(view(tokens, draft), draft);
    if (draft.account >= 0) take_account(view(tokens, draft), draft);
  }
}

}  // namespace figured::claims
