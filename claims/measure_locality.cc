#include "claims/measure_locality.h"

#include <algorithm>
#include <iterator>

namespace figured::claims {
namespace {

template <std::size_t size>
bool ends_with_one_of(std::string_view measure, const std::string_view (&events)[size]) {
  return std::any_of(std::begin(events), std::end(events),
                     [&](std::string_view event) { return measure.ends_with(event); });
}

bool is_public(std::string_view measure) {
  static constexpr std::string_view kEvents[] = {
      ".voted",        ".voted_for", ".voted_against", ".vote_share", ".delegates",
      ".electors",     ".turnout",   ".vetoed",        ".registered", ".nominated",
      ".unemployment", ".inflation", ".tax_rate",      ".tax",        ".tax_cut",
      ".gdp",          ".tariff",    ".deficit",       ".insured",    ".uninsured",
      ".poverty",      ".abstained", ".crossings",     ".deported",   ".unemployed"};
  return ends_with_one_of(measure, kEvents);
}

bool is_private(std::string_view measure) {
  static constexpr std::string_view kEvents[] = {
      ".revenue", ".sales", ".profit",    ".net_income",  ".operating_income", ".pretax_profit",
      ".income",  ".loss",  ".dividend",  ".worth",       ".margin_of_profit", ".fee",
      ".sued",    ".bail",  ".settled",   ".share_price", ".coupon",           ".yield",
      ".fortune", ".stake", ".box_office"};
  return ends_with_one_of(measure, kEvents);
}

bool is_happening(std::string_view measure) {
  static constexpr std::string_view kKinds[] = {"people.",   "armed.", "building.", "vehicle.",
                                                "aircraft.", "ship.",  "place.",    "temperature."};
  static constexpr std::string_view kEvents[] = {"magnitude", "length.depth", "length.distance",
                                                 "money.damage_cost", "speed.speed"};
  static constexpr std::string_view kElsewhere[] = {"people.seats", "people.hired",
                                                    "people.laid_off"};
  if (ends_with_one_of(measure, kElsewhere)) return false;
  static constexpr std::string_view kBefalls[] = {".killed",  ".injured", ".arrested", ".missing",
                                                  ".rescued", ".damaged", ".destroyed"};
  if (ends_with_one_of(measure, kBefalls)) return true;
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](std::string_view kind) { return measure.starts_with(kind); }) ||
         std::find(std::begin(kEvents), std::end(kEvents), measure) != std::end(kEvents);
}

// "a 277-page ruling"
bool measures_text(std::string_view measure) {
  static constexpr std::string_view kNouns[] = {"count.page",  "count.word",      "count.line",
                                                "count.verse", "count.paragraph", "count.chapter"};
  return ends_with_one_of(measure, kNouns);
}

}  // namespace

Locality locality_of(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure) {
  const bool text = measures_text(measure.measure) ||
                    (s.binds(figure.last) &&
                     (s.lower_is(figure.last + 1, "word") || s.lower_is(figure.last + 1, "page")));
  // "according to three people": who they are is kept back.
  const bool source =
      s.lower_is(figure.first - 1, "to") && s.lower_is(figure.first - 2, "according");
  if (source || measure.measure == "age" || figure.dimension == "duration" || text)
    return Locality::kNowhere;
  if (is_public(measure.measure)) return Locality::kPublic;
  if (is_private(measure.measure)) return Locality::kPrivate;
  return is_happening(measure.measure) ? Locality::kHappening : Locality::kOwned;
}

bool counts_people(const SentenceView& s, const ReadMeasure& measure) {
  const bool bare = measure.measure.empty() || measure.measure.starts_with("count.");
  if (measure.head < 0 || !bare) return false;
  const std::int16_t noun = s.at(measure.head).word->noun;
  if (noun == kNoIndex) {
    const Word& word = *s.at(measure.head).word;
    return !s.at(measure.head).capital && word.can_mean(Topic::kPerson) &&
           word.is_surely(PartOfSpeech::kNoun);
  }
  const std::string& kind = Lexicon::english().noun(noun).kind;
  return kind == "person" || kind == "armed" || kind == "carrier";
}

}  // namespace figured::claims
