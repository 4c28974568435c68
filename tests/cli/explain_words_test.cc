#include "cli/explain_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "claims/extractor.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string explanation_of(const std::string& title, const std::string& text) {
  feeds::Article article;
  article.guid = "orsk-1";
  article.outlet = "Corvane News";
  article.title = title;
  article.text = text;
  ExplainedArticle explained{article, {}, {}};
  explained.reading = claims::Extractor().explain({title, text, article.outlet, std::nullopt},
                                                  explained.explanation);
  std::ostringstream out;
  print_explanation(out, explained);
  return out.str();
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(ExplainWordsTest, TheHeadlineStandsBeforeTheText) {
  const std::string words =
      explanation_of("Blast kills 42", "A blast shook Orsk. It injured 90 people.");
  EXPECT_EQ(words.find("orsk-1, Corvane News\n"), 0u);
  EXPECT_LT(words.find("title: Blast kills 42\n"), words.find("It injured 90 people."));
}

TEST(ExplainWordsTest, ASentenceStandsOnceAndOnlyWithANumber) {
  const std::string words =
      explanation_of("", "A blast shook Orsk. It killed 42 people and injured 90 others.");
  EXPECT_EQ(count_of(words, "It killed 42 people and injured 90 others."), 1u);
  EXPECT_THAT(
      words, AllOf(HasSubstr("\n    42  = 42  confidence"), HasSubstr("\n    90  = 90  confidence"),
                   Not(HasSubstr("A blast shook"))));
}

TEST(ExplainWordsTest, TheWordsStandBehindTheRule) {
  const std::string words = explanation_of("", "The blast killed at least 42 people in Orsk.");
  EXPECT_THAT(words, HasSubstr("\n    at least 42  >= 42  confidence"));
  EXPECT_THAT(words,
              testing::ContainsRegex("\n      measure +people\\.killed +[a-z].* \"killed\"\n"));
  EXPECT_THAT(words, testing::ContainsRegex("\n      place +Orsk +[a-z].* \"Orsk\"\n"));
  EXPECT_THAT(words, testing::ContainsRegex("\n      speaker +-\n"));
}

TEST(ExplainWordsTest, ColumnsLineUp) {
  const std::string words = explanation_of("", "The blast killed 42 people in Orsk.");
  const auto column = [&](const std::string& line, const std::string& value) {
    const auto at = words.find(line);
    return words.find(value, at) - at;
  };
  EXPECT_EQ(column("\n      measure", "people.killed"), column("\n      modality", "asserted"));
}

TEST(ExplainWordsTest, ARejectedNumberHasItsReason) {
  EXPECT_THAT(explanation_of("", "The blast of May 3, 2019 killed 42 people."),
              AllOf(HasSubstr("\n    3  no figure: date\n"), HasSubstr("\n    42  = 42")));
  EXPECT_THAT(explanation_of("Flight 370 was delayed", ""),
              HasSubstr("\n    370  no figure: name\n"));
}

TEST(ExplainWordsTest, ARestatedFigureSaysWhetherBothAgree) {
  EXPECT_THAT(explanation_of("", "The road is 100 km (62 miles) long."),
              testing::ContainsRegex("restated +~? ?=? ?62 mile +the same value"));
  EXPECT_THAT(explanation_of("", "The road is 100 km (300 miles) long."),
              testing::ContainsRegex("restated += 300 mile +another value"));
}

TEST(ExplainWordsTest, ACountThatNoNumberGivesIsShortlyTold) {
  EXPECT_THAT(explanation_of("", "A soldier was killed in Orsk."),
              HasSubstr("\n    A soldier  = 1  only in sums: people.killed"));
}

TEST(ExplainWordsTest, WithoutANumberThereIsOnlyTheName) {
  EXPECT_EQ(explanation_of("", "A blast shook Orsk."), "orsk-1, Corvane News\n\n");
}

TEST(ExplainWordsTest, NothingThatATerminalObeysGetsOut) {
  EXPECT_THAT(explanation_of("", "The \x1b[31mblast killed 42 people."), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace figured::cli
