#include "feeds/xml_repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RepairedXml repaired(const std::string& text) {
  const auto root = find_feed_root(text);
  EXPECT_TRUE(root) << text;
  return repair_characters(text, root.value_or(0)).value();
}

struct RepairCase {
  std::string name;
  std::string text;
  std::string xml;
};

class RepairCharactersTest : public testing::TestWithParam<RepairCase> {};

TEST_P(RepairCharactersTest, Mends) {
  const RepairedXml result = repaired(GetParam().text);
  EXPECT_EQ(result.xml, GetParam().xml);
  EXPECT_FALSE(result.repairs.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RepairCharactersTest,
    testing::Values(RepairCase{"Control", "<rss>a\x08\x01\x62</rss>", "<rss>ab</rss>"},
                    RepairCase{"ControlInCdata", "<rss><![CDATA[a\x08\x62]]></rss>",
                               "<rss><![CDATA[ab]]></rss>"},
                    RepairCase{"ControlReference", "<rss>a&#8;b</rss>", "<rss>ab</rss>"},
                    RepairCase{"NonCharacter", "<rss>a\uffffb</rss>", "<rss>ab</rss>"},
                    RepairCase{"BareAmpersand", "<rss>Tom & Ann</rss>", "<rss>Tom &amp; Ann</rss>"},
                    RepairCase{"AmpersandInAddress", "<rss a='?x=1&y=2'>b</rss>",
                               "<rss a='?x=1&amp;y=2'>b</rss>"},
                    RepairCase{"UnknownEntity", "<rss>&nosuch;</rss>", "<rss>&amp;nosuch;</rss>"},
                    RepairCase{"HtmlEntity", "<rss>caf&eacute;&hellip;</rss>", "<rss>café…</rss>"},
                    RepairCase{"BareLess", "<rss>5 < 6</rss>", "<rss>5 &lt; 6</rss>"},
                    RepairCase{"JunkBefore", "<br>Warning: x<?xml version='1.0'?><rss>a</rss>",
                               "<rss>a</rss>"},
                    RepairCase{"JunkAfter", "<rss>a</rss><script>x</script>", "<rss>a</rss>"},
                    RepairCase{"UnclosedCdata", "<rss><t><![CDATA[a</t></rss>",
                               "<rss><t><![CDATA[a]]></t></rss>"},
                    RepairCase{"UnclosedComment", "<rss>a<!-- b</rss>", "<rss>a&lt;!-- b</rss>"}),
    [](const auto& test) { return test.param.name; });

TEST(RepairCharacters, LeavesWhatIsRight) {
  const std::string xml = "<rss>a &amp; b &lt; &gt; &quot;&apos; c<![CDATA[d & e < f]]>é</rss>";
  const RepairedXml result =
      repaired("\n<?xml version='1.0'?>\n<!DOCTYPE rss>\n<!-- x -->" + xml + "\n");
  EXPECT_EQ(result.xml, xml);
  EXPECT_THAT(result.repairs, IsEmpty());
}

TEST(RepairCharacters, WritesOutEntitiesTheDocumentDeclares) {
  EXPECT_EQ(repaired("<!DOCTYPE rss [<!ENTITY co 'Ferry Lines'>]><rss>&co;</rss>").xml,
            "<rss>Ferry Lines</rss>");
}

TEST(RepairCharacters, AnEntityOfTheDocumentNeedsItsSemicolon) {
  EXPECT_EQ(repaired("<!DOCTYPE rss [<!ENTITY co 'Ferry Lines'>]><rss>a &co").xml,
            "<rss>a &amp;co");
}

TEST(RepairCharacters, ExpandsNoEntityTwice) {
  const auto result =
      repaired("<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss>&b;</rss>");
  EXPECT_EQ(result.xml, "<rss>&amp;b;</rss>");
}

TEST(RepairCharacters, SaysWhatItDid) {
  EXPECT_THAT(repaired("x<rss>Tom & Ann\x01</rss>").repairs,
              ElementsAre("control characters dropped", "bare ampersands escaped",
                          "text before the document dropped"));
}

struct BalanceCase {
  std::string name;
  std::string xml;
  std::string balanced;
};

class BalanceTagsTest : public testing::TestWithParam<BalanceCase> {};

TEST_P(BalanceTagsTest, Balances) {
  EXPECT_EQ(balance_tags({GetParam().xml, {}})->xml, GetParam().balanced);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, BalanceTagsTest,
    testing::Values(
        BalanceCase{"Well", "<rss a=\"1\"><b/></rss>", "<rss a=\"1\"><b/></rss>"},
        BalanceCase{"Unclosed", "<rss><d>a<br>b</d></rss>", "<rss><d>a<br>b</br></d></rss>"},
        BalanceCase{"Unopened", "<rss>a</b></rss>", "<rss>a</rss>"},
        BalanceCase{"Crossed", "<rss><b><i>a</b></i></rss>", "<rss><b><i>a</i></b></rss>"},
        BalanceCase{"OtherCase", "<rss><Title>a</title></rss>", "<rss><Title>a</Title></rss>"},
        BalanceCase{"BareAttributes", "<rss v=2.0 x><a b='c\"d'/></rss>",
                    "<rss v=\"2.0\" x=\"\"><a b=\"c&quot;d\"/></rss>"},
        BalanceCase{"TruncatedBetween", "<rss><item>a</item>", "<rss><item>a</item></rss>"},
        BalanceCase{"TruncatedInAnItem", "<rss><item>a</item><item><title>b</ti",
                    "<rss><item>a</item></rss>"},
        BalanceCase{"TruncatedInATag", "<rss><item>a</item><item x='1",
                    "<rss><item>a</item></rss>"},
        BalanceCase{"ItemWithoutEnd", "<rss><item><t>a<item>b</item></rss>",
                    "<rss><item><t>a</t></item><item>b</item></rss>"},
        BalanceCase{"CdataIsNoTag", "<rss><![CDATA[<b>]]></rss>", "<rss><![CDATA[<b>]]></rss>"}),
    [](const auto& test) { return test.param.name; });

TEST(BalanceTags, RefusesWhatNestsTooDeep) {
  std::string deep = "<rss>";
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  const auto result = balance_tags({deep, {}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, FeedErrorKind::kTooDeep);
}

TEST(FindFeedRoot, KnowsTheRoots) {
  EXPECT_EQ(find_feed_root("<rss>"), 0u);
  EXPECT_EQ(find_feed_root("x<rdf:RDF>"), 1u);
  EXPECT_EQ(find_feed_root("<!-- <rss> --><a:feed>"), 14u);
  EXPECT_EQ(find_feed_root("<html><body>"), std::nullopt);
  EXPECT_EQ(find_feed_root("rss"), std::nullopt);
}

// Linear: what would be quadratic takes minutes at this size.
TEST(RepairCharacters, BearsWhatIsMadeToBeSlow) {
  for (const std::string piece : {"<![CDATA[", "<!--", "<?", "<!x", "&#", "</x"}) {
    std::string text = "<rss>";
    while (text.size() < 1'000'000) text += piece;
    const auto result = repair_characters(text, 0);
    if (result) {
      EXPECT_THAT(result->xml, HasSubstr("<rss>"));
    }
  }
}

}  // namespace
}  // namespace figured::feeds
