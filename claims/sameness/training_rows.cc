#include "claims/sameness/training_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <stdexcept>

namespace figured::claims {

extern const char* const kBuiltinTraining;

namespace {

constexpr std::string_view kEvent = "event", kSame = "same", kWeight = "weight";
constexpr std::size_t kBias = static_cast<std::size_t>(Feature::kBias);

// Takes what stands before the mark off the text, and the mark.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::vector<std::string_view> split(std::string_view line, char mark) {
  std::vector<std::string_view> fields{take_until(line, mark)};
  while (!line.empty()) fields.push_back(take_until(line, mark));
  return fields;
}

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Finite, and not below nought: what every column holds.
std::optional<float> read_amount(std::string_view text) {
  const auto number = read_number<float>(text);
  return number && std::isfinite(*number) && *number >= 0 ? number : std::nullopt;
}

// kFeatureCount when there is none of that name.
std::size_t feature_named(std::string_view name) {
  std::size_t index = 0;
  while (index < kFeatureCount && feature_name(index) != name) ++index;
  return index;
}

std::string three_digits(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", static_cast<double>(value));
  return text;
}

// Reads the lines of one text in their order; the first wrong one ends it.
class RowReader {
 public:
  std::variant<std::vector<LabelledPair>, std::string> read(std::string_view text) {
    while (!text.empty() && wrong_.empty()) {
      const std::string_view line = take_until(text, '\n');
      ++number_;
      if (line.empty() || line.front() == '#') continue;
      columns_.empty() ? read_header(split(line, '\t')) : read_row(split(line, '\t'));
    }
    if (columns_.empty() && wrong_.empty()) wrong_ = "no line names the columns";
    if (!wrong_.empty()) return wrong_;
    return std::move(pairs_);
  }

 private:
  void refuse(const std::string& what) {
    if (wrong_.empty()) wrong_ = "line " + std::to_string(number_) + ": " + what;
  }

  static std::vector<std::string_view> needed() {
    std::vector<std::string_view> names{kEvent, kSame, kWeight};
    for (std::size_t i = 0; i < kFeatureCount; ++i) {
      if (i != kBias) names.push_back(feature_name(i));
    }
    return names;
  }

  void read_header(const std::vector<std::string_view>& names) {
    const std::vector<std::string_view> known = needed();
    for (const std::string_view name : names) {
      if (std::find(known.begin(), known.end(), name) == known.end())
        return refuse("no feature is called '" + std::string(name) + "'");
      if (std::count(names.begin(), names.end(), name) > 1)
        return refuse("the column '" + std::string(name) + "' is there twice");
    }
    for (const std::string_view name : known) {
      if (std::find(names.begin(), names.end(), name) == names.end())
        return refuse("there is no column '" + std::string(name) + "'");
    }
    columns_.assign(names.begin(), names.end());
    for (const std::string_view name : names) features_.push_back(feature_named(name));
  }

  void read_row(const std::vector<std::string_view>& fields) {
    if (fields.size() != columns_.size())
      return refuse("has " + std::to_string(fields.size()) + " fields instead of " +
                    std::to_string(columns_.size()));
    LabelledPair pair;
    pair.features[kBias] = 1;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!read_field(i, fields[i], pair))
        return refuse("'" + std::string(fields[i]) + "' is no " + columns_[i]);
    }
    pairs_.push_back(pair);
  }

  bool read_field(std::size_t column, std::string_view field, LabelledPair& pair) const {
    if (columns_[column] == kEvent) {
      const auto event = read_number<std::uint32_t>(field);
      pair.event = event.value_or(0);
      return event.has_value();
    }
    if (columns_[column] == kSame) {
      pair.same = field == "1";
      return field == "1" || field == "0";
    }
    const auto amount = read_amount(field);
    const bool is_weight = columns_[column] == kWeight;
    (is_weight ? pair.weight : pair.features[features_[column]]) = amount.value_or(0);
    return amount && (!is_weight || *amount > 0);
  }

  std::vector<std::string> columns_;
  std::vector<std::size_t> features_;  // of each column
  std::vector<LabelledPair> pairs_;
  std::size_t number_ = 0;
  std::string wrong_;
};

}  // namespace

std::variant<std::vector<LabelledPair>, std::string> parse_training_rows(std::string_view text) {
  return RowReader().read(text);
}

std::string format_training_header() {
  std::string line = "event\tsame\tweight";
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (i != kBias) line += '\t' + std::string(feature_name(i));
  }
  return line + '\n';
}

std::string format_training_row(const LabelledPair& pair) {
  std::string line =
      std::to_string(pair.event) + (pair.same ? "\t1\t" : "\t0\t") + three_digits(pair.weight);
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (i != kBias) line += '\t' + three_digits(pair.features[i]);
  }
  return line + '\n';
}

std::span<const LabelledPair> builtin_training() {
  static const std::vector<LabelledPair> pairs = [] {
    auto parsed = parse_training_rows(kBuiltinTraining);
    if (const auto* wrong = std::get_if<std::string>(&parsed))
      throw std::logic_error("training.tsv: " + *wrong);
    return std::get<std::vector<LabelledPair>>(std::move(parsed));
  }();
  return pairs;
}

std::string format_features(const PairFeatures& features) {
  std::string text;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (features[i] == 0) continue;
    text +=
        (text.empty() ? "" : " ") + std::string(feature_name(i)) + '=' + three_digits(features[i]);
  }
  return text;
}

PairFeatures parse_features(std::string_view text) {
  PairFeatures features{};
  while (!text.empty()) {
    std::string_view term = take_until(text, ' ');
    const std::size_t index = feature_named(take_until(term, '='));
    const auto value = read_amount(term);
    if (index < kFeatureCount && value) features[index] = *value;
  }
  return features;
}

}  // namespace figured::claims
