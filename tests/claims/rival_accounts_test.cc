#include "claims/rival_accounts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct AccountsCase {
  std::string name;
  std::string text;
  bool rivals;  // whether the last figure is set against the first
};

class RivalAccountsTest : public testing::TestWithParam<AccountsCase> {};

TEST_P(RivalAccountsTest, AreSetAgainstEachOther) {
  const std::vector<Claim> claims = claims_of(GetParam().text);
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims.back().answers == claims.front().figure.span.start, GetParam().rivals);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RivalAccountsTest,
    testing::Values(AccountsCase{"While",
                                 "The mayor said 40 people were hurt, while doctors said 90 people "
                                 "were hurt.",
                                 true},
                    AccountsCase{"But",
                                 "The mayor said 40 people were hurt, but doctors said 90 people "
                                 "were hurt.",
                                 true},
                    AccountsCase{"BarePeople",
                                 "Police said there were 200 marchers, while organizers said "
                                 "there were 500 people.",
                                 true},
                    AccountsCase{
                        "And",
                        "The mayor said 40 people were hurt and doctors said 90 people were "
                        "were hurt.",
                        false},
                    AccountsCase{"OneVoice",
                                 "The mayor said 40 people were hurt, while 90 people were hurt "
                                 "last year.",
                                 false},
                    AccountsCase{"OtherDays",
                                 "The mayor said 40 people were hurt on Monday, while doctors "
                                 "said 90 people were hurt on Tuesday.",
                                 false},
                    AccountsCase{"OtherPlaces",
                                 "The mayor said 40 people were hurt in Nairobi, while doctors "
                                 "said 90 people were hurt in Mombasa.",
                                 false},
                    AccountsCase{"OtherPeople",
                                 "The army said 3 soldiers were killed, while rebels said 60 "
                                 "civilians were killed.",
                                 false},
                    AccountsCase{"OtherMeasure",
                                 "The mayor said 40 people were hurt, while doctors said 90 "
                                 "people died.",
                                 false},
                    AccountsCase{"Forecast",
                                 "The ministry said 40,000 jobs were lost, while economists had "
                                 "predicted that 60,000 jobs were lost.",
                                 false},
                    AccountsCase{"APart",
                                 "The mayor said 40 people were hurt, while doctors said 90 others "
                                 "were hurt.",
                                 false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
