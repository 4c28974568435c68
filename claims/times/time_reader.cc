#include "claims/times/time_reader.h"

#include <algorithm>

#include "claims/times/time_attachment.h"

namespace figured::claims {
namespace {

using std::chrono::days;
using std::chrono::sys_seconds;

constexpr std::size_t kAnchorSentences = 3;
constexpr std::size_t kBackgroundSentences = 2;

// Begins by pointing back: "It killed", "His troops", "But they", "The fire".
bool goes_on(const SentenceView& s) {
  int i = s.first();
  while (s.is(i, kConjunction) || s.is_kind(i, TokenKind::kQuote)) ++i;
  return s.is(i, kSubjectPronoun | kPossessive) || s.lower_is(i, "the") ||
         s.is(i - 1, kConjunction);
}

// Speaks of now, or of what is to come.
bool is_present(const SentenceView& s) {
  constexpr int kMostTokens = 120;
  static constexpr WordList kNow = {"is", "are", "am", "has", "have", "now", "currently"};
  for (int i = s.first(); i < std::min(s.last(), s.first() + kMostTokens); ++i) {
    if (s.is(i, kWill | kModal) || s.is_one_of(i, kNow)) return true;
  }
  return false;
}

ReadTime told_by(const SentenceView& s, const TimeExpression& time) {
  ReadTime out;
  out.words = {s.at(time.first).span.start, s.at(time.last - 1).span.end};
  out.rule = time.rule;
  if (time.use == TimeUse::kAsOf) {
    out.as_of = std::chrono::floor<days>(time.span->to);
  } else {
    out.event_time = time.span;
  }
  return out;
}

}  // namespace

TimeReader::TimeReader(const Tokens& tokens, std::optional<sys_seconds> published)
    : tokens_(tokens), published_(published) {}

TimeAnchors TimeReader::anchors_before(std::size_t sentence) const {
  TimeAnchors anchors;
  for (std::size_t i = sentence - std::min(sentence, kAnchorSentences); i < sentence; ++i) {
    TimeExpressions(SentenceView(tokens_, tokens_.sentences[i]), published_).add_to(anchors);
  }
  return anchors;
}

// The one time long ago that the sentences before in the same paragraph tell of.
std::optional<TimeSpan> TimeReader::background_before(std::size_t sentence) const {
  const SentenceView s(tokens_, tokens_.sentences[sentence]);
  if (!published_ || !goes_on(s) || is_present(s)) return {};
  const std::uint32_t paragraph = tokens_.sentences[sentence].paragraph;
  for (std::size_t back = 1; back <= std::min(sentence, kBackgroundSentences); ++back) {
    const Sentence& before = tokens_.sentences[sentence - back];
    if (before.paragraph != paragraph) return {};
    const TimeExpressions times(SentenceView(tokens_, before), published_);
    if (times.all().empty()) continue;
    std::optional<TimeSpan> found;
    for (const TimeExpression& time : times.all()) {
      if (time.use != TimeUse::kWhen || time.grain == TimeGrain::kHour) continue;
      if (s.is(s.first(), kDeterminer) && !s.is(s.first(), kPossessive) && !time.opens) return {};
      if (!time.span || found || *published_ - time.span->to <= kBackgroundAge) return {};
      found = time.span;
    }
    return found;
  }
  return {};
}

std::vector<ReadTime> TimeReader::read(std::size_t sentence,
                                       const std::vector<ReadFigure>& figures) const {
  std::vector<ReadTime> out(figures.size());
  if (figures.empty()) return out;
  const SentenceView s(tokens_, tokens_.sentences[sentence]);
  TimeExpressions times(s, published_);
  if (times.all().empty()) {
    const auto background = background_before(sentence);
    for (ReadTime& time : out) {
      time.event_time = background;
      if (background) time.rule = "time of the sentence before";
    }
    return out;
  }
  if (times.wants_anchor()) times = {s, published_, anchors_before(sentence)};
  const TimeAttachment attachment(s, figures, times.all(), published_);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const TimeExpression* time = attachment.time_of(i);
    if (time != nullptr && time->span) out[i] = told_by(s, *time);
  }
  return out;
}

}  // namespace figured::claims
