// Any bytes as a file of weights, as rows of labelled pairs and as the features of
// one pair: no crash, and what is taken is written so that it is read again.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/sameness/training_rows.h"

namespace {

using namespace figured::claims;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_weights(std::string_view text) {
  const auto parsed = parse_sameness_model(text);
  if (const auto* model = std::get_if<SamenessModel>(&parsed))
    check(
        std::holds_alternative<SamenessModel>(parse_sameness_model(format_sameness_model(*model))));
  else
    check(!std::get<std::string>(parsed).empty());
}

void check_rows(std::string_view text) {
  const auto parsed = parse_training_rows(text);
  const auto* pairs = std::get_if<std::vector<LabelledPair>>(&parsed);
  if (pairs == nullptr) return check(!std::get<std::string>(parsed).empty());
  std::string written = format_training_header();
  for (const LabelledPair& pair : *pairs) {
    check(pair.weight > 0 && std::isfinite(pair.weight));
    for (const float value : pair.features) check(value >= 0 && std::isfinite(value));
    written += format_training_row(pair);
  }
  const auto again = parse_training_rows(written);
  check(std::get<std::vector<LabelledPair>>(again).size() == pairs->size());
}

void check_features(std::string_view text) {
  for (const float value : parse_features(text)) check(value >= 0 && std::isfinite(value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_weights(text);
  check_rows(text);
  check_features(text);
  return 0;
}
