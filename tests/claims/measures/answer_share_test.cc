#include "claims/measures/answer_share.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct ShareCase {
  std::string name;
  std::string text;
  std::string speaker;  // of the last figure; "-" is the article itself
};

void PrintTo(const ShareCase& row, std::ostream* out) { *out << row.text; }

class AnswerShareTest : public testing::TestWithParam<ShareCase> {};

TEST_P(AnswerShareTest, IsToldByThePollNamedBefore) {
  const std::string speaker = claims_of(GetParam().text).back().speaker;
  EXPECT_EQ(speaker.empty() ? "-" : speaker, GetParam().speaker);
}

const auto kName = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Told, AnswerShareTest,
    testing::Values(
        ShareCase{"Oppose", "The Gazette ran a Delta Poll. Some 40 percent of voters oppose it.",
                  "Delta Poll"},
        ShareCase{"OfThem", "It comes from a Delta poll. More than a third of them like the mayor.",
                  "Delta poll"},
        ShareCase{"Bare", "It comes from a Delta poll. Only 40 percent approve of the mayor.",
                  "Delta poll"},
        ShareCase{"State", "It comes from a Delta poll. Only 40 percent are confident.",
                  "Delta poll"},
        ShareCase{"HaveAView",
                  "It comes from a Delta poll. Some 40 percent have a dim view of the mayor.",
                  "Delta poll"},
        ShareCase{"Compared",
                  "It comes from a Delta poll. Some 40 percent of men like it versus 12 percent.",
                  "Delta poll"},
        ShareCase{"InTheSentence", "In a Coast Radio survey, 40 percent of drivers blame the fog.",
                  "Coast Radio survey"},
        ShareCase{
            "NamedGoesBeforeBare",
            "It comes from a Delta poll. The poll was long. Some 40 percent of men oppose her.",
            "Delta poll"},
        ShareCase{"OnlyBare", "The poll was long. Some 40 percent of drivers trust her.", "poll"},
        ShareCase{"QuotationBetween",
                  "It comes from a Delta poll. \"It is a shame,\" said Torval. Some 40 percent of "
                  "drivers trust her.",
                  "Delta poll"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    NotTold, AnswerShareTest,
    testing::Values(
        ShareCase{"NoPoll", "Some 40 percent of voters oppose it.", "-"},
        ShareCase{"NoAttitude", "It comes from a Delta poll. Some 40 percent of drivers died.",
                  "-"},
        ShareCase{"NoShare", "It comes from a Delta poll. Some 40 voters oppose it.", "-"},
        ShareCase{"AnElection", "He went to the polls. Some 40 percent of drivers trust her.", "-"},
        ShareCase{"AVerb", "They wish to poll drivers. Some 40 percent trust her.", "-"},
        ShareCase{"AnotherSpeaker",
                  "It comes from a Delta poll. Police said 12 cars burned. Some 40 percent of "
                  "drivers trust them.",
                  "-"},
        ShareCase{"ItsOwnSpeaker",
                  "It comes from a Delta poll. Police said 40 percent of drivers trust them.",
                  "Police"}),
    kName);

}  // namespace
}  // namespace figured::claims
