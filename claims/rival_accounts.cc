#include "claims/rival_accounts.h"

#include <algorithm>

#include "claims/measures/scope_reader.h"
#include "claims/verdicts/claim_pair.h"

namespace figured::claims {
namespace {

// What parts the two accounts: "while", "but", a semicolon.
bool sets_apart(const SentenceView& s, int i) {
  static constexpr WordList kAgainst = {"while", "whereas", "but", "although", "though"};
  return s.is_one_of(i, kAgainst) || s.at(i).text == ";";
}

// What was expected, or said before, is no account of what is.
bool tells_of_forecast(const SentenceView& s, int from, int to) {
  static constexpr WordList kExpecting = {
      "forecast", "forecasts", "forecasting", "expected",    "expect",    "expects",    "predicted",
      "predict",  "predicts",  "projected",   "anticipated", "consensus", "previously", "earlier"};
  for (int i = from; i < to; ++i) {
    if (s.is_one_of(i, kExpecting)) return true;
  }
  return false;
}

// Bare people are whoever the other account counts.
bool are_of_one_measure(const Draft& a, const Draft& b) {
  const ReadMeasure &one = a.measure, &other = b.measure;
  if (one.measure.empty() || a.figure.figure.unit != b.figure.figure.unit) return false;
  const bool same = one.measure == other.measure && one.restriction == other.restriction &&
                    one.nation == other.nation;
  return same || (other.bare && one.measure.starts_with("people.") && one.restriction.empty() &&
                  one.nation.empty());
}

bool are_told_apart(const Draft& a, const Draft& b) {
  const auto &one = a.time.event_time, &other = b.time.event_time;
  const bool other_time = one && other && (one->from > other->to || other->from > one->to);
  const bool other_place = a.place.named && b.place.named && a.place.name != b.place.name;
  const bool other_owner =
      !a.subject.name.empty() && !b.subject.name.empty() && a.subject.name != b.subject.name;
  return other_time || other_place || other_owner || !same_restrictions(a.scope, b.scope);
}

bool is_whole(const Draft& draft) {
  return std::none_of(draft.scope.begin(), draft.scope.end(), [](const std::string& token) {
    return restricts(token) && !token.starts_with("of:") && !token.starts_with("nation:");
  });
}

bool may_be_account(const Draft& draft) {
  return draft.figure.dimension.empty() && !draft.figure.rank && !draft.figure.vague &&
         draft.answered == kNoDraft && !draft.measure.change && is_whole(draft);
}

// Each is told on its own side of what parts them.
bool are_told_on_each_side(const SentenceView& s, const Draft& a, const Draft& b) {
  for (int i = a.figure.last; i < b.figure.first; ++i) {
    if (!sets_apart(s, i)) continue;
    const Span parting = s.at(i).span;
    const Span &one = a.speaker.words, &other = b.speaker.words;
    const std::uint32_t begin = s.at(s.first()).span.start;
    return one.start >= begin && one.end <= parting.start && one.end > begin &&
           other.start >= parting.end;
  }
  return false;
}

bool are_rivals(const SentenceView& s, const Draft& a, const Draft& b) {
  return may_be_account(a) && may_be_account(b) &&
         are_two_origins(a.speaker.origin, b.speaker.origin) && are_of_one_measure(a, b) &&
         !are_told_apart(a, b) && are_told_on_each_side(s, a, b) &&
         !tells_of_forecast(s, s.first(), b.figure.last);
}

}  // namespace

void find_rival_accounts(const Tokens& tokens, std::vector<Draft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    const Draft& before = drafts[i - 1];
    Draft& draft = drafts[i];
    if (draft.sentence != before.sentence || draft.figure.first < before.figure.last) continue;
    if (!are_rivals(SentenceView(tokens, tokens.sentences[draft.sentence]), before, draft))
      continue;
    draft.answers = before.figure.figure.span.start;
    if (draft.measure.measure == before.measure.measure) continue;
    draft.measure.measure = before.measure.measure;
    draft.measure.event = before.measure.event;
  }
}

}  // namespace figured::claims
