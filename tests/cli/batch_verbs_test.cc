#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "claims/sameness/training_rows.h"
#include "cli/figurectl.h"
#include "tests/support/temp_folder.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

struct Ended {
  int status = 0;
  std::vector<boost::json::object> lines;
  std::string err;
};

// figurectl over files that the test writes.
class BatchVerbsTest : public testing::Test {
 protected:
  std::string file(const std::string& name, const std::string& text) const {
    const std::string path = folder_.path(name);
    std::ofstream(path) << text;
    return path;
  }

  static Ended figurectl(std::vector<std::string> words) {
    words.insert(words.begin(), "figurectl");
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Ended ended;
    ended.status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    std::istringstream out(testing::internal::GetCapturedStdout());
    for (std::string line; std::getline(out, line);)
      ended.lines.push_back(boost::json::parse(line).as_object());
    ended.err = testing::internal::GetCapturedStderr();
    return ended;
  }

  static std::string article(const std::string& id, const std::string& text) {
    return boost::json::serialize(boost::json::object{
               {"id", id},
               {"outlet", "Outlet " + id},
               {"published", "2026-11-20T08:00:00Z"},
               {"title", "Blast in Orsk"},
               {"text",
                "The Harbour Blast in Orsk shook the Velma District, Ana Ruiz said. " + text}}) +
           '\n';
  }

  tests::TempFolder folder_;
};

TEST_F(BatchVerbsTest, QuantitiesCountsInCodePoints) {
  const auto ended = figurectl(
      {"quantities", file("q.jsonl", "{\"id\":7,\"text\":\"Caf\u00e9: about 40 km\"}\n")});
  ASSERT_EQ(ended.status, 0);
  const auto& quantity = ended.lines.at(0).at("quantities").as_array().at(0).as_object();
  EXPECT_EQ(ended.lines[0].at("id"), 7);
  EXPECT_EQ(quantity.at("start"), 6);
  EXPECT_EQ(quantity.at("surface"), "about 40 km");
  EXPECT_EQ(quantity.at("unit"), "km");
  EXPECT_EQ(quantity.at("bound"), "~");
}

TEST_F(BatchVerbsTest, ExtractPrintsALineAnArticle) {
  const auto ended = figurectl({"extract", file("a.jsonl", article("a", "It killed 42 people."))});
  ASSERT_EQ(ended.lines.size(), 1u);
  EXPECT_EQ(ended.lines[0].at("article"), "a");
  const auto& claim = ended.lines[0].at("claims").as_array().at(0).as_object();
  EXPECT_EQ(claim.at("measure"), "people.killed");
  EXPECT_EQ(claim.at("outlet"), "Outlet a");
}

TEST_F(BatchVerbsTest, ExtractTakesPlainText) {
  const std::string path = file("plain.txt", "The blast killed 42 people.\n");
  const auto ended = figurectl({"extract", path});
  ASSERT_EQ(ended.lines.size(), 1u);
  EXPECT_EQ(ended.lines[0].at("article").as_string(), path);
  EXPECT_EQ(ended.lines[0].at("claims").as_array().size(), 1u);
}

TEST_F(BatchVerbsTest, ExtractExplainsAsJson) {
  const auto ended =
      figurectl({"extract", "--explain", "--json",
                 file("a.jsonl", article("a", "On May 3 at least 42 people were killed."))});
  ASSERT_EQ(ended.status, 0);
  ASSERT_EQ(ended.lines.size(), 1u);
  const auto& claim = ended.lines[0].at("claims").as_array().at(0).as_object();
  EXPECT_EQ(claim.at("measure"), "people.killed");
  const auto& measure = claim.at("why").as_array().at(1).as_object();
  EXPECT_EQ(measure.at("aspect"), "measure");
  EXPECT_EQ(measure.at("value"), "people.killed");
  EXPECT_EQ(measure.at("words").at("text"), "killed");
  const auto& reject = ended.lines[0].at("rejects").as_array().at(0).as_object();
  EXPECT_EQ(reject.at("surface"), "3");
  EXPECT_EQ(reject.at("reason"), "date");
}

TEST_F(BatchVerbsTest, CheckJudgesArticlesInTheirOrder) {
  const auto ended =
      figurectl({"check", file("a.jsonl", article("a", "It killed 42 people.") +
                                              article("b", "It killed 31 people."))});
  EXPECT_EQ(ended.status, 0);
  ASSERT_EQ(ended.lines.size(), 1u);
  EXPECT_EQ(ended.lines[0].at("relation"), "contradicts");
  EXPECT_EQ(ended.lines[0].at("a").as_object().at("article"), "a");
  EXPECT_EQ(ended.lines[0].at("b").as_object().at("article"), "b");
}

TEST_F(BatchVerbsTest, CheckTellsTheFacts) {
  const auto ended =
      figurectl({"check", "--facts",
                 file("a.jsonl", article("a", "It killed 42 people. It injured 90 people.") +
                                     article("b", "It killed 31 people."))});
  ASSERT_EQ(ended.lines.size(), 2u);
  EXPECT_EQ(ended.lines[0].at("claims").as_array().size(), 2u);
  EXPECT_EQ(ended.lines[1].at("claims").as_array().size(), 1u);
}

TEST_F(BatchVerbsTest, ARepeatedIdIsARevision) {
  const auto ended =
      figurectl({"check", file("a.jsonl", article("a", "It killed 42 people.") +
                                              article("a", "It killed 24 people."))});
  ASSERT_EQ(ended.lines.size(), 1u);
  EXPECT_EQ(ended.lines[0].at("relation"), "corrects");
}

TEST_F(BatchVerbsTest, CompareLabelsPairs) {
  const auto ended = figurectl(
      {"compare",
       file(
           "p.jsonl",
           R"({"id":"1","premise":"The blast in Orsk killed 42 people.","hypothesis":"The blast killed 61 people."})"
           "\n")});
  EXPECT_EQ(ended.lines.at(0).at("label"), "contradiction");
}

TEST_F(BatchVerbsTest, BadLinesAreNamedAndTheRestGoesOn) {
  const std::string path = file("a.jsonl", "not json\n" + article("a", "It killed 42 people.") +
                                               "[1]\n{\"text\":\"no id\"}\n"
                                               "{\"id\":\"x\",\"published\":\"soon\"}\n");
  const auto ended = figurectl({"extract", path});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.lines.size(), 1u);
  EXPECT_THAT(ended.err, AllOf(HasSubstr(path + ":1: is not JSON"),
                               HasSubstr(path + ":3: is not a JSON object"),
                               HasSubstr(path + ":4: has no \"id\""),
                               HasSubstr(path + ":5: \"published\" is no date: soon")));
}

TEST_F(BatchVerbsTest, AMissingFileIsNamed) {
  const auto ended = figurectl({"check", folder_.path("none.jsonl")});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot read " + folder_.path("none.jsonl")));
}

// --- weights and rows

TEST_F(BatchVerbsTest, CheckGoesByTheWeightsThatAreNamed) {
  claims::FeatureWeights weights{};
  weights[0] = -30;  // whatever the words say
  const std::string own =
      file("own.tsv", claims::format_sameness_model(claims::SamenessModel(weights)));
  const std::string articles =
      file("a.jsonl", article("A", "It killed 42 people.") +
                          article("B", "In 2019 a bus crash killed 9 people there."));
  EXPECT_EQ(figurectl({"check", "--facts", articles}).lines.size(), 1U);
  EXPECT_EQ(figurectl({"check", "--facts", "--weights", own, articles}).lines.size(), 2U);
  const std::string config = file("figured.toml",
                                  "[store]\npath = 'a.db'\n[claims]\nweights = 'own.tsv'\n"
                                  "[[feed]]\nurl = 'https://a.example/rss'\noutlet = 'A'\n");
  EXPECT_EQ(figurectl({"check", "--facts", "--config", config, articles}).lines.size(), 2U);
  EXPECT_EQ(figurectl({"check", "--weights", file("bad.tsv", "bias\n"), articles}).status, 2);
}

TEST_F(BatchVerbsTest, APackedFileIsNamedOnce) {
  for (const auto& [head, packing] : {std::pair{"\x1f\x8b", "gzip"},
                                      {"\xfd"
                                       "7zXZ",
                                       "xz"}}) {
    const std::string path = file("a.jsonl", std::string(head) + "\n\n\nrest");
    const auto ended = figurectl({"extract", path});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.err, "figurectl: " + path + " is packed with " + packing +
                             " and was not read: unpack it first\n");
  }
}

// Labels of two articles on one blast.
class TrainingRowsVerbTest : public BatchVerbsTest {
 protected:
  TrainingRowsVerbTest()
      : articles_(file("a.jsonl", article("A", "It killed 42 people and injured 138.") +
                                      article("B", "In all, 31 people were killed."))) {}

  struct Rows {
    int status = 0;
    std::vector<claims::LabelledPair> pairs;
    std::string err;
  };
  Rows rows_of(const std::string& labels) const {
    std::vector<const char*> argv;
    const std::vector<std::string> words{"figurectl",
                                         "train",
                                         "--rows",
                                         "--articles",
                                         articles_,
                                         "--gold",
                                         file("gold.json", labels)};
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Rows rows;
    rows.status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    const auto parsed = claims::parse_training_rows(testing::internal::GetCapturedStdout());
    rows.err = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(std::holds_alternative<std::vector<claims::LabelledPair>>(parsed));
    rows.pairs = std::get<std::vector<claims::LabelledPair>>(parsed);
    return rows;
  }

  const std::string articles_;
};

TEST_F(TrainingRowsVerbTest, EveryTwoLabelledClaimsAreARow) {
  const Rows rows = rows_of(R"({"facts":[
    {"claims":[{"article":"A","quote":"killed 42 people","value":42},
               {"article":"B","quote":"31 people were killed","value":31}]},
    {"claims":[{"article":"A","quote":"injured 138","value":138}]}]})");
  EXPECT_EQ(rows.status, 0);
  EXPECT_EQ(rows.err, "figurectl: 3 of 3 labelled claims were read\n");
  ASSERT_EQ(rows.pairs.size(), 3U);
  EXPECT_TRUE(rows.pairs[0].same);
  EXPECT_FALSE(rows.pairs[1].same);
  EXPECT_FALSE(rows.pairs[2].same);
  EXPECT_EQ(rows.pairs[0].features[static_cast<std::size_t>(claims::Feature::kSameMeasure)], 1);
}

TEST_F(TrainingRowsVerbTest, ALabelIsFoundByItsPlaceAndAScaledValue) {
  // The quote stands at code point 68 of the text, 42 is told as 0.042 thousand.
  const Rows rows = rows_of(R"({"facts":[{"claims":[
    {"article":"A","quote":"It killed 42 people","start":68,"value":0.042},
    {"article":"B","quote":"31 people","low":31,"high":null,"bound":">="},
    {"article":"A","quote":"It killed 42 people","value":57},
    {"article":"A","quote":"It killed 57 people","value":42},
    {"article":"C","quote":"It killed 42 people","value":42}]}]})");
  EXPECT_EQ(rows.err, "figurectl: 2 of 5 labelled claims were read\n");
  EXPECT_EQ(rows.pairs.size(), 1U);
}

TEST_F(TrainingRowsVerbTest, BadLabelsAreNamedAndSkipped) {
  for (const std::string labels :
       {R"([1])", R"({"facts":7})", R"({"facts":[{"claims":[3]}]})",
        R"({"facts":[{"claims":[{"article":"A","value":1}]}]})",
        R"({"facts":[{"claims":[{"article":"A","quote":"It killed 42","value":"many"}]}]})"}) {
    const Rows rows = rows_of(labels);
    EXPECT_EQ(rows.status, 1) << labels;
    EXPECT_THAT(rows.err, AllOf(HasSubstr("gold.json: "), HasSubstr("; skipped\n"))) << labels;
  }
}

TEST_F(TrainingRowsVerbTest, NamesAreCountedByKindOfNews) {
  const std::string other = file("b.jsonl", article("C", "The clerk met Velmont."));
  const std::array argv{"figurectl", "train", "--names", articles_.c_str(), other.c_str()};
  testing::internal::CaptureStdout();
  EXPECT_EQ(run_figurectl(static_cast<int>(argv.size()), argv.data()), 0);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "10000\tana blast orsk ruiz velma velmont\n");
  EXPECT_EQ(figurectl({"train", "--rows", "--names", "a.jsonl"}).status, 2);
}

TEST_F(TrainingRowsVerbTest, RowsNeedLabels) {
  EXPECT_EQ(figurectl({"train", "--rows"}).status, 2);
  EXPECT_EQ(figurectl({"train", "--gold", "a.json"}).status, 2);
}

}  // namespace
}  // namespace figured::cli
