// FieldReader reads the claims of one field of a document: its headline or its
// text.
//
// It asks the readers of figures, measures, times, speakers, subjects, places
// and assertions in turn, each for all figures of the field before the next one,
// so that the code of a reader stays at hand.  Its own are the words that are
// quoted and how sure a claim is.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "claims/draft.h"
#include "claims/explanation.h"
#include "claims/extractor.h"
#include "claims/figures/figure_reader.h"
#include "claims/measures/measure_reader.h"
#include "claims/places/figure_place.h"
#include "claims/places/place_tally.h"
#include "claims/speakers/assertion_reader.h"
#include "claims/speakers/speaker_reader.h"
#include "claims/subjects/article_sides.h"
#include "claims/subjects/subject_reader.h"
#include "claims/times/time_reader.h"

namespace figured::claims {

class FieldReader {
 public:
  // Keeps references to all of these.
  FieldReader(Field field, const Tokens& tokens, const Document& document,
              const ArticleSides& sides);

  // Notes the places of the field; before run().
  void locate(PlaceTally& tally);

  // The first place that the field names; "" when there is none.
  std::string first_place() const;

  // Adds the field's claims.  `explanation` may be null.
  void run(const Setting& setting, Reading& reading, Explanation* explanation);

 private:
  SentenceView view(std::size_t sentence) const {
    return SentenceView(tokens_, tokens_.sentences[sentence]);
  }
  std::vector<Draft> written_figures() const;
  void add_implied_counts(std::vector<Draft>& drafts) const;
  void read_measures(std::vector<Draft>& drafts) const;
  void read_times(std::vector<Draft>& drafts) const;
  // All else.
  void read_rest(std::vector<Draft>& drafts) const;
  PlaceMentions places_of(std::size_t sentence) const {
    return PlaceMentions(places_).subspan(first_place_[sentence],
                                          first_place_[sentence + 1] - first_place_[sentence]);
  }
  // In a sentence of places without end the nearest ones.
  PlaceMentions places_near(std::size_t sentence, int token) const;
  void note_scenes();
  Nearby places_before(std::size_t number) const;
  ClaimExplanation explain(const Draft& draft) const;
  void make_claim(Draft&& draft, Claim& claim) const;  // fills an empty one

  Field field_;
  const Tokens& tokens_;
  const ArticleSides& sides_;
  SpeakerReader speakers_;
  std::optional<std::chrono::sys_seconds> published_;
  TimeReader times_;
  std::vector<PlaceMention> places_;
  std::vector<std::size_t> first_place_;  // of each sentence, and one past the last
  const Setting* setting_ = nullptr;
  Explanation* explanation_ = nullptr;
  std::vector<std::size_t> scenes_;  // the sentences that name the article's scene
};

}  // namespace figured::claims
