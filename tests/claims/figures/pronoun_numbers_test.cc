#include "claims/figures/pronoun_numbers.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(PronounNumbers, OneForAnArticle) {
  expect_rejects({
      {"There was one more surprise.", "pronoun"},
      {"One more word about the harbour.", "pronoun"},
      {"Oh, and one more thing.", "pronoun"},
      {"She had one final question.", "pronoun"},
      {"One other reason was the weather.", "pronoun"},
      {"The crews work as one team.", "pronoun"},
      {"One problem is the weather.", "pronoun"},
      {"One goal of the talks is a truce.", "pronoun"},
      {"One idea was to close the port.", "pronoun"},
      {"They shared one goal: a safer port.", "pronoun"},
      {"One reason why it failed was the price.", "pronoun"},
      {"It was only one idea.", "pronoun"},
      {"In one such storm the pier broke.", "pronoun"},
      {"One driver after another left.", "pronoun"},
      {"One wonders who paid for the pier.", "pronoun"},
      {"One suspects that the pier was weak.", "pronoun"},
      {"When one walks along the quay, it is cold.", "pronoun"},
      {"It is odd what one makes of it.", "pronoun"},
      {"It puts one city over another.", "pronoun"},
      {"In these two sentences the author erred.", "pronoun"},
      {"They are one step closer to a truce.", "pronoun"},
      {"One major challenge would be the tide.", "pronoun"},
      {"It hit the areas worst, one north of Orsk.", "pronoun"},
      {"One particular bridge is unsafe.", "pronoun"},
      {"One resident said the street was dark.", "pronoun"},
      {"One broker working for a rival told the Gazette so.", "pronoun"},
      {"One resident, a baker, said the street was dark.", "pronoun"},
      {"\"It was dark,\" said one resident.", "pronoun"},
      {"It was dark, one driver recalled.", "pronoun"},
      {"According to one expert, the bridge is safe.", "pronoun"},
      {"As one sailor put it, the sea won.", "pronoun"},
      {"It failed on more than one occasion.", "pronoun"},
      {"It failed in more than one way.", "pronoun"},
      {"No one else was hurt.", "pronoun"},
      {"No one person owns it.", "pronoun"},
  });
}

TEST(PronounNumbers, OneThatCounts) {
  expect_figures({
      {"One person died.", "1"},
      {"One more person died.", "1"},
      {"The fire killed one more guard.", "1"},
      {"Gunmen killed one guard in another raid.", "1"},
      {"Gunmen killed one man, police said.", "1"},
      {"As one soldier was killed, the rest fled.", "1"},
      {"The crash wrecked two trucks and one car.", "2; 1"},
      {"The yard has one crane and two docks.", "1; 2"},
      {"At least one guard was hurt.", ">=1"},
      {"More than one guard was hurt.", ">1"},
      {"All but one driver agreed to the plan.", "1"},
      {"The show lasted one hour.", "1 hour"},
      {"One member of the council has resigned.", "1"},
      {"She scored one goal.", "1"},
      {"The court struck one clause of Harbour's charter.", "1"},
      {"It carried the pilot and one other passenger.", "1"},
      {"Three bakers died, one a pregnant woman.", "3; 1"},
      {"Only one of the bakers was seen again.", "1"},
      {"They said that only one of the bakers was seen.", "1"},
      {"Two died in the yard, and one at the clinic.", "2; 1"},
      {"It killed two people in Orsk and one in Tula.", "2; 1"},
  });
}

TEST(PronounNumbers, PointingBack) {
  expect_rejects({
      {"Skip the five questions above.", "pronoun"},
      {"See the three tables below.", "pronoun"},
      {"The two rules above are old.", "pronoun"},
      {"The two envoys met.", "pronoun"},
      {"These three agreed.", "pronoun"},
  });
  expect_figures({
      {"Four huts above the lake burned.", "4"},
      {"The two people who were killed were brothers.", "2"},
  });
}

TEST(PronounNumbers, Ranks) {
  expect_rejects({
      {"It has two of the biggest ports in the west.", "pronoun"},
      {"She met three of its best sailors.", "pronoun"},
      {"They are three of the most famous poets.", "pronoun"},
      {"The two worked together in Bath.", "pronoun"},
  });
  expect_figures({
      {"Two of the biggest banks collapsed.", "2"},
      {"Two of the sailors are ill.", "2"},
      {"The two killed were brothers.", "2"},
  });
}

TEST(PronounNumbers, Handful) {
  expect_rejects({
      {"It will matter in a handful of key ports.", "pronoun"},
      {"She read a handful of old letters.", "pronoun"},
  });
  expect_figures({
      {"A handful of farmers stayed.", "[3,9]"},
      {"The storm sank a handful of boats.", "[3,9]"},
      {"There were a handful of deaths.", "[3,9]"},
  });
}

TEST(PronounNumbers, AnnouncedLists) {
  expect_rejects({
      {"It was told in two forms - a short one and a long one.", "list pronoun"},
      {"It comes in three versions: small, large and huge.", "list"},
      {"He must do two things: rest and drink.", "list"},
      {"There are two reasons -- the price and the noise.", "list"},
  });
  expect_figures({
      {"Two guards - a man and a woman - were killed.", "2"},
      {"The team has two goals - a header and a volley.", "2"},
      {"It took two forms.", "2"},
  });
}

TEST(PronounNumbers, Multipliers) {
  EXPECT_EQ(figures_of("It is 12 litres in a crate times 40."), "12 l");
  EXPECT_EQ(figures_of("It fined 40 drivers."), "40");
}

TEST(PronounNumbers, TimeAnchors) {
  expect_rejects({
      {"Within 12 hours of the vote he fled.", "time"},
      {"Within about two days of the storm it fell.", "time"},
      {"She spoke, and within just 12 hours of that he fled.", "time"},
      {"With fewer than 12 days until the vote, she rests.", "time"},
      {"There are 12 days until the vote.", "time"},
  });
  expect_figures({
      {"She slept 12 hours until the storm broke.", "12 hour"},
      {"It was closed for 12 years until it was sold.", "12 year"},
      {"The repair took 12 days.", "12 day"},
      {"They must register within three days of the vote.", "3 day"},
  });
}

}  // namespace
}  // namespace figured::claims
