#include "feeds/opml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

struct OpmlCase {
  std::string name;
  std::string body;
  std::vector<OpmlFeed> feeds;
};

class OpmlTest : public testing::TestWithParam<OpmlCase> {};

TEST_P(OpmlTest, Reads) {
  const auto opml = parse_opml("<?xml version='1.0'?><opml version='2.0'><head/><body>" +
                               GetParam().body + "</body></opml>");
  ASSERT_TRUE(opml) << opml.error().message;
  EXPECT_EQ(opml->feeds, GetParam().feeds);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, OpmlTest,
    testing::Values(
        OpmlCase{"Nothing", "", {}},
        OpmlCase{"TitleGoesBeforeText",
                 "<outline type='rss' text='t' title='Quay &amp; Sea' xmlUrl='http://a.example/'/>",
                 {{"http://a.example/", "Quay & Sea", ""}}},
        OpmlCase{"FoldersAreReadThrough",
                 "<outline text='World'><outline text='Deep'><outline text='A' "
                 "xmlUrl='https://a.example/'/></outline><outline text='B' "
                 "xmlUrl='https://b.example/'/></outline>",
                 {{"https://a.example/", "A", ""}, {"https://b.example/", "B", ""}}},
        OpmlCase{"NamesInAnyCase",
                 "<OUTLINE TEXT='A' XMLURL='HTTP://a.example/'/>",
                 {{"HTTP://a.example/", "A", ""}}},
        OpmlCase{"EachOnce",
                 "<outline text='A' xmlUrl='http://a.example/'/>"
                 "<outline text='B' xmlUrl='http://a.example/'/>",
                 {{"http://a.example/", "A", ""}}},
        OpmlCase{"BareAmpersands",
                 "<outline text='A & B' xmlUrl='http://a.example/?x=1&y=2'/>",
                 {{"http://a.example/?x=1&y=2", "A & B", ""}}},
        OpmlCase{"OurOwn",
                 "<outline text='A' xmlUrl='http://a.example/' figured:group='G' "
                 "figured:interval='90'/>",
                 {{"http://a.example/", "A", "G", 90s}}},
        OpmlCase{"IntervalOfNone",
                 "<outline xmlUrl='http://a.example/' figured:interval='-5'/>",
                 {{"http://a.example/", "", ""}}}),
    [](const auto& test) { return test.param.name; });

TEST(Opml, WhatIsNoWebAddressIsNamed) {
  const auto opml = parse_opml("<opml><body><outline xmlUrl='feed:x'/></body></opml>");
  EXPECT_THAT(opml->left_out, ElementsAre(HasSubstr("feed:x")));
}

TEST(Opml, CutOffItKeepsWhatIsWhole) {
  const auto opml =
      parse_opml("<opml><body><outline text='A' xmlUrl='http://a.example/'/><outline text='B");
  ASSERT_TRUE(opml) << opml.error().message;
  EXPECT_THAT(opml->feeds, SizeIs(1));
}

TEST(Opml, InAnotherCharset) {
  const auto opml = parse_opml(
      "<?xml version='1.0' encoding='iso-8859-1'?><opml><body><outline text='Caf\xe9' "
      "xmlUrl='http://a.example/'/></body></opml>");
  EXPECT_EQ(opml->feeds.at(0).title, "Caf\xc3\xa9");
}

TEST(Opml, WhatIsNoneIsSaidSo) {
  for (const std::string text : {"", "<html/>", "{}"}) EXPECT_FALSE(parse_opml(text)) << text;
}

TEST(Opml, WhatIsWrittenIsRead) {
  const std::vector<OpmlFeed> feeds = {
      {"https://a.example/?x=1&y=\"2\"", "Q & <A> \"B\" 'C'", "G", 90s},
      {"http://b.example/", "", "", std::nullopt}};
  const std::string opml = format_opml(feeds, std::chrono::sys_seconds(1'770'000'000s));
  const auto read = parse_opml(opml);
  ASSERT_TRUE(read) << opml;
  EXPECT_EQ(read->feeds[0], feeds[0]);
  EXPECT_EQ(read->feeds[1].url, feeds[1].url);
}

}  // namespace
}  // namespace figured::feeds
