#include "claims/figures/win_record.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(WinRecord, NamedByWhatStandsBehind) {
  expect_figures({
      {"Hull have a 9-14 record.", "9; 14"},
      {"She left with a 118-97 career record.", "118; 97"},
      {"It was a 12-3 start to the year.", "12; 3"},
      {"He leads them with a 38-6-1 mark.", "38; 6; 1"},
      {"They went on a 19-7 run.", "19; 7"},
      {"A dreary 2-8 stretch cost him his post.", "2; 8"},
  });
}

TEST(WinRecord, NamedByWhatStandsBefore) {
  expect_figures({
      {"Hull have a record of 9-14.", "9; 14"},
      {"That took her record to 30-2.", "30; 2"},
      {"Their record is 11-4-3 now.", "11; 4; 3"},
      {"He compiled a mark of 88-101 there.", "88; 101"},
  });
}

TEST(WinRecord, ToldByAVerb) {
  expect_figures({
      {"Hull improved to 13-9 on Friday.", "13; 9"},
      {"Hull fell to 9-14.", "9; 14"},
      {"The win lifted the young fighter to 24-2.", "24; 2"},
      {"Hull went 11-5 in March.", "11; 5"},
      {"Hull wound up at 31-29.", "31; 29"},
      {"Hull are sitting at 8-15.", "8; 15"},
      {"Hull was 21-4 before the break.", "21; 4"},
      {"Hull is now 11-4-3.", "11; 4; 3"},
  });
}

TEST(WinRecord, BehindAName) {
  expect_figures({
      {"The Rovers (9-14) are last.", "9; 14"},
      {"Harris (40-2, 31 knockouts) won again.", "40; 2; 31"},
      {"Harris, 38-6-1, won again.", "38; 6; 1"},
      {"Leo Harris, 38-6, 21 KO's, won again.", "38; 6; 21"},
      {"Leo Harris, 38-6, 21 by knockout, won again.", "38; 6; 21"},
  });
}

TEST(WinRecord, NotTheScoreOfAGame) {
  expect_rejects({
      {"Hull lost 3-1 on Friday.", "score"},
      {"A 4-2 victory sent them through.", "score"},
      {"It was 2-1 at the break.", "score"},
      {"Leeds beat Hull (3-1) at home.", "score"},
      {"Hull were 3-1 up.", "score"},
      {"Hull lost to Leeds 4-2.", "score"},
      {"Harris, 4-2, won again.", "score"},
  });
}

TEST(WinRecord, NotARange) {
  expect_figures({
      {"He ate 3-4 eggs.", "[3,4]"},
      {"It fell 10-12 percent.", "[10,12] percent"},
      {"It keeps warming at 2-3 degrees.", "[2,3] degree"},
      {"At the 10-12 year mark she quit.", "[10,12] year"},
      {"They sold 200-300 cars.", "[200,300]"},
  });
}

TEST(WinRecord, CountsWinsAndLosses) {
  const std::vector<Claim> claims = claims_of("The Rovers have a 9-14 record.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].noun, "wins");
  EXPECT_EQ(claims[1].noun, "losses");
}

}  // namespace
}  // namespace figured::claims
