#include "wire/wire_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/support/temp_folder.h"

namespace figured::wire {
namespace {
using namespace std::chrono_literals;
using testing::HasSubstr;
namespace fs = std::filesystem;

// A Sunday.
constexpr Wire::Time kOpens{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h};

constexpr const char* kOutlets = "[[outlet]]\nid='post'\nname='Post'\nformat='rss'\n";
constexpr const char* kEvent = "[event]\nago=1440\n";
constexpr const char* kArticle =
    "[[article]]\nslug='quake'\noutlet='post'\nago=60\ntitle='On {weekday}'\n"
    "text='''\nFirst of {weekday}.\n\nSecond.\n'''\n";

class WireFilesTest : public testing::Test {
 protected:
  Wire read(const std::string& outlets, const std::string& event) {
    fs::create_directory(folder_.path("articles"));
    std::ofstream(folder_.path("outlets.toml")) << outlets;
    std::ofstream(folder_.path("articles/event.toml")) << event;
    return read_wire(folder_.path(""), kOpens, 100ms);
  }

  const tests::TempFolder folder_;
};

TEST_F(WireFilesTest, AnArticleIsReadWhole) {
  const Wire wire = read(kOutlets, std::string(kEvent) + kArticle);
  const auto article = wire.find_article("quake", kOpens);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "On Saturday");
  EXPECT_THAT(article->paragraphs, testing::ElementsAre("First of Saturday.", "Second."));
  EXPECT_EQ(article->published, kOpens - 1h);
}

TEST_F(WireFilesTest, ARevisionKeepsTheFirstDate) {
  const Wire wire =
      read(kOutlets, std::string(kEvent) + kArticle +
                         "[[article]]\nrevises='quake'\nago=30\ntitle='New'\ntext='x'\n");
  const auto article = wire.find_article("quake", wire.ends());
  EXPECT_EQ(article->title, "New");
  EXPECT_EQ(article->outlet, "post");
  EXPECT_EQ(article->published, kOpens - 1h);
  EXPECT_EQ(article->updated, kOpens - 30min);
}

struct RefusedCase {
  std::string name;
  std::string outlets;
  std::string event;
  std::string why;
};

class RefusedTest : public WireFilesTest, public testing::WithParamInterface<RefusedCase> {};

TEST_P(RefusedTest, SaysWhatIsWrong) {
  try {
    read(GetParam().outlets, GetParam().event);
    FAIL() << "was read";
  } catch (const WireFileError& error) {
    EXPECT_THAT(error.what(), HasSubstr(GetParam().why));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RefusedTest,
    testing::Values(
        RefusedCase{"NoToml", "[[[", kEvent, "outlets.toml: "},
        RefusedCase{"NoOutlets", "", kEvent, "outlets.toml: no [[outlet]]"},
        RefusedCase{"UnknownFormat", "[[outlet]]\nid='a'\nname='A'\nformat='pdf'\n", kEvent, "pdf"},
        RefusedCase{"NoEvent", kOutlets, kArticle, "event.toml: no [event]"},
        RefusedCase{"NoDate", kOutlets,
                    std::string(kEvent) + "[[article]]\nslug='a'\noutlet='post'\n", "lacks ago"},
        RefusedCase{"RevisesNothing", kOutlets,
                    std::string(kEvent) + "[[article]]\nrevises='lost'\nago=1\n", "unknown lost"},
        RefusedCase{"UnknownOutlet", "[[outlet]]\nid='a'\nname='A'\nformat='rss'\n",
                    std::string(kEvent) + kArticle, "unknown outlet post"}),
    [](const auto& test) { return test.param.name; });

// The bundled wire itself.
TEST(BundledWireTest, EveryOutletPublishesInAFormatOfItsOwn) {
  const Wire wire = read_wire(FIGURED_WIRE_ARTICLES, kOpens, 100ms);
  int atom = 0;
  for (const Outlet& outlet : wire.outlets()) {
    EXPECT_FALSE(wire.published(outlet.id, wire.ends()).empty()) << outlet.id;
    atom += outlet.format == FeedFormat::kAtom ? 1 : 0;
  }
  EXPECT_EQ(atom * 2, static_cast<int>(wire.outlets().size()));
}

TEST(BundledWireTest, NoArticleComesFromTheFutureOrHasAnOpenPlaceholder) {
  const Wire wire = read_wire(FIGURED_WIRE_ARTICLES, kOpens, 100ms);
  for (std::size_t i = 0; i < wire.size(); ++i) {
    const WireArticle& article = wire.article(i);
    EXPECT_LT(article.updated, kOpens) << article.slug;
    EXPECT_GE(article.paragraphs.size(), 3u) << article.slug;
    for (const std::string& paragraph : article.paragraphs)
      EXPECT_EQ(paragraph.find('{'), std::string::npos) << article.slug;
  }
}

TEST(BundledWireTest, ASlugNamesOneArticle) {
  const Wire wire = read_wire(FIGURED_WIRE_ARTICLES, kOpens, 100ms);
  std::set<std::pair<std::string, std::chrono::sys_seconds>> seen;
  for (std::size_t i = 0; i < wire.size(); ++i)
    EXPECT_TRUE(seen.emplace(wire.article(i).slug, wire.article(i).updated).second)
        << wire.article(i).slug;
}

}  // namespace
}  // namespace figured::wire
