#include "claims/field_reader.h"

#include <algorithm>
#include <utility>

#include "claims/answers.h"
#include "claims/claim_json.h"
#include "claims/figures/figure_cues.h"
#include "claims/measures/answer_share.h"
#include "claims/measures/event_interval.h"
#include "claims/measures/illness_cases.h"
#include "claims/measures/implicit_counts.h"
#include "claims/measures/scope_reader.h"
#include "claims/measures/street_measure.h"
#include "claims/rival_accounts.h"
#include "claims/text/link_list.h"
#include "claims/verdicts/context_words.h"

namespace figured::claims {
namespace {

constexpr std::size_t kMaxQuote = 400;       // bytes of evidence
constexpr std::size_t kUsualFigures = 16;    // of a text: they are large to move
constexpr std::size_t kCapitalsToPlace = 4;  // words with a capital for a place, or more
constexpr std::size_t kMostPlaces = 64;      // of a sentence, before a figure and behind it
constexpr int kQuoteMargin = 4;              // tokens around what must be quoted
constexpr std::size_t kPlaceReach = 2;       // sentences back in which a place still holds
// A time to come that is this long is guessed at, a shorter one is planned for.
constexpr std::chrono::days kGuessedSpan{300};

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
  const Span span{s.at(first).span.start,
                  std::max(s.at(last - 1).span.end, figure.figure.span.end)};
  return span.end - span.start > kMaxQuote ? figure.figure.span : span;
}

// What is measured tells how the number is meant.
void settle_figure(Draft& draft) {
  Figure& figure = draft.figure.figure;
  if (draft.measure.measure == "magnitude" && figure.unit.empty()) figure.unit = "magnitude";
  if (draft.measure.measure == kBlockNumber) figure.grain = kBlockStep;
  if (draft.measure.dimension == "percent" && figure.unit.empty()) {
    figure.unit = "percent";
    draft.figure.dimension = "percent";
  }
  if (draft.measure.dimension == "points" && figure.unit.empty()) {
    figure.unit = "point";
    draft.figure.dimension = "points";
  }
}

// Somebody's children, and how far two houses lie apart: whatever happens to them on a day.
bool holds_always(const ReadMeasure& measure) {
  return measure.measure == kOffspring || measure.measure == kDoorsBetween;
}

// "This compares with 4 percent in June": of the quantity told before.
bool compares_with_before(const SentenceView& s) {
  const int i = s.is(s.first(), kDeterminer | kPronoun) ? s.first() + 1 : s.first();
  return (s.lower_is(i, "compares") || s.lower_is(i, "compared")) &&
         (s.lower_is(i + 1, "with") || s.lower_is(i + 1, "to"));
}

double confidence_of(const ReadFigure& figure, const ReadMeasure& measure) {
  if (measure.measure.empty()) return 0.2;
  if (measure.bare) return 0.3;
  if (measure.event == kNoIndex || !figure.restated_agrees) return 0.4;
  return figure.vague ? 0.7 : 0.8;
}

// What a plain statement of that time is: of a year to come a guess, of a day to
// come a plan.
Modality stance_at(const ReadTime& time, std::optional<std::chrono::sys_seconds> published) {
  if (!time.event_time || !published || time.event_time->from <= *published)
    return Modality::kAsserted;
  const bool year = time.event_time->to - time.event_time->from >= kGuessedSpan;
  return year ? Modality::kEstimate : Modality::kPlanned;
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
      published_(document.published),
      times_(tokens, document.published) {}

void FieldReader::locate(PlaceTally& tally) {
  places_.reserve(tokens_.capitals.size() / kCapitalsToPlace);
  first_place_.reserve(tokens_.sentences.size() + 1);
  for (const Sentence& sentence : tokens_.sentences) {
    first_place_.push_back(places_.size());
    read_places(SentenceView(tokens_, sentence), sides_, places_);
    tally.add(PlaceMentions(places_).subspan(first_place_.back()), field_ == Field::kTitle   ? 3
                                                                   : sentence.paragraph == 0 ? 2
                                                                                             : 1);
  }
  first_place_.push_back(places_.size());
}

std::string FieldReader::first_place() const {
  for (const PlaceMention& place : places_) {
    if (place.id == kNoPlace) continue;
    const PlaceKind kind = Gazetteer::world().place(place.id).kind;
    const bool known = kind != PlaceKind::kSeat && kind != PlaceKind::kBody;
    if (known && place.role != PlaceRole::kTarget) return place.name;
  }
  return {};
}

void FieldReader::run(const Setting& setting, Reading& reading, Explanation* explanation) {
  setting_ = &setting;
  explanation_ = explanation;
  note_scenes();
  std::vector<Draft> drafts = written_figures();
  read_measures(drafts);
  const std::size_t written = drafts.size();
  add_implied_counts(drafts);
  read_rest(drafts);
  reading.claims.reserve(reading.claims.size() + written);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    // "No Americans were hurt" asserts a count of none, which others can contradict.
    if (i >= written && drafts[i].figure.figure.low == 0.0) drafts[i].assertion.negated = false;
    const bool told = i < written || drafts[i].told;
    if (told && explanation != nullptr) explanation->claims.push_back(explain(drafts[i]));
    make_claim(std::move(drafts[i]), (told ? reading.claims : reading.implied).emplace_back());
  }
}

std::vector<Draft> FieldReader::written_figures() const {
  std::vector<Draft> drafts;
  ReadFigures read;
  const std::vector<bool> links = find_links(tokens_);
  for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
    if (!may_hold_figures(tokens_, tokens_.sentences[i]) || (!links.empty() && links[i])) continue;
    read_figures(view(i), read);
    if (drafts.empty() && !read.figures.empty()) drafts.reserve(kUsualFigures);
    for (ReadFigure& figure : read.figures) {
      if (figure.interval && !read_event_interval(view(i), figure)) {  // it dates what others say
        if (explanation_ != nullptr)
          explanation_->rejects.push_back({field_, figure.figure.span, Reject::kTime});
        continue;
      }
      Draft& draft = drafts.emplace_back();
      draft.sentence = i;
      draft.figure = std::move(figure);
      if (draft.figure.restated && draft.figure.dimension == "money") {
        Draft again = draft;
        again.figure.figure = *again.figure.restated;
        again.figure.restated.reset();
        again.exchanged = true;
        drafts.push_back(std::move(again));
      }
    }
    if (explanation_ == nullptr) continue;
    for (const RejectedNumber& reject : read.rejects)
      explanation_->rejects.push_back({field_, reject.span, reject.reason});
  }
  return drafts;
}

void FieldReader::add_implied_counts(std::vector<Draft>& drafts) const {
  for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
    if ((tokens_.sentences[i].cues & kSingleCue) == 0) continue;
    for (ImplicitCount& count : read_implicit_counts(view(i))) {
      Draft& draft = drafts.emplace_back();
      draft.sentence = i;
      draft.figure = std::move(count.figure);
      draft.measure = std::move(count.measure);
      draft.told = count.told;
    }
  }
}

// A figure can go by the measure of the one before it.
void FieldReader::read_measures(std::vector<Draft>& drafts) const {
  const ReadMeasure* previous = nullptr;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const SentenceView s = view(draft.sentence);
    const bool goes_on = i > 0 && drafts[i - 1].sentence == draft.sentence;
    if (!goes_on && !compares_with_before(s)) previous = nullptr;
    const bool between = draft.figure.between || draft.figure.interval;
    draft.measure = draft.exchanged ? *previous
                    : between       ? measure_interval(s, draft.figure)
                                    : read_measure(s, draft.figure, previous);
    part_from_illness(tokens_, draft.sentence, sides_.text(), draft.measure);
    settle_figure(draft);
    const bool share = draft.figure.dimension == "percent" || draft.figure.part;
    draft.polled = share && ((goes_on && drafts[i - 1].polled) ||
                             is_answer_share(s, draft.figure, draft.measure));
    if (!between) previous = &draft.measure;
  }
  name_answers(tokens_, drafts);
}

void FieldReader::read_times(std::vector<Draft>& drafts) const {
  std::vector<ReadFigure> figures;
  for (std::size_t first = 0, last = 0; first < drafts.size(); first = last) {
    figures.clear();
    for (; last < drafts.size() && drafts[last].sentence == drafts[first].sentence; ++last)
      figures.push_back(std::move(drafts[last].figure));
    std::vector<ReadTime> times = times_.read(drafts[first].sentence, figures);
    for (std::size_t i = first; i < last; ++i) {
      drafts[i].figure = std::move(figures[i - first]);
      drafts[i].time = std::move(times[i - first]);
    }
  }
}

void FieldReader::read_rest(std::vector<Draft>& drafts) const {
  read_times(drafts);
  for (Draft& draft : drafts) {
    if (holds_always(draft.measure)) draft.time = ReadTime();
  }
  for (Draft& draft : drafts) {
    draft.speaker = speakers_.speaker(draft.sentence, draft.figure.core);
    if (draft.speaker.speaker.empty() && draft.polled)
      draft.speaker = speakers_.survey(draft.sentence, draft.figure.core);
  }
  for (Draft& draft : drafts) {
    draft.subject = read_subject(view(draft.sentence), draft.figure, draft.measure, sides_,
                                 draft.speaker.speaker, setting_->country, field_ == Field::kText);
  }
  for (Draft& draft : drafts) {
    draft.place = read_place(view(draft.sentence), places_near(draft.sentence, draft.figure.first),
                             draft.figure, draft.measure, draft.subject, *setting_,
                             places_before(draft.sentence));
  }
  for (Draft& draft : drafts) {
    draft.assertion = read_assertion(view(draft.sentence), draft.figure, draft.measure,
                                     stance_at(draft.time, published_));
  }
  for (Draft& draft : drafts) {
    draft.scope = read_scope(view(draft.sentence), draft.figure, draft.measure);
  }
  complete_answers(tokens_, drafts);
  find_rival_accounts(tokens_, drafts);
}

void FieldReader::note_scenes() {
  const auto is_scene = [&](const PlaceMention& place) { return place.name == setting_->scene; };
  for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
    const PlaceMentions places = places_of(i);
    if (std::any_of(places.begin(), places.end(), is_scene)) scenes_.push_back(i);
  }
}

PlaceMentions FieldReader::places_near(std::size_t sentence, int token) const {
  const PlaceMentions all = places_of(sentence);
  if (all.size() <= 2 * kMostPlaces) return all;
  const auto behind = std::partition_point(
      all.begin(), all.end(), [token](const PlaceMention& place) { return place.first < token; });
  const auto near = static_cast<std::size_t>(behind - all.begin());
  const std::size_t first = near - std::min(near, kMostPlaces);
  return all.subspan(first, std::min(all.size() - first, 2 * kMostPlaces));
}

Nearby FieldReader::places_before(std::size_t number) const {
  Nearby found;
  const auto scene = std::upper_bound(scenes_.begin(), scenes_.end(), number);
  found.scene = number <= (scene == scenes_.begin() ? 0 : *(scene - 1)) + kSceneReach;
  for (std::size_t i = number; i-- > 0 && i + kPlaceReach >= number;) {
    const PlaceMentions places = places_near(i, static_cast<int>(tokens_.sentences[i].last));
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
      const PlaceKind kind =
          place->id == kNoPlace ? PlaceKind::kCity : Gazetteer::world().place(place->id).kind;
      const bool narrow = kind == PlaceKind::kCity || kind == PlaceKind::kState;
      const bool here = place->role == PlaceRole::kLocated && !place->dateline && !place->aside;
      if (found.place.empty() && here && narrow) found.place = place->name;
      if (found.country.empty() && kind == PlaceKind::kCountry && !place->demonym)
        found.country = place->name;
    }
  }
  return found;
}

ClaimExplanation FieldReader::explain(const Draft& draft) const {
  const auto& [sentence, figure, exchanged, told, measure, answered, answers, teller, account,
               superseded, polled, time, speaker, subject, place, assertion, scope] = draft;
  const Span head = measure.head >= 0 ? view(sentence).at(measure.head).span : Span{};
  const std::string modality =
      std::string(format_modality(assertion.modality)) + (assertion.negated ? ", negated" : "");
  ClaimExplanation why;
  why.findings = {{"counts", measure.noun, {}, head},
                  {"measure", measure.measure, measure.rule, measure.words},
                  {"subject", subject.name, subject.rule, subject.words},
                  {"place", place.name, place.rule, place.words},
                  {"time", time_in_words(time), time.rule, time.words},
                  {"speaker", speaker.speaker, speaker.rule, speaker.words},
                  {"scope", join(scope), {}, {}},
                  {"modality", modality, assertion.rule, assertion.words}};
  return why;
}

void FieldReader::make_claim(Draft&& draft, Claim& claim) const {
  const SentenceView s = view(draft.sentence);
  claim.field = field_;
  claim.span = quoted_span(s, draft.figure, draft.measure);
  claim.quote = std::string(s.text().substr(claim.span.start, claim.span.end - claim.span.start));
  claim.confidence = confidence_of(draft.figure, draft.measure);
  claim.context = read_context(s, draft.figure.first, draft.figure.last);
  claim.figure = std::move(draft.figure.figure);
  claim.restated = std::move(draft.figure.restated);
  claim.restated_agrees = draft.figure.restated_agrees;
  claim.noun = std::move(draft.measure.noun);
  claim.measure = std::move(draft.measure.measure);
  claim.speaker = std::move(draft.speaker.speaker);
  claim.origin = std::move(draft.speaker.origin);
  claim.subject = std::move(draft.subject.name);
  claim.scope = std::move(draft.scope);
  claim.place = std::move(draft.place.name);
  if (!draft.place.named) claim.setting = setting_->place;
  claim.event_time = draft.time.event_time;
  claim.as_of = draft.time.as_of;
  claim.modality = draft.assertion.modality;
  claim.negated = draft.assertion.negated;
  claim.answers = draft.answers;
}

}  // namespace figured::claims
