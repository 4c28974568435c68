#include "claims/field_reader.h"

#include <algorithm>
#include <utility>

#include "claims/assertion_reader.h"
#include "claims/claim_json.h"
#include "claims/figure_reader.h"
#include "claims/implicit_counts.h"
#include "claims/measure_reader.h"
#include "claims/scope_reader.h"
#include "claims/subject_reader.h"

namespace figured::claims {
namespace {

constexpr std::size_t kMaxQuote = 400;  // bytes of evidence
constexpr int kQuoteMargin = 4;         // tokens around what must be quoted
constexpr std::size_t kPlaceReach = 2;  // sentences back in which a place still holds

// The clause around the figure: the figure, its noun and the verb that governs
// it, and some words more.
Span quoted_span(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure) {
  int first = figure.first, last = std::max(figure.last, measure.head + 1);
  if (measure.verb >= 0) {
    first = std::min(first, measure.verb);
    last = std::max(last, measure.verb + 1);
  }
  const auto part_of_quote = [&](int i) { return s.has(i) && !s.is_kind(i, TokenKind::kSign); };
  for (int i = 0; i < kQuoteMargin && part_of_quote(first - 1); ++i) --first;
  for (int i = 0; i < kQuoteMargin && part_of_quote(last); ++i) ++last;
  const Span span{s.at(first).span.start, s.at(last - 1).span.end};
  return span.end - span.start > kMaxQuote ? figure.figure.span : span;
}

double confidence_of(const ReadFigure& figure, const ReadMeasure& measure) {
  if (measure.measure.empty()) return 0.2;
  if (measure.event == kNoIndex || !figure.restated_agrees) return 0.4;
  return figure.vague ? 0.7 : 0.8;
}

std::string time_in_words(const ReadTime& time) {
  if (time.event_time) {
    const std::string from = format_time(time.event_time->from).substr(0, 10);
    const std::string to = format_time(time.event_time->to).substr(0, 10);
    return from == to ? from : from + " to " + to;
  }
  return time.as_of ? "as of " + format_time(*time.as_of) : std::string();
}

std::string join(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& entry : list) text += (text.empty() ? "" : ", ") + entry;
  return text;
}

}  // namespace

FieldReader::FieldReader(Field field, const Tokens& tokens, const Document& document,
                         const ArticleSides& sides)
    : field_(field),
      tokens_(tokens),
      sides_(sides),
      speakers_(tokens),
      times_(tokens, document.published) {}

void FieldReader::locate(PlaceTally& tally) {
  places_.reserve(tokens_.sentences.size());
  for (const Sentence& sentence : tokens_.sentences) {
    places_.push_back(read_places(SentenceView(tokens_, sentence), sides_));
    tally.add(places_.back(), field_ == Field::kTitle ? 3 : sentence.paragraph == 0 ? 2 : 1);
  }
}

std::string FieldReader::first_place() const {
  for (const auto& sentence : places_) {
    for (const PlaceMention& place : sentence) {
      if (place.id == kNoPlace) continue;
      const PlaceKind kind = Gazetteer::world().place(place.id).kind;
      const bool known = kind != PlaceKind::kSeat && kind != PlaceKind::kBody;
      if (known && place.role != PlaceRole::kTarget) return place.name;
    }
  }
  return {};
}

void FieldReader::run(const Setting& setting, Reading& reading, Explanation* explanation) {
  setting_ = &setting;
  reading_ = &reading;
  explanation_ = explanation;
  for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
    if (tokens_.sentences[i].has_number) read_sentence(i);
    read_implied(i);
  }
}

void FieldReader::read_sentence(std::size_t number) {
  const SentenceView s(tokens_, tokens_.sentences[number]);
  const ReadFigures read = read_figures(s);
  if (explanation_ != nullptr) {
    for (const RejectedNumber& reject : read.rejects)
      explanation_->rejects.push_back({field_, reject.span, reject.reason});
  }
  if (read.figures.empty()) return;
  const std::vector<ReadTime> times = times_.read(number, read.figures);
  std::optional<ReadMeasure> previous;
  for (std::size_t i = 0; i < read.figures.size(); ++i) {
    const ReadFigure& figure = read.figures[i];
    ReadMeasure measure = read_measure(s, figure, previous ? &*previous : nullptr);
    ClaimExplanation* why =
        explanation_ == nullptr ? nullptr : &explanation_->claims.emplace_back();
    reading_->claims.push_back(make_claim(number, s, figure, measure, times[i], why));
    previous = std::move(measure);
  }
}

Nearby FieldReader::places_before(std::size_t number) const {
  Nearby found;
  for (std::size_t i = number; i-- > 0 && i + kPlaceReach >= number;) {
    for (auto place = places_[i].rbegin(); place != places_[i].rend(); ++place) {
      const PlaceKind kind =
          place->id == kNoPlace ? PlaceKind::kCity : Gazetteer::world().place(place->id).kind;
      const bool narrow = kind == PlaceKind::kCity || kind == PlaceKind::kState;
      if (found.place.empty() && place->role == PlaceRole::kLocated && narrow && !place->dateline)
        found.place = place->name;
      if (found.country.empty() && kind == PlaceKind::kCountry && !place->demonym)
        found.country = place->name;
    }
  }
  return found;
}

void FieldReader::read_implied(std::size_t number) {
  const SentenceView s(tokens_, tokens_.sentences[number]);
  const std::vector<ImplicitCount> counts = read_implicit_counts(s);
  if (counts.empty()) return;
  std::vector<ReadFigure> figures;
  for (const ImplicitCount& count : counts) figures.push_back(count.figure);
  const std::vector<ReadTime> times = times_.read(number, figures);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Claim claim = make_claim(number, s, counts[i].figure, counts[i].measure, times[i], nullptr);
    // "No Americans were hurt" asserts a count of none.
    if (claim.figure.low == 0.0) claim.negated = false;
    reading_->implied.push_back(std::move(claim));
  }
}

Claim FieldReader::make_claim(std::size_t number, const SentenceView& s, const ReadFigure& figure,
                              const ReadMeasure& measure, const ReadTime& time,
                              ClaimExplanation* why) const {
  const ReadSpeaker speaker = speakers_.speaker(number, figure.core);
  const ReadSubject subject = read_subject(s, figure, measure, sides_, speaker.speaker,
                                           setting_->country, field_ == Field::kText);
  const ReadPlace place =
      read_place(s, places_[number], figure, measure, subject, *setting_, places_before(number));
  const Assertion assertion = read_assertion(s, figure, measure);
  Claim claim;
  claim.field = field_;
  claim.figure = figure.figure;
  claim.restated = figure.restated;
  claim.restated_agrees = figure.restated_agrees;
  claim.span = quoted_span(s, figure, measure);
  claim.quote = std::string(s.text().substr(claim.span.start, claim.span.end - claim.span.start));
  claim.noun = measure.noun;
  claim.measure = measure.measure;
  claim.speaker = speaker.speaker;
  claim.origin = speaker.origin;
  claim.subject = subject.name;
  claim.scope = read_scope(s, figure, measure);
  claim.place = place.name;
  if (!place.named) claim.setting = setting_->place;
  claim.event_time = time.event_time;
  claim.as_of = time.as_of;
  claim.modality = assertion.modality;
  claim.negated = assertion.negated;
  claim.confidence = confidence_of(figure, measure);
  if (why != nullptr) {
    const Span head = measure.head >= 0 ? s.at(measure.head).span : Span{};
    why->findings = {
        {"counts", claim.noun, {}, head},
        {"measure", claim.measure, measure.rule, measure.words},
        {"subject", claim.subject, subject.rule, subject.words},
        {"place", claim.place, place.rule, place.words},
        {"time", time_in_words(time), time.rule, time.words},
        {"speaker", claim.speaker, speaker.rule, speaker.words},
        {"scope", join(claim.scope), {}, {}},
        {"modality",
         std::string(format_modality(claim.modality)) + (claim.negated ? ", negated" : ""),
         assertion.rule, assertion.words}};
  }
  return claim;
}

}  // namespace figured::claims
