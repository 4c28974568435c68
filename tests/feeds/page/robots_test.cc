#include "feeds/page/robots.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

struct RobotsCase {
  std::string name;
  std::string text;
  std::string path;
  bool allowed;
};

class RobotsTest : public testing::TestWithParam<RobotsCase> {};

TEST_P(RobotsTest, AllowsOrNot) {
  const Robots robots = Robots::parse(GetParam().text, "figured");
  EXPECT_EQ(robots.allows("https://news.example" + GetParam().path), GetParam().allowed);
}

const std::string kAll = "User-agent: *\n";

INSTANTIATE_TEST_SUITE_P(
    Cases, RobotsTest,
    testing::Values(
        RobotsCase{"Empty", "", "/a", true},
        RobotsCase{"Everything", kAll + "Disallow: /\n", "/a", false},
        RobotsCase{"Nothing", kAll + "Disallow:\n", "/a", true},
        RobotsCase{"Folder", kAll + "Disallow: /news/\n", "/news/1", false},
        RobotsCase{"Beside", kAll + "Disallow: /news/\n", "/newsletter", true},
        RobotsCase{"Beginning", kAll + "Disallow: /news\n", "/newsletter", false},
        RobotsCase{"TheLongerOne", kAll + "Disallow: /news/\nAllow: /news/open/\n", "/news/open/1",
                   true},
        RobotsCase{"InAnyOrder", kAll + "Allow: /news/open/\nDisallow: /news/\n", "/news/open/1",
                   true},
        RobotsCase{"AsLongAllows", kAll + "Disallow: /a\nAllow: /a\n", "/a", true},
        RobotsCase{"AnyName", kAll + "Disallow: /*.pdf\n", "/x/y.pdf", false},
        RobotsCase{"ToTheEnd", kAll + "Disallow: /*.pdf$\n", "/x.pdf?y", true},
        RobotsCase{"JustTheEnd", kAll + "Disallow: /*.pdf$\n", "/x.pdf.pdf", false},
        RobotsCase{"Root", kAll + "Disallow: /$\n", "/", false},
        RobotsCase{"BesideRoot", kAll + "Disallow: /$\n", "/a", true},
        RobotsCase{"NoPath", kAll + "Disallow: /\n", "", false},
        RobotsCase{"Query", kAll + "Disallow: /*?print=\n", "/a?print=1", false},
        RobotsCase{"Fragment", kAll + "Disallow: /a$\n", "/a#top", false},
        RobotsCase{"Encoded", kAll + "Disallow: /caf%C3%A9\n", "/caf\xC3\xA9", false},
        RobotsCase{"LowerCaseHex", kAll + "Disallow: /caf%c3%a9\n", "/caf%C3%A9", false},
        RobotsCase{"NeedlesslyEncoded", kAll + "Disallow: /%61b\n", "/ab", false},
        RobotsCase{"CaseOfThePathCounts", kAll + "Disallow: /News\n", "/news", true},
        RobotsCase{"ForUs", "User-agent: figured\nDisallow: /\n", "/a", false},
        RobotsCase{"ForUsInAnyCase", "USER-AGENT: FiGuReD/2.0 (x)\ndisallow : /\n", "/a", false},
        RobotsCase{"ForAnother", "User-agent: figurehead\nDisallow: /\n", "/a", true},
        RobotsCase{"OursGoesBefore", kAll + "Disallow: /\nUser-agent: figured\nAllow: /\n", "/a",
                   true},
        RobotsCase{"OursIsEmpty", kAll + "Disallow: /\n\nUser-agent: figured\n", "/a", true},
        RobotsCase{"TwiceOurs",
                   "User-agent: figured\nDisallow: /a\n\nUser-agent: figured\nDisallow: /b\n", "/b",
                   false},
        RobotsCase{"NamesTogether", "User-agent: crow\nUser-agent: figured\nDisallow: /a\n", "/a",
                   false},
        RobotsCase{"OtherLinesEndNoGroup",
                   kAll + "Sitemap: https://news.example/map.xml\nCrawl-delay: 5\nDisallow: /\n",
                   "/a", false},
        RobotsCase{"Comments", kAll + "# all\nDisallow: /a # but not b\n", "/a", false},
        RobotsCase{"WindowsLines", "User-agent: *\r\nDisallow: /a\r\n", "/a", false},
        RobotsCase{"ByteOrderMark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /\n", "/a", false},
        RobotsCase{"RuleOfNobody", "Disallow: /\n", "/a", true},
        RobotsCase{"APage", "<!doctype html><p>User-agent: everybody</p>", "/a", true}),
    [](const auto& test) { return test.param.name; });

// A pattern of a stranger: quick, whatever it is held against.
TEST(RobotsTextTest, ManyStarsTakeNoTime) {
  std::string pattern = "/";
  for (int i = 0; i < 200; ++i) pattern += "*a";
  const Robots robots = Robots::parse(kAll + "Disallow: " + pattern + "b$\n", "figured");
  EXPECT_TRUE(robots.allows("https://news.example/" + std::string(20'000, 'a')));
}

TEST(RobotsTextTest, TheNameIsTheUserAgentsFirstWord) {
  EXPECT_EQ(product_token("figured (+mailto:desk@example.org)"), "figured");
  EXPECT_EQ(product_token("News-Desk_Bot/1.0"), "News-Desk_Bot");
  EXPECT_EQ(product_token("(none)"), "");
}

TEST(RobotsTextTest, ItStandsAtTheTopOfTheSite) {
  EXPECT_EQ(robots_url("https://news.example:8443/a/b?c#d"),
            "https://news.example:8443/robots.txt");
  EXPECT_EQ(robots_url("http://news.example?x"), "http://news.example/robots.txt");
  EXPECT_EQ(robots_url("news"), "");
}

}  // namespace
}  // namespace figured::feeds
