#include "claims/measures/counted_noun.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(CountedNoun, BehindModifiers) {
  expect_nouns({
      {"Soldiers shot 42 Taliban fighters.", "fighters"},
      {"The zoo lost 11 young snow leopards.", "leopards"},
      {"He sent ten trained rescue dogs.", "dogs"},
      {"The storm made 1,385,710 lightning strikes.", "strikes"},
      {"It has 1.4 million U.S. customers of its own.", "customers"},
      {"It has 900 London-based clerks.", "clerks"},
      {"The firm laid off 300 full-time and part-time workers.", "workers"},
      {"There are 200 so-called sleeper agents.", "agents"},
      {"They ordered 25 brand-new electric buses.", "buses"},
      {"They ordered 25 new Airbus jets.", "jets"},
      {"Crews cleared 60 badly damaged houses.", "houses"},
      {"Crews cleared six more houses.", "houses"},
      {"Crews cleared another 12 houses.", "houses"},
      {"Crews cleared 40 other houses.", "houses"},
      {"The state has 67 county sheriffs.", "sheriffs"},
      {"He owns five racehorses.", "racehorses"},
      {"He owns 12 sheep.", "sheep"},
      {"The navy has three aircraft carriers.", "carriers"},
      {"The church has 14 choir boys.", "boys"},
      {"They freed 18 political prisoners.", "prisoners"},
      {"A fleet of 30 fishing boats set out.", "boats"},
      {"At least 19 bus passengers drowned.", "passengers"},
      {"Some 4,500 dock and rail workers struck.", "workers"},
      {"Nearly 50 environmental, business and religious groups signed.", "groups"},
      {"The court heard 37 black, Asian and Hispanic jurors.", "jurors"},
  });
}

TEST(CountedNoun, BeforeAVerbThatCouldBeANoun) {
  expect_nouns({
      {"Only one lamp remains in the hall.", "lamp"},
      {"Only one sailor returns from the reef.", "sailor"},
      {"Two-thirds of the rice comes from Orsk.", "rice"},
      {"It rents one sports hall.", "hall"},
      {"The club owns one sports car.", "car"},
      {"Half of the job cuts fell on Orsk.", "cuts"},
  });
}

TEST(CountedNoun, BehindHyphens) {
  expect_nouns({
      {"She wrote a 1,300-word essay.", "word"},
      {"He leads a 6,000-strong army.", "army"},
      {"It is a nine-member panel.", "member"},
      {"The 435-seat House voted.", "seat"},
      {"A 12-storey block collapsed.", "storey"},
      {"A two-bedroom flat burned.", "bedroom"},
      {"He drove a four-cylinder car.", "cylinder"},
  });
}

TEST(CountedNoun, WithoutANounOfItsOwn) {
  expect_nouns({
      {"The blast left 12 dead.", "dead"},
      {"The blast left 12 dead and 30 wounded.", "dead; wounded"},
      {"It cut 3,000 of its workers.", "workers"},
      {"It cut 3,000 of the jobs.", "jobs"},
      {"Dozens were arrested.", "-"},
      {"Hundreds of protesters marched.", "protesters"},
      {"Tens of thousands of refugees crossed.", "refugees"},
      {"More than 600 men and women trained.", "men and women"},
      {"The toll rose to 58.", "-"},
      {"Seventeen were from Peru.", "-"},
      {"Two were girls.", "-"},
      {"There were 45 in the queue.", "-"},
      {"Twelve have died.", "-"},
      {"The keeper made 26 saves for Leeds.", "saves"},
  });
}

TEST(CountedNoun, EndsAtTheVerb) {
  expect_nouns({
      {"As 42 people look on, the mast fell.", "people"},
      {"Some 200 workers strike today.", "workers"},
      {"Fifteen teachers plan to resign.", "teachers"},
      {"Fifteen teachers left.", "teachers"},
      {"Eight police officers face charges.", "officers"},
      {"Four planes carrying aid landed.", "planes"},
      {"Six men armed with knives fled.", "men"},
      {"Six men wanted by Interpol fled.", "men"},
      {"Nine bodies found in a truck were buried.", "bodies"},
      {"Nine suspects remain at large.", "suspects"},
      {"Two brothers drowned.", "brothers"},
      {"He shot two bears last week.", "bears"},
      {"They closed 14 schools Monday.", "schools"},
      {"They closed 14 schools near Lyon.", "schools"},
      {"He has 3 sons, all pilots.", "sons"},
      {"About 900 households lost power.", "households"},
      {"One child was missing.", "child"},
      {"One lorry driver slept.", "driver"},
  });
}

TEST(CountedNoun, HardWords) {
  expect_nouns({
      {"He won 11 Oscars.", "Oscars"},
      {"They built 75 mosques.", "mosques"},
      {"Three crises hit at once.", "crises"},
      {"The vet treated 40 geese.", "geese"},
      {"The lab tested 18 mice.", "mice"},
      {"The museum lost 22 paintings by Monet.", "paintings"},
      {"The rebels hold 16 villages.", "villages"},
      {"It issued 5 warnings.", "warnings"},
      {"It filed 31 lawsuits.", "lawsuits"},
      {"There were 250 Afghans aboard.", "Afghans"},
      {"Three Germans and two Swiss were hurt.", "Germans; Swiss"},
      {"He scored 31 goals.", "goals"},
  });
}

TEST(CountedNoun, NamesOneFormForSingularAndPlural) {
  const Tokens tokens =
      tokenize("soldiers troops parties churches bosses people sheep", Lexicon::english());
  std::string names;
  for (const Token& token : tokens.tokens) names += noun_name(token) + ' ';
  EXPECT_EQ(names, "soldier soldier party church boss person sheep ");
}

}  // namespace
}  // namespace figured::claims
