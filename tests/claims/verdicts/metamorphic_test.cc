// What a change of a report does to a verdict, whatever is reported: pairs of
// reports are made by the hundred from a few events, tellings and numbers, and each
// relation says how their verdict must stand or change.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "claims/extractor.h"
#include "claims/verdicts/judge.h"
#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

// An event with those who speak of it; no two have a name in common.
struct Scene {
  std::string event;
  std::string place;
  std::string who;
  std::string firm;
  std::string others;  // a sentence of names that reports of the event share
};

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> list = {
      {"Harbour Blast", "Orsk", "Mayor Ana Ruiz", "Velma Steel",
       "Crews from the Kolin Guard and the Norvik Brigade crossed the Tessel Bridge at dawn."},
      {"Station Fire", "Lind", "Sheriff Joe Park", "Graben Mills",
       "The Ostra Line and Harle Square stayed closed, and Bishop Emil Stone came to pray."},
      {"Valley Flood", "Dorn", "Governor Lea Falk", "Pelham Power",
       "The Sarn River burst its banks at Upper Mead and the Corran Dam was opened."},
      {"Market Bombing", "Quelt", "General Omar Tal", "Zentar Oil",
       "The Red Lanterns had threatened Almaz Street, and the Tamar Hospital called for blood."},
      {"Ferry Disaster", "Port Iven", "Captain Rosa Lund", "Skagen Lines",
       "Divers of the Holm Navy searched Grey Sound while families waited at Anker Hall."}};
  return list;
}

// {n} is the number, {event}, {place}, {who} and {firm} are the scene's.
struct Telling {
  std::string name;
  std::string text;
  bool rises = false;  // counts that only go up while an event is in the news
};

const std::vector<Telling>& tellings() {
  static const std::vector<Telling> list = {
      {"Killed", "The {event} in {place} on Thursday killed {n} people, {who} said.", true},
      {"Toll", "The death toll of the {event} in {place} stood at {n}, {who} said.", true},
      {"Injured", "{who} said {n} people were injured in the {event} in {place} on Thursday.",
       true},
      {"Arrested", "Police in {place} arrested {n} people after the {event} on Thursday.", true},
      {"Homes", "The {event} in {place} on Thursday destroyed {n} homes, {who} said.", true},
      {"Evacuated", "{who} said {n} people in {place} were evacuated after the {event}."},
      {"Missing", "{n} people were missing in {place} after the {event}, {who} said."},
      {"Attended", "{who} said {n} people attended the funeral in {place} on Thursday."},
  };
  return list;
}

std::string fill(std::string text, const std::string& slot, const std::string& with) {
  for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at))
    text.replace(at, slot.size(), with);
  return text;
}

std::string tell(const std::string& telling, const Scene& scene, const std::string& number) {
  std::string text = fill(telling, "{n}", number);
  text = fill(text, "{event}", scene.event);
  text = fill(text, "{place}", scene.place);
  text = fill(text, "{who}", scene.who);
  return fill(text, "{firm}", scene.firm);
}

std::string report(const Scene& scene, const std::string& told) {
  const std::string lead = "{who} came to {place} after the {event} on Thursday. ";
  return tell(lead, scene, "") + scene.others + "\n" + told;
}

struct Published {
  std::string outlet;
  std::string text;
  int days = 0;  // after Friday, 2026-11-20
};

std::vector<SourcedClaim> claims_in(const Published& article) {
  const auto when = day(2026, 11, 20) + std::chrono::days(article.days);
  const Reading reading = Extractor().read({{}, article.text, article.outlet, when});
  std::vector<SourcedClaim> claims;
  for (const Claim& claim : reading.claims) {
    SourcedClaim sourced;
    sourced.article = sourced.outlet = article.outlet;
    sourced.published = when;
    sourced.names = reading.names;
    sourced.claim = claim;
    claims.push_back(std::move(sourced));
  }
  return claims;
}

// The verdicts on all pairs of claims of two articles that mean one fact.
std::vector<Relation> verdicts(const Published& earlier, const Published& later) {
  std::vector<Relation> relations;
  for (const SourcedClaim& a : claims_in(earlier)) {
    for (const SourcedClaim& b : claims_in(later)) {
      const Sameness sameness = compare_claims(a, b);
      if (sameness.same()) relations.push_back(judge(a, b, sameness).relation);
    }
  }
  return relations;
}

std::string in_words(const std::vector<Relation>& relations) {
  std::string words;
  for (const Relation relation : relations)
    words += (words.empty() ? "" : " ") + std::string(format_relation(relation));
  return words;
}

// Cases of one relation; how many there were is told at the end.
class Metamorphic : public testing::Test {
 protected:
  ~Metamorphic() override { RecordProperty("cases", cases_); }

  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  const Scene& scene() { return scenes()[static_cast<std::size_t>(below(5))]; }

  void expect_words(const std::string& a, const std::string& b, const std::string& words,
                    int days_later = 0) {
    const Published one{"Coast Daily", a, 0}, other{"North Wire", b, days_later};
    ++cases_;
    EXPECT_EQ(in_words(verdicts(one, other)), words) << a << "\n  ---\n" << b;
  }

  void expect_none(const std::string& a, const std::string& b, Relation relation,
                   int days_later = 0) {
    const Published one{"Coast Daily", a, 0}, other{"North Wire", b, days_later};
    ++cases_;
    const auto found = verdicts(one, other);
    EXPECT_EQ(std::count(found.begin(), found.end(), relation), 0) << in_words(found) << '\n'
                                                                   << a << "\n  ---\n"
                                                                   << b;
  }

  std::mt19937 random_{20261120};
  int cases_ = 0;
};

// --- What all else is held against: two values of one thing.

TEST_F(Metamorphic, AnotherValueContradicts) {
  for (const Telling& telling : tellings()) {
    for (const Scene& scene : scenes()) {
      const int value = between(12, 90);
      expect_words(report(scene, tell(telling.text, scene, std::to_string(value))),
                   report(scene, tell(telling.text, scene, std::to_string(value + 4))),
                   "contradicts");
    }
  }
}

// --- The same value, otherwise told.

struct Measured {
  std::string name;
  std::string text;
  std::string unit, other_unit;
  double factor, offset;
  int low, high;
};

TEST_F(Metamorphic, AnotherUnitAgrees) {
  const std::vector<Measured> list = {
      {"Miles", "The wreck of the {event} lies {n} north of {place}, {who} said.", "miles",
       "kilometers", 1.609344, 0, 20, 90},
      {"Pounds", "The bomb of the {event} in {place} weighed {n}, {who} said.", "pounds",
       "kilograms", 0.45359237, 0, 30, 900},
      {"Degrees", "The temperature in {place} reached {n} on Thursday, {who} said.",
       "degrees Fahrenheit", "degrees Celsius", 5 / 9.0, -32 * 5 / 9.0, 90, 118},
      {"Hours", "The rescue in {place} after the {event} took {n}, {who} said.", "hours", "minutes",
       60, 0, 3, 12},
      {"Acres", "The {event} burned {n} near {place} on Thursday, {who} said.", "acres", "hectares",
       0.40468564, 0, 300, 900},
      {"Feet", "The water in {place} rose {n} after the {event} on Thursday, {who} said.", "feet",
       "meters", 0.3048, 0, 12, 60},
  };
  for (const Measured& measured : list) {
    for (const Scene& scene : scenes()) {
      const int value = between(measured.low, measured.high);
      const double other = value * measured.factor + measured.offset;
      const auto told = [&](double number, const std::string& unit) {
        const std::string words = std::to_string(std::lround(number)) + ' ' + unit;
        return report(scene, tell(measured.text, scene, words));
      };
      expect_words(told(value, measured.unit), told(other, measured.other_unit), "agrees");
      expect_words(told(other, measured.other_unit), told(value, measured.unit), "agrees");
    }
  }
}

TEST_F(Metamorphic, AnotherWordingOfTheNumberAgrees) {
  const std::vector<std::pair<std::string, std::string>> wordings = {
      {"42", "forty-two"},          {"17", "seventeen"},
      {"24", "two dozen"},          {"42,000", "42 thousand"},
      {"42,000", "42000"},          {"3,500", "3.5 thousand"},
      {"1.5 million", "1,500,000"}, {"1.5 million", "one and a half million"},
      {"300", "three hundred"},     {"125", "one hundred and twenty-five"},
  };
  for (const auto& [one, other] : wordings) {
    for (const std::size_t which : {0, 2, 4, 5}) {
      const Scene& at = scene();
      const std::string& telling = tellings()[which].text;
      expect_words(report(at, tell(telling, at, one)), report(at, tell(telling, at, other)),
                   "agrees");
    }
  }
}

TEST_F(Metamorphic, ACopiedArticleAgrees) {
  for (const Telling& telling : tellings()) {
    for (const Scene& scene : scenes()) {
      const std::string text =
          report(scene, tell(telling.text, scene, std::to_string(between(12, 900))));
      expect_words(text, text, "agrees");
    }
  }
}

TEST_F(Metamorphic, ACopyOfALaterDayAgrees) {
  for (const Telling& telling : tellings()) {
    const Scene& at = scene();
    const std::string text = report(at, tell(telling.text, at, std::to_string(between(12, 900))));
    expect_words(text, text, "agrees", between(1, 4));
  }
}

TEST_F(Metamorphic, ACopyStandsToOthersAsItsOriginal) {
  for (const Telling& telling : tellings()) {
    const Scene& at = scene();
    const int value = between(20, 90);
    const std::string text = report(at, tell(telling.text, at, std::to_string(value)));
    for (const int other : {value, value + 3, value - 3, 3 * value}) {
      const Published third{"Third Post",
                            report(at, tell(telling.text, at, std::to_string(other)))};
      ++cases_;
      EXPECT_EQ(in_words(verdicts({"Coast Daily", text}, third)),
                in_words(verdicts({"North Wire", text}, third)))
          << text << "\n  ---\n"
          << third.text;
    }
  }
}

// --- Another thing.

TEST_F(Metamorphic, AnotherPlaceNeverContradicts) {
  for (const Telling& telling : tellings()) {
    for (std::size_t i = 0; i < scenes().size(); ++i) {
      const Scene& scene = scenes()[i];
      Scene elsewhere = scene;
      elsewhere.place = scenes()[(i + 1) % scenes().size()].place;
      const int value = between(12, 90);
      expect_none(report(scene, tell(telling.text, scene, std::to_string(value))),
                  report(elsewhere, tell(telling.text, elsewhere, std::to_string(value + 9))),
                  Relation::kContradicts);
    }
  }
}

TEST_F(Metamorphic, AnotherEventNeverContradicts) {
  for (const Telling& telling : tellings()) {
    for (std::size_t i = 0; i < scenes().size(); ++i) {
      const Scene &scene = scenes()[i], &other = scenes()[(i + 2) % scenes().size()];
      const int value = between(12, 90);
      expect_none(report(scene, tell(telling.text, scene, std::to_string(value))),
                  report(other, tell(telling.text, other, std::to_string(value + 9))),
                  Relation::kContradicts);
    }
  }
}

TEST_F(Metamorphic, AnotherEventOfThatPlaceNeverContradicts) {
  for (const Telling& telling : tellings()) {
    for (std::size_t i = 0; i < scenes().size(); ++i) {
      const Scene& scene = scenes()[i];
      Scene other = scenes()[(i + 1) % scenes().size()];
      other.place = scene.place;
      const int value = between(12, 90);
      expect_none(report(scene, tell(telling.text, scene, std::to_string(value))),
                  report(other, tell(telling.text, other, std::to_string(value + 9))),
                  Relation::kContradicts);
    }
  }
}

TEST_F(Metamorphic, AnotherFirmOrPersonNeverContradicts) {
  const std::vector<std::string> owned = {
      "{firm} reported a profit of ${n} million for the third quarter of 2026.",
      "{firm} said on Thursday it would cut {n} jobs in {place}.",
      "{firm} employs {n} people in {place}, {who} said.",
      "{firm} was fined ${n} million on Thursday over the {event}.",
      "{who}, {n}, was born in {place}.",
  };
  for (const std::string& telling : owned) {
    for (std::size_t i = 0; i < scenes().size(); ++i) {
      const Scene& scene = scenes()[i];
      Scene other = scene;
      other.firm = scenes()[(i + 1) % scenes().size()].firm;
      other.who = scenes()[(i + 1) % scenes().size()].who;
      const int value = between(32, 60);
      expect_none(report(scene, tell(telling, scene, std::to_string(value))),
                  report(scene, tell(telling, other, std::to_string(value + 9))),
                  Relation::kContradicts);
    }
  }
}

TEST_F(Metamorphic, APartNeverContradictsTheWhole) {
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"The {event} in {place} on Thursday killed {n} people, {who} said.",
       "The {event} in {place} on Thursday killed {n} people, including {m} children."},
      {"{who} said {n} people were injured in the {event} in {place} on Thursday.",
       "Among the injured in {place} were {m} firefighters, {who} said."},
      {"The {event} in {place} on Thursday killed {n} people, {who} said.",
       "{m} of the dead were women, {who} said in {place}."},
      {"Police in {place} arrested {n} people after the {event} on Thursday.",
       "{m} of those arrested in {place} were later released, {who} said."},
  };
  for (const auto& [whole, part] : parts) {
    for (const Scene& scene : scenes()) {
      const int value = between(30, 90);
      const std::string number = std::to_string(value), few = std::to_string(value / 3);
      const std::string told = fill(part, "{m}", few);
      expect_none(report(scene, tell(whole, scene, number)),
                  report(scene, tell(told, scene, number)), Relation::kContradicts);
      expect_none(report(scene, tell(told, scene, number)),
                  report(scene, tell(whole, scene, number)), Relation::kContradicts);
    }
  }
}

// --- A bound that covers the other value.

TEST_F(Metamorphic, ABoundThatCoversTheOtherValueNeverContradicts) {
  for (const Telling& telling : tellings()) {
    for (const std::string bound : {"at least", "about", "more than", "up to", "nearly"}) {
      const Scene& at = scene();
      const int value = 10 * between(3, 9);
      const int other = bound == "up to" || bound == "nearly" ? value - 1 : value + 1;
      const std::string loose = bound + ' ' + std::to_string(value);
      const std::string one = report(at, tell(telling.text, at, loose));
      const std::string two = report(at, tell(telling.text, at, std::to_string(other)));
      expect_none(one, two, Relation::kContradicts);
      expect_none(two, one, Relation::kContradicts);
    }
  }
}

TEST_F(Metamorphic, TwoOpenBoundsNeverContradict) {
  for (const Telling& telling : tellings()) {
    const Scene& at = scene();
    const int value = between(12, 90);
    expect_none(report(at, tell(telling.text, at, "at least " + std::to_string(value))),
                report(at, tell(telling.text, at, "more than " + std::to_string(2 * value))),
                Relation::kContradicts);
  }
}

// --- A later day.

TEST_F(Metamorphic, ACountThatRisesLaterIsAnUpdate) {
  for (const Telling& telling : tellings()) {
    if (!telling.rises) continue;
    for (const Scene& scene : scenes()) {
      const int value = between(12, 90);
      expect_words(report(scene, tell(telling.text, scene, std::to_string(value))),
                   report(scene, tell(telling.text, scene, std::to_string(value + 7))), "updates",
                   between(1, 3));
    }
  }
}

TEST_F(Metamorphic, ACountThatFallsLaterContradicts) {
  for (const Telling& telling : tellings()) {
    if (!telling.rises) continue;
    for (const Scene& scene : scenes()) {
      const int value = between(20, 90);
      expect_words(report(scene, tell(telling.text, scene, std::to_string(value))),
                   report(scene, tell(telling.text, scene, std::to_string(value - 7))),
                   "contradicts", 1);
    }
  }
}

TEST_F(Metamorphic, ALevelThatMovesLaterIsAnUpdate) {
  for (const Telling& telling : tellings()) {
    if (telling.rises) continue;
    for (const Scene& scene : scenes()) {
      const int value = between(20, 90);
      const int other = value + (below(2) == 0 ? 7 : -7);
      expect_none(report(scene, tell(telling.text, scene, std::to_string(value))),
                  report(scene, tell(telling.text, scene, std::to_string(other))),
                  Relation::kContradicts, 2);
    }
  }
}

// --- The order in which they came.

TEST_F(Metamorphic, TheOrderOfTheTwoChangesNothing) {
  for (const Telling& telling : tellings()) {
    for (const int days : {0, 1, 4}) {
      const Scene& at = scene();
      const int value = between(20, 90), other = value + between(-8, 8);
      const Published one{"Coast Daily", report(at, tell(telling.text, at, std::to_string(value)))};
      const Published two{"North Wire", report(at, tell(telling.text, at, std::to_string(other))),
                          days};
      ++cases_;
      EXPECT_EQ(in_words(verdicts(one, two)), in_words(verdicts(two, one)))
          << one.text << "\n  ---\n"
          << two.text << "\n  " << days << " days later";
    }
  }
}

}  // namespace
}  // namespace figured::claims
