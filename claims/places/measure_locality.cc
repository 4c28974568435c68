#include "claims/places/measure_locality.h"

#include <algorithm>
#include <iterator>

#include "claims/text/clause.h"

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
      ".voted",      ".voted_for", ".voted_against", ".vote_share", ".delegates",    ".electors",
      ".turnout",    ".vetoed",    ".registered",    ".nominated",  ".unemployment", ".inflation",
      ".tax_rate",   ".tax",       ".tax_cut",       ".gdp",        ".tariff",       ".deficit",
      ".insured",    ".uninsured", ".poverty",       ".abstained",  ".crossings",    ".deported",
      ".unemployed", ".of.vote",   ".polled"};
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
  static constexpr std::string_view kCrimes[] = {".stolen", ".seized", ".detonated", ".defused",
                                                 ".fired",  ".burned", ".collapsed", ".sunk"};
  static constexpr std::string_view kElsewhere[] = {"people.seats", "people.hired",
                                                    "people.employed", "people.laid_off"};
  if (ends_with_one_of(measure, kElsewhere)) return false;
  if (is_blow(measure) || ends_with_one_of(measure, kCrimes)) return true;
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](std::string_view kind) { return measure.starts_with(kind); }) ||
         std::find(std::begin(kEvents), std::end(kEvents), measure) != std::end(kEvents);
}

// What a state makes is of it.
bool is_made_by_state(const SentenceView& s, int noun) {
  static constexpr WordList kOfState = {
      "laws",           "law",       "bills",      "bill",         "regulations",   "regulation",
      "statutes",       "statute",   "visas",      "visa",         "amendments",    "amendment",
      "programs",       "program",   "permits",    "programmes",   "licenses",      "licences",
      "provisions",     "provision", "decrees",    "edicts",       "jurisdictions", "ordinances",
      "orders",         "subpoenas", "taxes",      "tariffs",      "sanctions",     "treaties",
      "investigations", "probes",    "inquiries",  "hearings",     "prosecutions",  "polls",
      "ballots",        "claims",    "complaints", "applications", "petitions"};
  return s.is_one_of(noun, kOfState);
}

// "a 30-year-old law", "15-year-old citizens", "the retirement age": lengths and ages that
// a law gives or has.
bool is_lawful(const SentenceView& s, const ReadFigure& figure) {
  static constexpr WordList kLegal = {"retirement",  "voting", "drinking", "driving",
                                      "eligibility", "legal",  "minimum"};
  constexpr int kNoun = 3;  // tokens to the noun behind
  constexpr int kAge = 7;   // to "the voting age" before
  for (int i = figure.first - 1; i >= figure.first - kAge && s.is_word(i); --i) {
    if (s.lower_is(i, "age") && s.is_one_of(i - 1, kLegal)) return true;
  }
  if (figure.dimension != "duration" && !figure.age) return false;
  for (int i = figure.last; i < figure.last + kNoun && s.is_word(i); ++i) {
    if (is_made_by_state(s, i)) return true;
    if (s.is(i, kPreposition | kConjunction | kDeterminer)) return false;
    const Word& word = *s.at(i).word;
    const bool plural = word.can_be(kNounPlural) && word.can_mean(Topic::kPerson);
    const bool counted = s.is_kind(figure.first - 1, TokenKind::kNumber) ||
                         s.at(figure.first - 1).word->number_role != NumberRole::kNone;
    if (figure.age && plural) return !counted;
  }
  return false;
}

// "a 277-page ruling", "a 9-14 record", "a margin of error of 3 points"
bool is_abstract(std::string_view measure) {
  static constexpr std::string_view kNouns[] = {
      "count.page",    "count.word", "count.line",   "count.verse", "count.paragraph",
      "count.chapter", "count.wins", "count.losses", "count.draws", ".error_margin"};
  return ends_with_one_of(measure, kNouns);
}

// "said two officials", "one miner said": who tells it, wherever that is.
bool is_telling(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure) {
  constexpr double kFew = 10;
  if (figure.part || !figure.dimension.empty() || figure.figure.value() > kFew) return false;
  if (s.lower_is(figure.first - 1, "to") && s.lower_is(figure.first - 2, "according")) return true;
  if (measure.head < 0 || !s.at(measure.head).word->can_mean(Topic::kPerson)) return false;
  const bool behind = s.at(figure.first - 2).text == "," ||
                      s.is_kind(figure.first - 2, TokenKind::kQuote);  // "..., said two officials"
  return (behind && is_speech_verb(s, figure.first - 1)) || is_speech_verb(s, measure.head + 1) ||
         (s.lower_is(measure.head + 1, "who") && s.lower_is(measure.head + 2, "spoke"));
}

// What people write and say to each other, of the nouns of the taxonomy.
bool is_told(std::string_view noun) {
  static constexpr std::string_view kTold[] = {"message", "document", "interview", "view",
                                               "call",    "book",     "photograph"};
  return std::find(std::begin(kTold), std::end(kTold), noun) != std::end(kTold);
}

}  // namespace

Locality locality_of(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure) {
  const bool text = s.binds(figure.last) &&
                    (s.lower_is(figure.last + 1, "word") || s.lower_is(figure.last + 1, "page"));
  if (is_lawful(s, figure)) return Locality::kPublic;
  if (text || measure.measure == "age" || figure.dimension == "duration" ||
      is_abstract(measure.measure) || is_telling(s, figure, measure))
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
  if (measure.head < 0 || !measure.dimension.empty()) return false;
  const Word& word = *s.at(measure.head).word;
  if (s.lower_is(measure.head, "things") || s.lower_is(measure.head, "thing")) return true;
  if (s.at(measure.head).capital) return false;
  if (word.noun != kNoIndex) return is_told(Lexicon::english().noun(word.noun).name);
  if (is_made_by_state(s, measure.head)) return false;
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

bool counts_countries(const SentenceView& s, const ReadMeasure& measure) {
  if (measure.head < 0 || !measure.dimension.empty()) return false;
  const std::int16_t noun = s.at(measure.head).word->noun;
  return noun != kNoIndex && Lexicon::english().noun(noun).name == "country";
}

bool counts_politicians(const SentenceView& s, const ReadMeasure& measure) {
  static constexpr std::string_view kNouns[] = {"lawmaker", "republican", "democrat", "minister",
                                                "delegate"};
  static constexpr WordList kWords = {
      "official",     "officials",     "aide",        "aides",       "adviser",    "advisers",
      "advisor",      "advisors",      "operative",   "operatives",  "strategist", "strategists",
      "staffer",      "staffers",      "spokesman",   "spokesmen",   "appointee",  "appointees",
      "holder",       "holders",       "consultant",  "consultants", "insider",    "insiders",
      "conservative", "conservatives", "liberal",     "liberals",    "analyst",    "analysts",
      "senator",      "legislator",    "congressman", "candidate",   "candidates", "contender",
      "contenders",   "nominee",       "nominees",    "hopeful",     "hopefuls",   "rival",
      "rivals",       "justice",       "justices"};
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
