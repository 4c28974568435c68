#include "cli/labelled_claims.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "claims/verdicts/matcher.h"
#include "cli/article_lines.h"
#include "cli/json_lines.h"
#include "daemon/intake/pipeline.h"

namespace figured::cli {
namespace {

using claims::SourcedClaim;
using claims::Span;

constexpr double kRounding = 0.006;  // of a value, between a label and what is read
// Labels give values as written, in cents or in millions.
constexpr double kScales[] = {1, 1e3, 1e6, 1e9, 1e-2};

const boost::json::array& list_of(const boost::json::object& object, const char* key) {
  const boost::json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_array())
    throw std::invalid_argument(std::string("has no list \"") + key + '"');
  return value->as_array();
}

const boost::json::object& as_object(const boost::json::value& value) {
  if (!value.is_object()) throw std::invalid_argument("holds a label that is no object");
  return value.as_object();
}

std::optional<double> number_of(const boost::json::object& label, const char* key) {
  const boost::json::value* value = label.if_contains(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is_number())
    throw std::invalid_argument(std::string("\"") + key + "\" is not a number");
  return value->to_number<double>();
}

std::size_t byte_of(const std::string& text, double code_point) {
  std::size_t at = 0;
  for (double left = code_point; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && left-- <= 0) break;
  }
  return at;
}

Span span_of(std::size_t start, std::size_t size) {
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + size)};
}

// Where the label's quote stands in the field.
std::vector<Span> places_of(const boost::json::object& label, const std::string& text) {
  const std::string quote = required_text_of(label, "quote");
  if (const auto start = number_of(label, "start")) {
    return {span_of(byte_of(text, *start), quote.size())};
  }
  std::vector<Span> places;
  for (std::size_t at = text.find(quote); at != text.npos; at = text.find(quote, at + 1))
    places.push_back(span_of(at, quote.size()));
  return places;
}

bool is_within(const Span& figure, const std::vector<Span>& places) {
  return std::any_of(places.begin(), places.end(), [&](const Span& place) {
    return figure.start < place.end && place.start < figure.end;
  });
}

bool near(double a, double b) {
  return std::fabs(a - b) <= kRounding * std::max(std::fabs(a), std::fabs(b));
}

// How far the label's values must be scaled to give the figure's: a place in
// kScales, past its end where they do not fit.
std::size_t scale_of(const boost::json::object& label, const claims::Figure& figure) {
  const auto fits = [&](double scale) {
    for (const char* key : {"value", "low", "high"}) {
      const auto told = number_of(label, key);
      if (told && ((figure.low && near(*told * scale, *figure.low)) ||
                   (figure.high && near(*told * scale, *figure.high))))
        return true;
    }
    return false;
  };
  return static_cast<std::size_t>(std::find_if(std::begin(kScales), std::end(kScales), fits) -
                                  std::begin(kScales));
}

}  // namespace

void LabelledClaims::add_article(const feeds::Article& article) {
  claims::Reading reading = daemon::read_article(article, extractor_);
  ReadArticle& read = articles_[article.guid];
  read = {article.title, article.text, {}};
  for (claims::Claim& claim : reading.claims) {
    SourcedClaim& sourced = read.claims.emplace_back(sourced_claim(article));
    sourced.id = ++claims_;
    sourced.names = reading.names;
    sourced.claim = std::move(claim);
  }
}

// Of the figures within the quote the one that needs the least scaling, the first
// of several.
const SourcedClaim* LabelledClaims::find(const boost::json::object& label) {
  const auto article = articles_.find(required_text_of(label, "article"));
  if (article == articles_.end()) return nullptr;
  const bool title = text_of(label, "field") == "title";
  const auto places = places_of(label, title ? article->second.title : article->second.text);
  const SourcedClaim* best = nullptr;
  std::size_t best_scale = std::size(kScales);
  for (const SourcedClaim& claim : article->second.claims) {
    if ((claim.claim.field == claims::Field::kTitle) != title) continue;
    if (!is_within(claim.claim.figure.span, places)) continue;
    const std::size_t scale = scale_of(label, claim.claim.figure);
    if (scale >= best_scale) continue;
    best = &claim;
    best_scale = scale;
  }
  return best;
}

std::vector<claims::LabelledPair> LabelledClaims::pairs_of(const boost::json::object& event,
                                                           std::uint32_t number) {
  std::vector<std::pair<std::size_t, const SourcedClaim*>> told;  // (fact, claim)
  const boost::json::array& facts = list_of(event, "facts");
  for (std::size_t fact = 0; fact < facts.size(); ++fact) {
    for (const boost::json::value& label : list_of(as_object(facts[fact]), "claims")) {
      ++labels_;
      const SourcedClaim* claim = find(as_object(label));
      if (claim == nullptr) continue;
      ++found_;
      told.emplace_back(fact, claim);
    }
  }
  std::vector<claims::LabelledPair> pairs;
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto [a, b] = std::minmax(told[j].second, told[i].second,
                                      [](const auto* x, const auto* y) { return x->id < y->id; });
      if (a->id == b->id) continue;
      const claims::Sameness sameness = claims::compare_claims(*a, *b);
      if (sameness.veto == "unit") continue;
      pairs.push_back({sameness.features, told[i].first == told[j].first, 1, number});
    }
  }
  return pairs;
}

}  // namespace figured::cli
