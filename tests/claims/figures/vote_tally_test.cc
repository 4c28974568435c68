#include "claims/figures/vote_tally.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(VoteTally, IsToldByAVerb) {
  expect_figures({
      {"The Senate voted 68-32 to pass it.", "68; 32"},
      {"The Senate voted on Monday, 68-32, to pass it.", "68; 32"},
      {"In the spring the vote was 40-60.", "40; 60"},
      {"The House passed it 218-210.", "218; 210"},
      {"The motion passed 52-48.", "52; 48"},
      {"The court ruled 5-4 against him.", "5; 4"},
      {"The board deadlocked 3-3.", "3; 3"},
      {"The panel voted 7\u20132 for it.", "7; 2"},
      {"The panel voted 52 to 48 for it.", "52; 48"},
      {"It was adopted by a vote of 216 to 212.", "216; 212"},
      {"The panel voted on Monday, 12 to 3, for it.", "12; 3"},
  });
}

TEST(VoteTally, IsToldByANoun) {
  expect_figures({
      {"It was adopted in a 420-0 vote.", "420; 0"},
      {"It cleared the panel on a 10-8 party-line vote.", "10; 8"},
      {"The 5-4 decision surprised her.", "5; 4"},
      {"Its 6-3 ruling came at noon.", "6; 3"},
      {"It was a 6-to-3 ruling.", "6; 3"},
  });
}

TEST(VoteTally, ScoresAreNone) {
  expect_figures({
      {"Leeds passed Hull 3-1.", ""},
      {"Hull was defeated 21-3.", ""},
      {"He won by a 3-2 split decision.", ""},
      {"Leeds beat Hull 3-1.", ""},
      {"They voted to raise it from 12 to 15 dollars.", "12 usd; 15 usd"},
      {"They voted for 3 to 5 days of rest.", "[3,5] day"},
      {"They have a 54-46 edge.", ""},
      {"The vote left them a 53-47 Senate majority.", ""},
      {"The polls closed; Hull won 30-20.", ""},
  });
}

// The words seldom say which side was for it.
TEST(VoteTally, CountsTheLargerSideAndTheSmaller) {
  const std::vector<Claim> claims = claims_of("In the Senate the vote was 40-60.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].measure, "vote.minority_side");
  EXPECT_EQ(claims[1].measure, "vote.majority_side");
  EXPECT_EQ(claims[0].noun, "votes");
}

TEST(VoteTally, IsOfThoseWhoVote) {
  const std::vector<Claim> claims = claims_of("The Senate voted 68-32 to pass it.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].subject, "Senate");
  EXPECT_EQ(claims[0].measure, "vote.majority_side");
  EXPECT_EQ(claims[1].measure, "vote.minority_side");
}

}  // namespace
}  // namespace figured::claims
