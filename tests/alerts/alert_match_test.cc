#include "alerts/alert_match.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

struct PatternCase {
  std::string pattern, text;
  bool fits;
};
class PatternTest : public testing::TestWithParam<PatternCase> {};

TEST_P(PatternTest, Fits) {
  EXPECT_EQ(fits_pattern(GetParam().pattern, GetParam().text), GetParam().fits);
}

INSTANTIATE_TEST_SUITE_P(
    All, PatternTest,
    testing::Values(PatternCase{"people.killed", "people.killed", true},
                    PatternCase{"People.Killed", "people.killed", true},
                    PatternCase{"people.*", "people.killed", true},
                    PatternCase{"people.*", "people", false}, PatternCase{"*", "", true},
                    PatternCase{"", "", true}, PatternCase{"", "a", false},
                    PatternCase{"*wire*", "North Wire", true}, PatternCase{"*w*w*", "wow", true},
                    PatternCase{"a*b*c", "a--b--b-c", true}, PatternCase{"a*b", "a--bc", false}));

// The sample: 0.8 severe, score 0.7, sides of one and two voices.
struct MatchCase {
  std::string match;  // as JSON
  bool matches;
};
class AlertMatchTest : public testing::TestWithParam<MatchCase> {};

TEST_P(AlertMatchTest, Matches) {
  const AlertMatch match = parse_match(GetParam().match);
  EXPECT_EQ(match.matches(read_notice(sample_alert())), GetParam().matches);
  EXPECT_EQ(format_match(match), GetParam().match);
  EXPECT_EQ(parse_match(format_match(match)), match);
}

INSTANTIATE_TEST_SUITE_P(
    All, AlertMatchTest,
    testing::Values(
        MatchCase{"{}", true}, MatchCase{R"({"types":["figure.contradiction"]})", true},
        MatchCase{R"({"types":["figure.correction","dispute.settled"]})", false},
        MatchCase{R"({"measures":["money.*","people.*"]})", true},
        MatchCase{R"({"measures":["money.*"]})", false}, MatchCase{R"({"subjects":["*"]})", true},
        MatchCase{R"({"subjects":["Brenner Oil"]})", false},
        MatchCase{R"({"places":["zerafan"]})", true}, MatchCase{R"({"outlets":["Ledger"]})", true},
        MatchCase{R"({"outlets":["Coast Daily"]})", false},
        MatchCase{R"({"disputes":[2,3]})", true}, MatchCase{R"({"disputes":[3]})", false},
        MatchCase{R"({"min_severity":8E-1})", true}, MatchCase{R"({"min_severity":9E-1})", false},
        MatchCase{R"({"min_score":6E-1,"min_voices":1})", true},
        MatchCase{R"({"min_score":8E-1})", false}, MatchCase{R"({"min_voices":2})", false}));

TEST(AlertMatch, WhatIsNoMatchIsRefused) {
  for (const char* wrong : {"", "[]", R"({"types":["nothing"]})", R"({"measures":"people"})",
                            R"({"min_voices":"many"})"})
    EXPECT_THROW(parse_match(wrong), std::invalid_argument) << wrong;
}

}  // namespace
}  // namespace figured::alerts
