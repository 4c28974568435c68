#include "claims/figures/figure_rejects.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(FigureRejects, Dates) {
  expect_rejects({
      {"The truce began on March 3.", "date"},
      {"The truce began on March 3, 2021.", "date year"},
      {"The truce began on 3 March 2021.", "date year"},
      {"The truce began on the 3rd of March.", "ordinal"},
      {"The truce began on Mar. 3 in Juba.", "date"},
      {"The truce held from Sept. 20-24.", "date"},
      {"the bond is due oct . 25 in juba .", "date"},
      {"The truce held from June 12 to June 14.", "date"},
      {"The fair runs June 12 and 13 in Bath.", "date"},
      {"The fair opens Sunday 12 June.", "date"},
      {"Version of 2021-03-14 is filed.", "date"},
      {"The form was filed on 14/03/2021.", "date"},
      {"The form was filed on 3/14/2021.", "date"},
      {"The form was filed on 14.03.2021.", "date"},
      {"The 15 August parade was cancelled.", "date"},
      {"A May 5 vote was postponed.", "date"},
  });
}

TEST(FigureRejects, YearsAndDecades) {
  expect_rejects({
      {"The bridge dates from 1887.", "year"},
      {"By 2050 the glacier will be gone.", "year"},
      {"He ruled from 1999 to 2008.", "year"},
      {"He ruled between 1999 and 2008.", "year"},
      {"He ruled in 1999-2008.", "year"},
      {"The 2014-15 season was cut short.", "year"},
      {"The 2020 election was close.", "year"},
      {"In a September 2019 interview he spoke.", "year"},
      {"It mirrors the bipartisan 2007 bill.", "year"},
      {"A Sept. 2019 report said so.", "year"},
      {"It recalls the 1930s.", "year"},
      {"It recalls the '30s.", "year"},
      {"She sang in her 60's.", "year"},
      {"It recalls the nineteen sixties.", "year"},
      {"The town was sacked in 410 AD.", "year"},
      {"The town was founded in A.D. 900.", "year"},
      {"The novel Nineteen Eighty-Four sold out.", "year"},
      {"The class of 1968 met again.", "year"},
      {"It recalls the March 3, 2001 attacks.", "date year"},
      {"She won in fiscal 2019 and 2020.", "year"},
  });
}

TEST(FigureRejects, TimesOfDay) {
  expect_rejects({
      {"The siren sounded at 3:45 p.m. on the quay.", "time"},
      {"The siren sounded at 15:45.", "time"},
      {"The siren sounded at 7 a.m.", "time"},
      {"The siren sounded at 7pm.", "time"},
      {"The siren sounded at 0430 GMT.", "time"},
      {"The siren sounded at nine o'clock.", "time"},
      {"The siren sounded at 9 p. m. on the quay.", "time"},
      {"The siren sounded at 1545 local time.", "time"},
      {"The siren sounded between 9 a.m. and 11 a.m.", "time"},
      {"He finished in 1:36.6.", "time"},
  });
}

TEST(FigureRejects, TimeAnchors) {
  expect_rejects({
      {"The vote is just two days away.", "time"},
      {"Almost six years on, he left.", "time"},
      {"Output fell in the first six months.", "time"},
      {"He quit with three weeks to go.", "time"},
      {"Two months into the job she quit.", "time"},
      {"It is checked every two years.", "time"},
      {"The final ten minutes were dull.", "time"},
  });
}

TEST(FigureRejects, Ordinals) {
  expect_rejects({
      {"The 21st title went to Hull.", "ordinal"},
      {"Step two is harder.", "ordinal"},
      {"It was the 110th Congress.", "ordinal"},
      {"The two hundredth anniversary passed.", "ordinal"},
      {"He came third in the race.", ""},
      {"The No. 2 official resigned.", "name"},
      {"They live on the 19th floor.", "ordinal"},
      {"It is a top 10 school.", "ordinal"},
  });
}

TEST(FigureRejects, Scores) {
  expect_rejects({
      {"Leeds beat Hull 3-1 at home.", "score"},
      {"Leeds beat Hull 3\u20131 at home.", "score"},
      {"Hull led 52-48.", "score"},
      {"She won 6-4, 7-5 on clay.", "score"},
      {"A 2-1 victory sent them through.", "score"},
      {"The game ended 0-0.", "score"},
      {"Spain won 3-2 on penalties.", "score"},
      {"Spain won 2-nil.", "score"},
      {"It was a three-nil win.", "score"},
  });
}

TEST(FigureRejects, PhonesAndAddresses) {
  expect_rejects({
      {"Call 202-555-0143 with tips.", "phone"},
      {"Call (202) 555-0143 with tips.", "phone"},
      {"Call +44 20 7946 0958 with tips.", "phone"},
      {"She dialed 911 when he broke in.", "phone"},
      {"A 911 call was played.", "phone"},
      {"She lives at 1600 Maple Avenue.", "address"},
      {"He works at 10 Downing Street.", "address"},
      {"A fire broke out at 221 East 14th Street.", "address ordinal"},
      {"Send it to Austin, TX 73301.", "address"},
  });
}

TEST(FigureRejects, Names) {
  expect_rejects({
      {"COVID-19 closed the schools.", "name"},
      {"An F-16 crashed near the base.", "name"},
      {"A Boeing 737 Max landed safely.", "name"},
      {"An Airbus A320 landed safely.", ""},
      {"The iPhone 14 goes on sale.", "name"},
      {"The clip was posted to 9zuvo, a forum.", "name"},
      {"The S&P 500 slid.", "name"},
      {"The FTSE 100 slid.", "name"},
      {"The Nikkei 225 slid.", "name"},
      {"Section 230 shields websites.", "name"},
      {"Article 50 was triggered.", "name"},
      {"Carriers built 5G networks.", "name"},
      {"Flight 1549 ditched in the river.", "name"},
      {"Flight MH370 vanished.", ""},
      {"Interstate 95 was closed.", "name"},
      {"Highway 61 was closed.", "name"},
      {"Route 66 was closed.", "name"},
      {"The M25 was closed.", ""},
      {"Apollo 11 reached the moon.", "name"},
      {"Formula 1 returns to Spa.", "name"},
      {"Channel 4 aired the film.", "name"},
      {"The G7 and the G20 met.", ""},
      {"Windows 10 needs an update.", "name"},
      {"The Group of Seven met.", "name"},
      {"Some members of the Chicago Seven spoke again.", "name"},
      {"Chapter 11 protection was sought.", "name"},
      {"Proposition 8 was struck down.", "name"},
      {"Psalm 23 was read.", "name"},
      {"Pier 39 was evacuated.", "name"},
      {"It scored in Game 7.", "name"},
      {"CBS's 60 Minutes aired it.", "name"},
      {"A Phase 3 trial began.", "name"},
      {"Phase three of the trial began.", "ordinal"},
      {"Gate 12 was sealed.", "name"},
      {"An AK-47 was found.", "name"},
      {"Pope John Paul II spoke.", ""},
      {"World War II veterans met.", ""},
      {"Super Bowl LIV was held there.", ""},
      {"Rocky IV was shown.", ""},
  });
}

TEST(FigureRejects, CodesAndHandles) {
  expect_rejects({
      {"Write to @reporter2024 on the platform.", ""},
      {"See www.example2.org/page/17 for more.", ""},
      {"See https://example.com/2021/05/12/a-100-story for more.", ""},
      {"Mail desk24@example.com now.", ""},
      {"Follow #vision2030 there.", ""},
      {"Read it at https://ex.am/2bQxhe7 today.", ""},
      {"Read it at www.example.org/a/17.", ""},
  });
}

TEST(FigureRejects, Lists) {
  expect_rejects({
      {"1. Rinse the lentils.", "list"},
      {"2) Drain the lentils.", "list"},
      {"(3) Drain the lentils.", "list"},
      {"Image 4 of 16 photos", "list"},
      {"Photo: 3 of 27 Photos", "list"},
      {"Slideshow (22 Images)", "list"},
  });
}

TEST(FigureRejects, Pronouns) {
  expect_rejects({
      {"He is one of them.", "pronoun"},
      {"No one was hurt.", "pronoun"},
      {"One day it will end.", "pronoun"},
      {"One should not forget it.", "pronoun"},
      {"The two leaders shook hands.", "pronoun"},
      {"These three agreed to talk.", "pronoun"},
      {"The two were released.", "pronoun"},
      {"The two worked together.", "pronoun"},
      {"The two leaders are meeting in Bern.", "pronoun"},
      {"On the one hand, it is cheap.", "pronoun"},
      {"They fought one another.", "pronoun"},
      {"It was a one-off.", "pronoun"},
      {"She was the one who called.", "pronoun"},
      {"Each one was checked.", "pronoun"},
  });
}

TEST(FigureRejects, Idioms) {
  expect_rejects({
      {"The line is staffed 24/7.", "idiom"},
      {"Since 9/11 the rules are stricter.", "idiom"},
      {"The chances are 50-50.", "score"},
      {"She signed a six-figure deal.", "idiom"},
      {"I am 100 percent sure of it.", "idiom"},
      {"I am 100% committed.", "idiom"},
      {"That claim is 100% FALSE!", "idiom"},
      {"Her record is 100% pro-life.", "idiom"},
      {"It fell in the next minute or two.", "idiom"},
      {"The vision was 20/20.", "idiom"},
  });
}

TEST(FigureRejects, KeepFigures) {
  expect_figures({
      {"In Kabul 42 people died.", "42"},
      {"A poll is out (Moran got 47 percent of all who answered it; Ruiz lags at 8).",
       "47 percent; 8"},
      {"In 2019 42 people died.", "42"},
      {"On Sunday 14 people died.", "14"},
      {"On March 3, 14 people died.", "14"},
      {"In March 14 people died.", "14"},
      {"The army lost 2,019 men.", "2019"},
      {"The army lost 2019 soldiers.", "2019"},
      {"The strike lasted 24 hours.", "24 hour"},
      {"He waited for two days.", "2 day"},
      {"She lay there for the past three weeks.", "3 week"},
      {"It will rain for at least the next three days.", ">=3 day"},
      {"They may hold her for up to 48 hours after a raid.", "<=48 hour"},
      {"The judges deliberated two days before they voted.", "2 day"},
      {"The mother of 13 Jane Doe spoke.", "13"},
      {"The vote gave the Reds 28 seats and the Blues 27.", "28; 27"},
      {"The ban lasts for the duration of 90 days.", "90 day"},
      {"The 50 Taliban fighters fled.", "50"},
      {"Group one had 12 patients.", "12"},
      {"The factory employs 100 percent local labour.", "100 percent"},
      {"One person died.", "1"},
      {"One soldier was killed and one was hurt.", "1; 1"},
      {"Only one bidder remained.", "1"},
      {"The two men who drowned were brothers.", "2"},
      {"The 14 climbers were found.", "14"},
      {"A total of 1,999 fans came.", "1999"},
      {"At 15 people per bus, 4 buses are needed.", "15; 4"},
      {"Some 1,900 Boeing workers walked out.", "~1900"},
      {"It has 600 Facebook fans.", "600"},
      {"A section of 230 metres collapsed.", "230 m"},
      {"Police at 12 road blocks stopped cars.", "12"},
  });
}

}  // namespace
}  // namespace figured::claims
