#include "claims/measure_locality.h"

#include <algorithm>
#include <iterator>

namespace figured::claims {
namespace {

template <std::size_t size>
bool ends_with_one_of(std::string_view measure, const std::string_view (&events)[size]) {
  return !measure.empty() &&
         std::any_of(std::begin(events), std::end(events), [&](std::string_view event) {
           return measure.back() == event.back() && measure.ends_with(event);
         });
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

bool is_blow(std::string_view measure) {
  static constexpr std::string_view kBefalls[] = {".killed",  ".injured", ".arrested", ".missing",
                                                  ".rescued", ".damaged", ".destroyed"};
  return ends_with_one_of(measure, kBefalls);
}

bool is_happening(std::string_view measure) {
  static constexpr std::string_view kKinds[] = {"people.",   "armed.", "building.", "vehicle.",
                                                "aircraft.", "ship.",  "place.",    "temperature."};
  static constexpr std::string_view kEvents[] = {"magnitude", "length.depth", "length.distance",
                                                 "money.damage_cost", "speed.speed"};
  static constexpr std::string_view kElsewhere[] = {"people.seats", "people.hired",
                                                    "people.laid_off"};
  if (ends_with_one_of(measure, kElsewhere)) return false;
  if (is_blow(measure)) return true;
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

bool befalls(const ReadMeasure& measure) { return is_blow(measure.measure); }

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

bool is_surely_person(const Word& word) {
  return word.can_mean(Topic::kPerson) && !word.can_mean(Topic::kArtifact) &&
         !word.can_mean(Topic::kCommunication);
}

bool is_share_of_people(const SentenceView& s, const ReadFigure& figure,
                        const ReadMeasure& measure) {
  if (figure.dimension != "percent" || measure.head < figure.last) return false;
  const Word& word = *s.at(measure.head).word;
  return word.noun != kNoIndex ? Lexicon::english().noun(word.noun).kind == "person"
                               : is_surely_person(word);
}

bool counts_thoughts(const SentenceView& s, const ReadMeasure& measure) {
  if (measure.head < 0 || !measure.measure.starts_with("count.")) return false;
  const Word& word = *s.at(measure.head).word;
  if (word.noun != kNoIndex || s.at(measure.head).capital) return false;
  // What a state makes is of it.
  static constexpr WordList kOfState = {
      "laws",       "law",       "bills",   "bill",       "regulations",   "regulation",
      "statutes",   "statute",   "visas",   "visa",       "amendments",    "amendment",
      "programs",   "program",   "permits", "programmes", "licenses",      "licences",
      "provisions", "provision", "decrees", "edicts",     "jurisdictions", "ordinances"};
  if (s.is_one_of(measure.head, kOfState)) return false;
  switch (word.topic) {
    case Topic::kCognition:
    case Topic::kCommunication:
    case Topic::kAttribute:
    case Topic::kFeeling:
    case Topic::kMotive:
    case Topic::kRelation:
      return true;
    default:
      return false;
  }
}

bool counts_politicians(const SentenceView& s, const ReadMeasure& measure) {
  static constexpr std::string_view kNouns[] = {"lawmaker", "republican", "democrat", "minister",
                                                "delegate"};
  static constexpr WordList kWords = {
      "official",     "officials",     "aide",       "aides",       "adviser",    "advisers",
      "advisor",      "advisors",      "operative",  "operatives",  "strategist", "strategists",
      "staffer",      "staffers",      "spokesman",  "spokesmen",   "appointee",  "appointees",
      "holder",       "holders",       "consultant", "consultants", "insider",    "insiders",
      "conservative", "conservatives", "liberal",    "liberals",    "analyst",    "analysts"};
  if (measure.head < 0) return false;
  const std::int16_t noun = s.at(measure.head).word->noun;
  if (noun != kNoIndex) {
    const std::string& name = Lexicon::english().noun(noun).name;
    if (std::find(std::begin(kNouns), std::end(kNouns), name) != std::end(kNouns)) return true;
  }
  if (s.lower_is(measure.head, "source") || s.lower_is(measure.head, "sources")) return true;
  if (!s.at(measure.head).word->can_mean(Topic::kPerson)) return false;
  // "members of the Senate", not "gang members"
  const bool member = s.lower_is(measure.head, "member") || s.lower_is(measure.head, "members");
  return (member && s.lower_is(measure.head + 1, "of")) || s.is_one_of(measure.head, kWords);
}

}  // namespace figured::claims
