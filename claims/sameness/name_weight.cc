// name_words := articles-of-ten-thousand words ; "_" stands for a blank
#include "claims/sameness/name_weight.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>
#include <string>

#include "claims/gazetteer/gazetteer_data.h"
#include "claims/lexicon/table_rows.h"
#include "claims/lexicon/tables.h"
#include "claims/text/names.h"

namespace figured::claims {
namespace {

// How usual a place is at least: its own outlets name it every day, whoever else does.
constexpr double kUsualCountry = 300;
constexpr double kUsualCity = 100;
constexpr std::uint32_t kLargeCity = 1'000;  // thousands of people

using Weights = boost::unordered_flat_map<NameKey, float>;

float weight_of(double articles) {
  const double told = std::log(kNameArticles / articles) / std::log(kNameArticles / kUsualName);
  return static_cast<float>(std::pow(std::clamp(told, 0.0, 1.0), 3));
}

void add_word(std::string_view word, float weight, Weights& weights) {
  const auto [entry, fresh] = weights.emplace(name_key(word), weight);
  if (!fresh) entry->second = std::min(entry->second, weight);
}

// A country has one key (name_key()), a city one for each word of its name.
void add_places(Weights& weights) {
  for (const gazetteer_data::Row& place : gazetteer_data::kRows) {
    if (place.kind == PlaceKind::kCountry) {
      add_word(place.name, weight_of(kUsualCountry), weights);
    } else if (place.population >= kLargeCity) {  // also that of a state of its name
      for (const std::string_view word : split(place.name, ' '))
        add_word(word, weight_of(kUsualCity), weights);
    }
  }
}

Weights read_table() {
  Weights weights;
  each_row(tables::kNameWords, 2, [&](const std::vector<std::string_view>& fields) {
    const float weight = weight_of(parse_number(fields[0]));
    for (const std::string_view written : split(fields[1], ' ')) {
      std::string word(written);
      std::replace(word.begin(), word.end(), '_', ' ');
      add_word(word, weight, weights);
    }
  });
  add_places(weights);
  return weights;
}

}  // namespace

float name_weight(NameKey name) {
  static const Weights weights = read_table();
  const auto found = weights.find(name);
  return found == weights.end() ? 1 : found->second;
}

}  // namespace figured::claims
