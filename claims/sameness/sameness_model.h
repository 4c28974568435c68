// SamenessModel: the probability that two claims mean one fact, a logistic
// function of their features.
//
// The weights are data: sameness.tsv, one feature a line, built in; the fitting
// program writes the same format, and a file of one's own can stand in for it.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "claims/sameness/pair_features.h"

namespace figured::claims {

using FeatureWeights = std::array<double, kFeatureCount>;

class SamenessModel {
 public:
  explicit SamenessModel(const FeatureWeights& weights) : weights_(weights) {}

  static const SamenessModel& builtin();

  double probability(const PairFeatures& features) const;
  const FeatureWeights& weights() const { return weights_; }

 private:
  FeatureWeights weights_;
};

// Lines of "name<tab>weight"; '#' begins a comment.  Every feature must be there
// once; else a message that names the line.
std::variant<SamenessModel, std::string> parse_sameness_model(std::string_view text);
std::string format_sameness_model(const SamenessModel& model);

}  // namespace figured::claims
