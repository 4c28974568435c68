// SamenessModel: the probability that two claims mean one fact, a logistic
// function of their features.
//
// The weights are data: sameness.tsv, one feature a line, built in; figurectl train
// writes the same format, and a file of one's own can stand in for it.  A model does
// not change: who compares claims is handed one, so that threads need no lock.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/sameness/pair_features.h"

namespace figured::claims {

using FeatureWeights = std::array<double, kFeatureCount>;

class SamenessModel {
 public:
  explicit SamenessModel(const FeatureWeights& weights) : weights_(weights) {}

  static const SamenessModel& builtin();

  double probability(const PairFeatures& features) const;
  // What the probability is a logistic function of.
  double logit(const PairFeatures& features) const;
  // The same, of which those are told that are not 0.
  double logit(const PairFeatures& features, FeatureSet present) const;
  const FeatureWeights& weights() const { return weights_; }

 private:
  FeatureWeights weights_;
};

// What one feature adds to the logit of a pair.
struct FeatureTerm {
  Feature feature = Feature::kBias;
  double value = 0;
  double weight = 0;
  double product() const { return value * weight; }
};

// The features that the pair has, those that tell most first.
std::vector<FeatureTerm> explain_features(const SamenessModel& model, const PairFeatures& features);

// Lines of "name<tab>weight"; '#' begins a comment.  Every feature must be there
// once; else a message that names the line.
std::variant<SamenessModel, std::string> parse_sameness_model(std::string_view text);
std::string format_sameness_model(const SamenessModel& model);

}  // namespace figured::claims
