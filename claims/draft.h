// Draft: what is read of one figure on its way to a claim.
//
// The readers fill it in turn, each for all figures of the field; it is a claim when
// the last one has.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/figures/figure_reader.h"
#include "claims/measures/measure_reader.h"
#include "claims/places/figure_place.h"
#include "claims/speakers/assertion_reader.h"
#include "claims/speakers/speaker_reader.h"
#include "claims/subjects/subject_reader.h"
#include "claims/times/time_reader.h"

namespace figured::claims {

inline constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);

struct Draft {
  std::size_t sentence = 0;
  ReadFigure figure;
  bool exchanged = false;  // the figure before in another currency
  bool told = false;       // of an implied count: a claim by itself
  ReadMeasure measure;
  // The draft whose quantity it tells otherwise (answers.h); kNoDraft when there is none.
  std::size_t answered = kNoDraft;
  std::optional<std::uint32_t> answers;  // where the figure of that one begins
  int teller = -1;                       // the verb that tells it then
  int account = -1;                      // the first of the words that tell it: "official figure"
  bool superseded = false;               // the figure that it answers has taken its place
  bool polled = false;  // a share of those who answered, or one that goes on from it
  ReadTime time;
  ReadSpeaker speaker;
  ReadSubject subject;
  ReadPlace place;
  Assertion assertion;
  std::vector<std::string> scope;
};

}  // namespace figured::claims
