// FieldReader reads the claims of one field of a document: its headline or its
// text.
//
// It asks the readers of figures, measures, speakers, subjects, places, times
// and assertions in turn.  Its own are the words that are quoted and how sure a
// claim is.
#pragma once
#include <string>
#include <vector>

#include "claims/article_sides.h"
#include "claims/explanation.h"
#include "claims/extractor.h"
#include "claims/figure_place.h"
#include "claims/place_tally.h"
#include "claims/speaker_reader.h"
#include "claims/time_reader.h"

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
  void read_sentence(std::size_t number);
  void read_implied(std::size_t number);
  Nearby places_before(std::size_t number) const;
  Claim make_claim(std::size_t number, const SentenceView& sentence, const ReadFigure& figure,
                   const ReadMeasure& measure, const ReadTime& time, ClaimExplanation* why) const;

  Field field_;
  const Tokens& tokens_;
  const ArticleSides& sides_;
  SpeakerReader speakers_;
  TimeReader times_;
  std::vector<std::vector<PlaceMention>> places_;  // one a sentence
  const Setting* setting_ = nullptr;
  Reading* reading_ = nullptr;
  Explanation* explanation_ = nullptr;
};

}  // namespace figured::claims
