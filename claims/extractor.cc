#include "claims/extractor.h"

#include <algorithm>

#include "claims/article_sides.h"
#include "claims/figure_reader.h"
#include "claims/measure_reader.h"
#include "claims/names.h"
#include "claims/place_reader.h"
#include "claims/scope_reader.h"
#include "claims/speaker_reader.h"
#include "claims/time_reader.h"

namespace figured::claims {
namespace {

constexpr std::size_t kMaxQuote = 400;  // bytes of evidence

// Reads the claims of one field.
class FieldReader {
 public:
  FieldReader(Field field, const Tokens& tokens, const Document& document, Reading& reading)
      : field_(field), tokens_(tokens), document_(document), reading_(reading), speakers_(tokens) {}

  void run(PlaceTally& places) {
    for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
      const Sentence& sentence = tokens_.sentences[i];
      const SentenceView view(tokens_, sentence);
      const auto mentions = read_places(view);
      places.add(mentions, field_ == Field::kTitle ? 3 : sentence.paragraph == 0 ? 2 : 1);
      if (sentence.has_number) read_sentence(i, view, mentions);
    }
  }

 private:
  void read_sentence(std::size_t number, const SentenceView& s,
                     const std::vector<PlaceMention>& places) {
    const ReadFigures read = read_figures(s);
    std::optional<ReadMeasure> previous;
    for (const ReadFigure& figure : read.figures) {
      ReadMeasure measure = read_measure(s, figure, previous ? &*previous : nullptr);
      reading_.claims.push_back(make_claim(number, s, places, figure, measure));
      previous = std::move(measure);
    }
  }

  Claim make_claim(std::size_t number, const SentenceView& s,
                   const std::vector<PlaceMention>& places, const ReadFigure& figure,
                   const ReadMeasure& measure) const {
    Claim claim;
    claim.field = field_;
    claim.figure = figure.figure;
    quote(s, figure, measure, claim);
    claim.noun = measure.noun;
    claim.measure = measure.measure;
    claim.subject = read_subject(s, figure, measure);
    claim.scope = read_scope(s, figure, measure);
    claim.place = place_of(s, places, figure.first, figure.last);
    claim.event_time = read_event_time(s, figure.first, document_.published);
    claim.speaker = claim.origin = speakers_.speaker(number, figure.core);
    const Assertion assertion = read_assertion(s, figure, measure);
    claim.modality = assertion.modality;
    claim.negated = assertion.negated;
    claim.confidence = confidence(figure, measure);
    return claim;
  }

  // The clause around the figure: from two tokens before the figure or the verb
  // that governs it to the end of the counted phrase, and some words more.
  void quote(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure,
             Claim& claim) const {
    int first = figure.first, last = std::max(figure.last, measure.head + 1);
    if (measure.verb >= 0) {
      first = std::min(first, measure.verb);
      last = std::max(last, measure.verb + 1);
    }
    for (int i = 0; i < 4 && s.has(first - 1) && !s.is_kind(first - 1, TokenKind::kSign); ++i)
      --first;
    for (int i = 0; i < 4 && s.has(last) && !s.is_kind(last, TokenKind::kSign); ++i) ++last;
    claim.span = {s.at(first).span.start, s.at(last - 1).span.end};
    if (claim.span.end - claim.span.start > kMaxQuote) claim.span = figure.figure.span;
    claim.quote = std::string(s.text().substr(claim.span.start, claim.span.end - claim.span.start));
  }

  static double confidence(const ReadFigure& figure, const ReadMeasure& measure) {
    if (measure.measure.empty()) return 0.2;
    if (measure.event == kNoIndex) return 0.4;
    return figure.vague ? 0.7 : 0.8;
  }

  Field field_;
  const Tokens& tokens_;
  const Document& document_;
  Reading& reading_;
  SpeakerReader speakers_;
};

}  // namespace

Reading Extractor::read(const Document& document) const {
  const Lexicon& lexicon = Lexicon::english();
  const Tokens title = tokenize(document.title, lexicon);
  const Tokens text = tokenize(document.text, lexicon);
  Reading reading;
  PlaceTally places;
  FieldReader(Field::kTitle, title, document, reading).run(places);
  FieldReader(Field::kText, text, document, reading).run(places);
  const std::string dominant = places.dominant();
  for (Claim& claim : reading.claims) {
    if (claim.place.empty()) claim.place = dominant;
  }
  reading.names = collect_names(title, text);
  return reading;
}

}  // namespace figured::claims
