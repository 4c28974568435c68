#include "feeds/excerpt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "feeds/parser.h"
#include "feeds/plain_text.h"

namespace figured::feeds {
namespace {

std::string times(const std::string& text, int count) {
  std::string all;
  while (count-- > 0) all += text;
  return all;
}

const std::string kSentence = "The river burst its banks near the town on Sunday night. ";
const std::string kLong = times(kSentence, 40);
const std::string kCut = times(kSentence, 5) + "The mayor of the town said that the";

struct ExcerptCase {
  std::string name;
  std::string text;
  std::vector<std::string> others;  // of the same feed
  ExcerptSign sign;
};

class ExcerptTest : public testing::TestWithParam<ExcerptCase> {};

TEST_P(ExcerptTest, IsToldByItsSigns) {
  std::vector<std::string_view> texts{GetParam().text};
  texts.insert(texts.end(), GetParam().others.begin(), GetParam().others.end());
  EXPECT_EQ(find_excerpts(texts).at(0), GetParam().sign);
}

const std::vector<std::string> kLongOnes{kLong, kLong, kLong};
const std::vector<std::string> kShortOnes{kSentence, kSentence + kSentence, kSentence};

INSTANTIATE_TEST_SUITE_P(
    Cases, ExcerptTest,
    testing::Values(
        ExcerptCase{"Whole", kLong, kLongOnes, ExcerptSign::kNone},
        ExcerptCase{"ShortAmongWholeOnes", kSentence, kLongOnes, ExcerptSign::kNone},
        ExcerptCase{"TitleOnly", "", kLongOnes, ExcerptSign::kNoText},
        ExcerptCase{"Ellipsis", kSentence + "The mayor said\xe2\x80\xa6", kLongOnes,
                    ExcerptSign::kEllipsis},
        ExcerptCase{"ThreeDotsInBrackets", kSentence + "The mayor said [...]", kLongOnes,
                    ExcerptSign::kEllipsis},
        ExcerptCase{
            "EllipsisAndItsSource",
            kSentence + "The mayor [\xe2\x80\xa6]\nThe post Flood appeared first on Gazette.",
            kLongOnes, ExcerptSign::kEllipsis},
        ExcerptCase{"LongTextThatEndsWithDots", kLong + "So it goes...", kLongOnes,
                    ExcerptSign::kNone},
        ExcerptCase{"ReadMore", kSentence + "\nRead more \xc2\xbb", kLongOnes,
                    ExcerptSign::kReadMore},
        ExcerptCase{"ContinueReading",
                    kSentence + "Continue reading Flood in the valley \xe2\x86\x92", kLongOnes,
                    ExcerptSign::kReadMore},
        ExcerptCase{"ReadTheFullStory", kSentence + "\nRead the full story at the Gazette.",
                    kLongOnes, ExcerptSign::kReadMore},
        ExcerptCase{"MoreIsAWordToo", kSentence + "More rain is expected.", kLongOnes,
                    ExcerptSign::kNone},
        ExcerptCase{"CutInASentence", kCut, kLongOnes, ExcerptSign::kCutShort},
        ExcerptCase{"EndsInAQuote", kSentence + "\"We left in time.\"", kLongOnes,
                    ExcerptSign::kNone},
        ExcerptCase{"HabitOfTheFeed", kSentence, kShortOnes, ExcerptSign::kShort},
        ExcerptCase{"ShortAndAlone", kSentence, {}, ExcerptSign::kShort},
        ExcerptCase{"NotSoShortAndAlone", times(kSentence, 8), {}, ExcerptSign::kNone}),
    [](const auto& test) { return test.param.name; });

// Feeds that carry the summary and the whole of most articles say of both what
// they are.
struct Labelled {
  std::vector<std::string> summaries;
  std::vector<std::string> wholes;
};

Labelled labelled(const FeedDocument& feed) {
  Labelled found;
  for (const Item& item : feed.items) {
    std::string summary = plain_text(item.summary);
    std::string whole = plain_text(item.content);
    if (summary.empty() || whole.size() < 600 || whole.size() < 2 * summary.size()) continue;
    found.summaries.push_back(std::move(summary));
    found.wholes.push_back(std::move(whole));
  }
  return 2 * found.summaries.size() >= feed.items.size() ? found : Labelled{};
}

std::size_t count_excerpts(const std::vector<std::string>& texts) {
  const auto signs = find_excerpts({texts.begin(), texts.end()});
  return static_cast<std::size_t>(std::count_if(
      signs.begin(), signs.end(), [](ExcerptSign sign) { return sign != ExcerptSign::kNone; }));
}

TEST(ExcerptSet, RealFeedsAreToldApart) {
  const std::filesystem::path folder = std::filesystem::path(FIGURED_SHARED) / "feeds/files";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared set is not here";
  std::size_t texts = 0;
  std::size_t found = 0;
  std::size_t wrong = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    const auto feed = parse_feed(bytes, {});
    if (!feed) continue;
    const Labelled both = labelled(*feed);
    texts += both.summaries.size();
    found += count_excerpts(both.summaries);
    wrong += count_excerpts(both.wholes);
  }
  std::printf("%zu summaries: %zu found, %zu wholes taken for one\n", texts, found, wrong);
  EXPECT_GE(static_cast<double>(found), 0.95 * static_cast<double>(texts));
  EXPECT_LE(static_cast<double>(wrong), 0.05 * static_cast<double>(texts));
}

}  // namespace
}  // namespace figured::feeds
