#include "tests/claims/made_claims.h"

#include <cmath>
#include <cstdlib>
#include <sstream>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

Bound bound_of(std::string_view& words) {
  for (const Bound bound :
       {Bound::kAtLeast, Bound::kAtMost, Bound::kAbout, Bound::kMore, Bound::kLess}) {
    const std::string_view sign = format_bound(bound);
    if (!words.starts_with(sign)) continue;
    words.remove_prefix(sign.size());
    return bound;
  }
  return words.find("..") == std::string_view::npos ? Bound::kExact : Bound::kRange;
}

// The step of the last digit that is not a nought.
double grain_of(double value) {
  double grain = 1;
  while (value >= grain * 10 && std::fmod(value, grain * 10) == 0) grain *= 10;
  return value == std::floor(value) ? grain : 0.1;
}

}  // namespace

Figure made_figure(std::string_view words) {
  Figure figure;
  figure.surface = words;
  figure.bound = bound_of(words);
  const std::string text(words);
  const double value = std::strtod(text.c_str(), nullptr);
  figure.grain = grain_of(value);
  if (figure.bound != Bound::kMore && figure.bound != Bound::kAtLeast) figure.high = value;
  if (figure.bound != Bound::kLess && figure.bound != Bound::kAtMost) figure.low = value;
  if (figure.bound == Bound::kRange) {
    figure.high = std::strtod(text.c_str() + text.find("..") + 2, nullptr);
    if (text.find(' ') != std::string::npos) figure.grain = 0;
  }
  return figure;
}

std::vector<Rival> made_rivals(std::string_view words) {
  std::vector<Rival> rivals;
  std::istringstream parts{std::string(words)};
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream in(part);
    Rival rival;
    std::string like;
    in >> rival.told.low >> rival.told.high >> like;
    rival.alike = like == "alike";
    rivals.push_back(rival);
  }
  return rivals;
}

std::string rivals_in_words(const std::vector<Rival>& rivals) {
  std::ostringstream words;
  for (const Rival& rival : rivals) {
    words << (words.tellp() > 0 ? ";" : "") << rival.told.low << ' ' << rival.told.high
          << (rival.alike ? " alike" : "");
  }
  return words.str();
}

SourcedClaim made_claim(const std::string& outlet, const std::string& measure,
                        std::string_view figure) {
  SourcedClaim sourced;
  sourced.article = outlet;
  sourced.outlet = outlet;
  sourced.published = day(2026, 11, 20);
  for (NameKey name = 1; name <= 20; ++name) sourced.names.push_back(name);
  sourced.claim.measure = measure;
  sourced.claim.figure = made_figure(figure);
  sourced.claim.place = "Orsk";
  sourced.claim.confidence = 0.8;
  return sourced;
}

}  // namespace figured::claims
