#include "feeds/feed_discovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

struct PageCase {
  std::string name;
  std::string page;
  std::vector<LinkedFeed> feeds;
};

class DiscoveryTest : public testing::TestWithParam<PageCase> {};

TEST_P(DiscoveryTest, Finds) {
  EXPECT_EQ(discover_feeds(GetParam().page, "https://a.example/news/"), GetParam().feeds);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, DiscoveryTest,
    testing::Values(
        PageCase{"None", "<html><body>Nothing here</body></html>", {}},
        PageCase{"Declared",
                 "<head><link rel=alternate type=application/rss+xml href=/rss title='World &amp; "
                 "Sea'></head>",
                 {{"https://a.example/rss", "World & Sea"}}},
        PageCase{"SeveralInTheirOrder",
                 "<LINK REL='alternate' TYPE='application/atom+xml; charset=utf-8' HREF='atom'>"
                 "<link type=\"application/feed+json\" rel=\"alternate\" href=\"//b.example/j\"/>",
                 {{"https://a.example/news/atom", ""}, {"https://b.example/j", ""}}},
        PageCase{"EachOnce",
                 "<link rel=alternate type=application/rss+xml href=/rss>"
                 "<link rel=alternate type=application/rss+xml href=/rss>",
                 {{"https://a.example/rss", ""}}},
        PageCase{"NotAStylesheet", "<link rel=stylesheet type=text/css href=/rss>", {}},
        PageCase{"NotATranslation", "<link rel=alternate hreflang=de type=text/html href=/de>", {}},
        PageCase{
            "AnchorsWhereNothingIsDeclared",
            "<a href='/about'>About</a><a href='/world.rss?x=1' title=World>RSS</a>"
            "<a href='https://feeds.b.example/top'>Top</a>",
            {{"https://a.example/world.rss?x=1", "World"}, {"https://feeds.b.example/top", ""}}},
        PageCase{"DeclaredGoesBeforeAnchors",
                 "<link rel=alternate type=application/rss+xml href=/rss><a href='/old.rss'>",
                 {{"https://a.example/rss", ""}}},
        PageCase{"BaseOfThePage",
                 "<base href='https://c.example/x/'><link rel=alternate "
                 "type=application/rss+xml href=rss>",
                 {{"https://c.example/x/rss", ""}}},
        PageCase{"OnlyHttp",
                 "<link rel=alternate type=application/rss+xml href='javascript:1'>"
                 "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
                 {}},
        PageCase{"DataHrefIsNoHref",
                 "<link rel=alternate type=application/rss+xml data-href=/a href=/b>",
                 {{"https://a.example/b", ""}}},
        PageCase{"CutOff", "<link rel=alternate type=application/rss+xml href=", {}}),
    [](const auto& test) { return test.param.name; });

TEST(Discovery, IsBounded) {
  std::string page;
  for (int i = 0; i < 5'000; ++i)
    page += "<link rel=alternate type=application/rss+xml href=/" + std::to_string(i) + ">";
  EXPECT_THAT(discover_feeds(page, "https://a.example/"), SizeIs(16));
  std::string open;
  for (int i = 0; i < 50'000; ++i) open += "<link rel=";
  EXPECT_THAT(discover_feeds(open, "https://a.example/"), SizeIs(0));
}

}  // namespace
}  // namespace figured::feeds
