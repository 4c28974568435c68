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

// Two articles are quoted, in these languages; a side holds another.
struct LanguageCase {
  std::vector<std::string> wanted;
  std::vector<std::string> quoted;
  bool matches;
};
class LanguageMatchTest : public testing::TestWithParam<LanguageCase> {};

TEST_P(LanguageMatchTest, Matches) {
  Notice notice = read_notice(sample_alert());
  notice.claims.clear();
  for (const std::string& language : GetParam().quoted)
    notice.claims.emplace_back().language = language;
  notice.sides.at(0).languages = {"sv"};
  notice.sides.at(1).languages = {"", "fi"};
  AlertMatch match;
  match.languages = GetParam().wanted;
  EXPECT_EQ(match.matches(notice), GetParam().matches);
  EXPECT_EQ(parse_match(format_match(match)), match);
}

INSTANTIATE_TEST_SUITE_P(
    All, LanguageMatchTest,
    testing::Values(
        LanguageCase{{}, {"en", "en"}, true}, LanguageCase{{"en"}, {"es", "en"}, true},
        LanguageCase{{"en"}, {"es", "de"}, false}, LanguageCase{{"en"}, {"es", "en-GB"}, true},
        LanguageCase{{"en-GB"}, {"en", "en-US"}, false}, LanguageCase{{"EN-gb"}, {"en-GB"}, true},
        LanguageCase{{"fi"}, {"fil"}, false}, LanguageCase{{"de", "es"}, {"es"}, true},
        LanguageCase{{"unknown"}, {"en", ""}, true}, LanguageCase{{"unknown"}, {"en", "de"}, false},
        LanguageCase{{"en"}, {""}, false},
        // Nobody is quoted, so the sides count.
        LanguageCase{{"sv"}, {}, true}, LanguageCase{{"unknown"}, {}, true},
        LanguageCase{{"en"}, {}, false}, LanguageCase{{"sv"}, {"en"}, false}));

TEST(AlertMatch, OfAnAlertThatQuotesNobodyTheSidesOutletsCount) {
  Notice notice = read_notice(sample_alert());
  AlertMatch match;
  match.outlets = {"Ledger"};
  notice.claims.clear();
  EXPECT_TRUE(match.matches(notice));
  match.outlets = {"Coast Daily"};
  EXPECT_FALSE(match.matches(notice));
}

TEST(AlertMatch, AnAlertAboutAFeedIsInNoLanguage) {
  AlertMatch match;
  match.languages = {"unknown"};
  Notice notice;
  notice.alert.type = AlertType::kFeedFailing;
  EXPECT_FALSE(match.matches(notice));
}

TEST(AlertMatch, WhatIsNoMatchIsRefused) {
  for (const char* wrong : {"", "[]", R"({"types":["nothing"]})", R"({"measures":"people"})",
                            R"({"min_voices":"many"})"})
    EXPECT_THROW(parse_match(wrong), std::invalid_argument) << wrong;
}

}  // namespace
}  // namespace figured::alerts
