#include "feeds/plain_text.h"

#include <gtest/gtest.h>

#include "feeds/html_entities.h"

namespace figured::feeds {
namespace {

struct TextCase {
  std::string name;
  std::string html;
  std::string text;
};

class PlainTextTest : public testing::TestWithParam<TextCase> {};

TEST_P(PlainTextTest, Reads) { EXPECT_EQ(plain_text(GetParam().html), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    Tags, PlainTextTest,
    testing::Values(
        TextCase{"None", "Seven boats left.", "Seven boats left."},
        TextCase{"Inline", "Seven <b>boats</b> left<i>.</i>", "Seven boats left."},
        TextCase{"Paragraphs", "<p>One</p>\n\n<p>Two</p>", "One\nTwo"},
        TextCase{"Breaks", "One<br>Two<br/>Three<BR />Four", "One\nTwo\nThree\nFour"},
        TextCase{"Lists", "<ul><li>One</li><li>Two</li></ul>", "One\nTwo"},
        TextCase{"Cells",
                 "<table><tr><td>Dead</td><td>7</td></tr><tr><td>Hurt</td><td>9</td></tr></table>",
                 "Dead 7\nHurt 9"},
        TextCase{"Attributes", "<a href=\"x?a=1>2\" title='>'>link</a>", "link"},
        TextCase{"Script", "a<script>if (1 < 2) { x('</p>'); }</script>b<style>p { }</style>c",
                 "abc"},
        TextCase{"UnclosedScript", "a<script>alert(1)", "a"},
        TextCase{"Comment", "a<!-- 5 < 6 --><!-- -->b", "ab"},
        TextCase{"Cdata", "<![CDATA[a < b]]> c", "a < b c"},
        TextCase{"Declaration", "<?php x ?><!DOCTYPE html>a", "a"},
        TextCase{"Prefix", "<h:p>One</h:p><h:p>Two</h:p>", "One\nTwo"},
        TextCase{"OneTagLacksItsEnd", "a<p<b>b</b>", "a\nb"},
        TextCase{"DataInATag", "a<img src=\"data:" + std::string(100'000, 'x') + "\">b", "ab"},
        TextCase{"QuoteNeverClosed", "a<a href=\"x>b", "ab"},
        TextCase{"CutOffInATag", "Seven boats <a href=\"http://a.exa", "Seven boats"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(NotTags, PlainTextTest,
                         testing::Values(TextCase{"Less", "5 < 6 and 7 > 6", "5 < 6 and 7 > 6"},
                                         TextCase{"Heart", "I <3 boats", "I <3 boats"},
                                         TextCase{"Mathematics", "a <y and z> c", "a <y and z> c"},
                                         TextCase{"AtTheEnd", "less <", "less <"},
                                         TextCase{"Address", "Ann <ann@a.example>",
                                                  "Ann <ann@a.example>"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    References, PlainTextTest,
    testing::Values(TextCase{"Named", "Marks &amp; Spencer&rsquo;s &euro;5 &hellip;",
                             "Marks & Spencer’s €5 …"},
                    TextCase{"Numbers", "&#8217;&#x2019;&#X2019;", "’’’"},
                    TextCase{"Windows", "don&#146;t", "don’t"},
                    TextCase{"WithoutSemicolon", "caf&eacute &amp tea", "café & tea"},
                    TextCase{"RunOn", "&quotYes", "\"Yes"},
                    TextCase{"Unknown", "AT&T &nosuch; & co", "AT&T &nosuch; & co"},
                    TextCase{"InAnAddress", "?a=1&copy=2", "?a=1&copy=2"},
                    TextCase{"DecodedOnce", "&amp;lt;b&amp;gt;", "&lt;b&gt;"},
                    TextCase{"NoTagFromReference", "&lt;b&gt;", "<b>"},
                    TextCase{"Control", "a&#8;b&#0;c", "abc"},
                    TextCase{"Surrogate", "&#xd800;", "\ufffd"},
                    TextCase{"Huge", "&#99999999999;", "\ufffd"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Space, PlainTextTest,
    testing::Values(TextCase{"Collapsed", "  a \t\n b  ", "a b"},
                    TextCase{"NoBreak", "a&nbsp;&nbsp;b", "a b"},
                    TextCase{"NoBreakInANumber", "7&nbsp;000 boats", "7\u00a0000 boats"},
                    TextCase{"ThinInANumber", "7\u202f000", "7\u202f000"},
                    TextCase{"NoBreakAfterANumber", "7\u00a0boats", "7 boats"},
                    TextCase{"ZeroWidth", "bo\u200bats\ufeff", "boats"},
                    TextCase{"Wide", "a\u3000b", "a b"}, TextCase{"Empty", " <p> </p> ", ""}),
    [](const auto& test) { return test.param.name; });

struct LineCase {
  std::string name;
  std::string html;
  std::string line;
};

class PlainLineTest : public testing::TestWithParam<LineCase> {};

TEST_P(PlainLineTest, IsOneLineOfWords) { EXPECT_EQ(plain_line(GetParam().html), GetParam().line); }

INSTANTIATE_TEST_SUITE_P(
    Cases, PlainLineTest,
    testing::Values(LineCase{"NoBreaks", "<p>One</p><p>Two", "One Two"},
                    LineCase{"AsItStands", "Ferry sinks, café lost", "Ferry sinks, café lost"},
                    LineCase{"BlanksAround", " One ", "One"},
                    LineCase{"TwoBlanks", "One  Two", "One Two"},
                    LineCase{"Tab", "One\tTwo", "One Two"}, LineCase{"OnlyABlank", " ", ""},
                    LineCase{"Empty", "", ""}, LineCase{"WideBlank", "One\u3000Two", "One Two"},
                    LineCase{"Invisible", "O\u200bne", "One"},
                    LineCase{"Reference", "Tom &amp; Ann", "Tom & Ann"}),
    [](const auto& test) { return test.param.name; });

TEST(EscapeHtml, IsUndoneByPlainText) {
  for (const std::string text : {"5 < 6 & 7 > 6", "<b>&amp;</b>", "One\nTwo", "&#39;"})
    EXPECT_EQ(plain_text(escape_html(text)), text);
}

TEST(LooksLikeHtml, NeedsATagOrAReference) {
  for (const auto* html : {"<b>x</b>", "a<br>b", "Tom &amp; Ann", "&#39;"})
    EXPECT_TRUE(looks_like_html(html)) << html;
  for (const auto* text : {"", "AT&T", "5 < 6", "I <3 boats"})
    EXPECT_FALSE(looks_like_html(text)) << text;
}

// Linear: what would be quadratic takes minutes at this size.
TEST(PlainText, BearsWhatIsMadeToBeSlow) {
  for (const std::string piece :
       {"<a", "<a href=\"", "<!--", "<![CDATA[", "<script>", "&", "<zz x="}) {
    std::string html;
    while (html.size() < 1'000'000) html += piece;
    EXPECT_LE(plain_text(html).size(), html.size());
  }
}

TEST(HtmlEntity, CaseCounts) {
  EXPECT_EQ(html_entity("Eacute"), U'É');
  EXPECT_EQ(html_entity("eacute"), U'é');
  EXPECT_EQ(html_entity("EACUTE"), std::nullopt);
  EXPECT_EQ(html_entity(""), std::nullopt);
}

}  // namespace
}  // namespace figured::feeds
