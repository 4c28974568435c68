#include "claims/measures/inhabitants.h"

namespace figured::claims {
namespace {

constexpr double kFewest = 20;  // "a town of two halves", "a nation of four islands"

constexpr WordList kInhabited = {
    "city",    "town",         "village",  "suburb",       "community",
    "hamlet",  "municipality", "borough",  "township",     "settlement",
    "county",  "parish",       "province", "district",     "island",
    "nation",  "country",      "state",    "neighborhood", "neighbourhood",
    "enclave", "capital",      "republic", "territory",    "metropolis"};

bool tells_people(const SentenceView& s, int noun) {
  static constexpr WordList kPeople = {"people", "residents", "inhabitants", "souls", "citizens"};
  return s.is_one_of(noun, kPeople);
}

bool ends(const SentenceView& s, int i) {
  return !s.is_word(i) ||
         s.is(i, kPreposition | kConjunction | kClauseBreak | kBe | kHave | kAdverb | kDayWord);
}

}  // namespace

bool counts_inhabitants(const SentenceView& s, const ReadFigure& f, int head) {
  if (!f.dimension.empty() || f.rank || f.age || f.part || f.figure.value() < kFewest) return false;
  const bool people = head >= f.last && tells_people(s, head);
  // "a population of 12,000 was cut off", "with a population over 12,000 in the census"
  const int population = s.lower_is(f.first - 1, "of") ? f.first - 2 : f.first - 1;
  if (s.lower_is(population, "population")) return people || head < f.first || ends(s, f.last);
  if (s.lower_is(f.first - 1, "to")) return people && s.lower_is(f.first - 2, "home");
  if (!s.lower_is(f.first - 1, "of") || !s.is_one_of(f.first - 2, kInhabited)) return false;
  return people || (head < f.first && ends(s, f.last));
}

}  // namespace figured::claims
