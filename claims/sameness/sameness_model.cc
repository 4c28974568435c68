#include "claims/sameness/sameness_model.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace figured::claims {

extern const char* const kBuiltinSameness;

namespace {

std::string at_line(int line, std::string_view what) {
  return "line " + std::to_string(line) + ": " + std::string(what);
}

// The feature of that name; kFeatureCount when there is none.
std::size_t index_of(std::string_view name) {
  std::size_t index = 0;
  while (index < kFeatureCount && feature_name(index) != name) ++index;
  return index;
}

}  // namespace

const SamenessModel& SamenessModel::builtin() {
  static const SamenessModel model = [] {
    auto parsed = parse_sameness_model(kBuiltinSameness);
    if (const auto* error = std::get_if<std::string>(&parsed))
      throw std::logic_error("sameness.tsv: " + *error);
    return std::get<SamenessModel>(parsed);
  }();
  return model;
}

double SamenessModel::logit(const PairFeatures& features) const {
  double logit = 0;
  for (std::size_t i = 0; i < kFeatureCount; ++i)
    logit += weights_[i] * static_cast<double>(features[i]);
  return logit;
}

double SamenessModel::logit(const PairFeatures& features, FeatureSet present) const {
  double logit = 0;
  for (; present != 0; present &= present - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(present));
    logit += weights_[i] * static_cast<double>(features[i]);
  }
  return logit;
}

double SamenessModel::probability(const PairFeatures& features) const {
  return 1 / (1 + std::exp(-logit(features)));
}

std::vector<FeatureTerm> explain_features(const SamenessModel& model,
                                          const PairFeatures& features) {
  std::vector<FeatureTerm> terms;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (features[i] != 0)
      terms.push_back(
          {static_cast<Feature>(i), static_cast<double>(features[i]), model.weights()[i]});
  }
  std::stable_sort(terms.begin(), terms.end(), [](const FeatureTerm& a, const FeatureTerm& b) {
    return std::fabs(a.product()) > std::fabs(b.product());
  });
  return terms;
}

std::variant<SamenessModel, std::string> parse_sameness_model(std::string_view text) {
  FeatureWeights weights{};
  std::array<bool, kFeatureCount> given{};
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (row.empty() || row.front() == '#') continue;
    const std::size_t tab = std::min(row.find('\t'), row.size());
    const std::size_t index = index_of(row.substr(0, tab));
    if (index == kFeatureCount)
      return at_line(line, "no feature is called '" + std::string(row.substr(0, tab)) + "'");
    if (given[index]) return at_line(line, "the feature was given before");
    const std::string_view number = row.substr(std::min(tab + 1, row.size()));
    const auto read = std::from_chars(number.data(), number.data() + number.size(), weights[index]);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() ||
        !std::isfinite(weights[index]))
      return at_line(line, "'" + std::string(number) + "' is no weight");
    given[index] = true;
  }
  const auto missing = std::find(given.begin(), given.end(), false);
  if (missing == given.end()) return SamenessModel(weights);
  return "no weight for '" +
         std::string(feature_name(static_cast<std::size_t>(missing - given.begin()))) + "'";
}

std::string format_sameness_model(const SamenessModel& model) {
  std::string text;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    char number[32];
    std::snprintf(number, sizeof number, "%.3f", model.weights()[i]);
    text += std::string(feature_name(i)) + '\t' + number + '\n';
  }
  return text;
}

}  // namespace figured::claims
