// Pages of every shape that publishers have, each with the text a reader came for.
// All are invented; they tell of one flood in a country that is not.
#include "feeds/page/page_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "feeds/feed_date.h"
#include "feeds/page/page_answer.h"

namespace figured::feeds {
namespace {

using testing::HasSubstr;

// The paragraphs of the report.
const std::string kOne =
    "The river Osk burst its banks near Tarnow on Sunday night and killed 31 people, the "
    "regional governor, Mira Halden, said on Monday.";
const std::string kTwo =
    "More than 1,200 people were taken to schools and sports halls, and about 640 houses stood "
    "under water, according to the civil protection service.";
const std::string kThree =
    "\"We had ten minutes to leave,\" said Jonas Wirth, a baker in the lower town, who waited "
    "on his roof until a boat came.";
const std::string kFour =
    "The government in Velm has set aside 85 million crowns for repairs. Forecasters expect no "
    "more rain before Thursday.";
const std::string kReport = kOne + "\n" + kTwo + "\n" + kThree + "\n" + kFour;

const std::string kOther =
    "A baker in the capital has won the national prize for rye bread for the third year running, "
    "and says that he will not take part again.";

std::string tag(const std::string& name, const std::string& inner) {
  return "<" + name + ">" + inner + "</" + name.substr(0, name.find(' ')) + ">";
}
std::string p(const std::string& text) { return tag("p", text); }
std::string div(const std::string& names, const std::string& inner) {
  return tag("div class=\"" + names + "\"", inner);
}
std::string paragraphs() { return p(kOne) + p(kTwo) + p(kThree) + p(kFour); }
std::string link(const std::string& text) { return tag("a href=\"/x\"", text); }

std::string menu() {
  std::string items;
  for (const auto* name : {"Home", "World", "Politics", "Business", "Sport", "Culture"})
    items += tag("li", link(name));
  return tag("ul", items);
}
std::string teasers() {
  std::string items;
  for (int i = 0; i < 4; ++i)
    items += div("card",
                 tag("h3", link("Rye bread prize goes to the same baker again")) + p(link(kOther)));
  return items;
}
std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Flood near Tarnow "
         "kills 31 | The Osk Gazette</title>" +
         head + "</head><body>" + body + "</body></html>";
}
std::string json_ld(const std::string& json) {
  return tag("script type=\"application/ld+json\"", json);
}
// As JSON writes it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}
std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

Article known_article() {
  Article known;
  known.title = "Flood near Tarnow kills 31 people";
  known.text = "The river Osk burst its banks near Tarnow on Sunday night.";
  known.url = "https://gazette.example/flood";
  return known;
}

PageResult read(const std::string& html, const std::string& type = "text/html",
                const Article& known = known_article()) {
  return read_page(html, type, "https://gazette.example/flood", known);
}

struct TextCase {
  std::string name;
  std::string html;
  std::string text = kReport;
};

class PageTextTest : public testing::TestWithParam<TextCase> {};

TEST_P(PageTextTest, IsWhatAReaderCameFor) {
  const PageResult result = read(GetParam().html);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->text, GetParam().text);
}

std::string live_entry(const std::string& time, const std::string& text) {
  return tag("article class=\"live-post\"", tag("time", time) + tag("h2", "Flood") + p(text));
}

std::string deep(int levels, const std::string& inner) {
  std::string open;
  std::string close;
  for (int i = 0; i < levels; ++i) {
    open += "<div>";
    close += "</div>";
  }
  return open + inner + close;
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, PageTextTest,
    testing::Values(
        TextCase{"ArticleElement",
                 page(menu() + tag("article", tag("h1", "Flood near Tarnow") + paragraphs()) +
                      tag("footer", menu()))},
        TextCase{"OnlyDivs",
                 page(div("a", menu()) + div("b", div("c", "") + div("d", paragraphs())) +
                      div("e", teasers()))},
        TextCase{"DivsForParagraphs",
                 page(div("m", menu()) + div("t", tag("div", kOne) + tag("div", kTwo) +
                                                      tag("div", kThree) + tag("div", kFour)))},
        TextCase{"LineBreaksForParagraphs",
                 page(menu() +
                      div("t", kOne + "<br><br>" + kTwo + "<br/><br/>" + kThree + "<br>" + kFour))},
        TextCase{
            "LayoutTables",
            page("<table width=800><tr><td>" + menu() + "</td><td><table><tr><td>" + paragraphs() +
                 "</td></tr></table></td><td>" + teasers() + "</td></tr></table>")},
        TextCase{"NestedArticlesOfTeasers",
                 page(tag("main", tag("article", tag("h1", "Flood") + paragraphs() +
                                                     tag("article class=\"teaser\"",
                                                         tag("h3", link("Rye")) + p(kOther)))))},
        TextCase{"TheNextArticleBelow",
                 page(tag("article", tag("h1", "Flood") + paragraphs()) +
                      tag("article", tag("h2", "Rye bread") + p(kOther) + p(kOther + " Again.") +
                                         p("The jury praised " + kOther)))},
        TextCase{"TwoHalvesAroundAnAdvertisement",
                 page(menu() + div("x", div("y", p(kOne) + p(kTwo)) + div("ad-slot", p(kOther)) +
                                            div("y", p(kThree) + p(kFour))))},
        TextCase{
            "LiveBlog",
            page(tag("h1", "Flood near Tarnow: live") +
                     div("live-updates", live_entry("10:15", kFour) + live_entry("09:40", kTwo) +
                                             live_entry("08:00", kOne)),
                 json_ld(R"({"@type":"LiveBlogPosting","headline":"Flood near Tarnow"})")),
            kFour + "\nFlood\n" + kTwo + "\nFlood\n" + kOne},
        TextCase{
            "GalleryInTheArticle",
            page(tag("article",
                     p(kOne) +
                         div("gallery",
                             tag("figure", "<img src=a>" + tag("figcaption",
                                                               "A street in Tarnow under water, "
                                                               "seen on Monday. Photo: A. Lund")) +
                                 p("The second of 12 pictures shows the bridge.")) +
                         p(kTwo) + p(kThree) + p(kFour)))},
        TextCase{
            "CaptionsAndCredits",
            page(tag("article", p(kOne) + p(kTwo) +
                                    tag("span class=\"image-caption\"",
                                        "A man carries his dog through the flood in Tarnow.") +
                                    p("Photo: Anna Lund/Osk Gazette") + p(kThree) + p(kFour)))},
        TextCase{"CookieWallOverTheText",
                 page(div("cookie-consent modal",
                          p("We value your privacy. We and our 412 partners store cookies on your "
                            "device and read them to show advertisements that fit you.") +
                              p("You may change your mind at any time in the settings.")) +
                      tag("article", paragraphs()))},
        TextCase{"RelatedBoxInTheText",
                 page(tag("article", p(kOne) + p(kTwo) +
                                         tag("div", tag("h3", "Related stories") + p(kOther)) +
                                         p(kThree) + p(kFour)))},
        TextCase{"RelatedListWithoutABox",
                 page(div("t", p(kOne) + p(kTwo) + tag("h4", "Read more") +
                                   tag("ul", tag("li", link("Rye bread prize")) +
                                                 tag("li", link("Bakers of the year"))) +
                                   p(kThree) + p(kFour)))},
        TextCase{"ReadMoreParagraphs",
                 page(tag("article", p(kOne) + p("READ MORE: " + link("Who mends the dams?")) +
                                         p(kTwo) + p("Advertisement") + p(kThree) + p(kFour)))},
        TextCase{"CommentsWithAName", page(tag("article", paragraphs()) +
                                           tag("section id=\"comments\"",
                                               p(kOther) + p(kOther + " So be it.") + p(kOther) +
                                                   p("I was there. " + kOther + kOther)))},
        TextCase{"CommentsUnderAHeading",
                 page(div("t", paragraphs() + tag("h3", "3 Comments") +
                                   p("I lost my house. " + kOther) + p("So did I. " + kOther)))},
        TextCase{"SharesAndTagsAround",
                 page(div("t", div("share-bar", tag("ul", tag("li", "Share") + tag("li", "Mail"))) +
                                   p("By Anna Lund") + p("12 November") + paragraphs() +
                                   p("Topics") + p(link("Floods") + " " + link("Tarnow"))))},
        TextCase{"SubheadingsStay",
                 page(tag("article", tag("h1", "Flood") + p(kOne) + tag("h2", "Boats came late") +
                                         p(kTwo) + p(kThree) + p(kFour))),
                 kOne + "\nBoats came late\n" + kTwo + "\n" + kThree + "\n" + kFour},
        TextCase{"TableOfFigures",
                 page(tag("article",
                          p(kOne) +
                              tag("table", tag("tr", tag("th", "Town") + tag("th", "Dead")) +
                                               tag("tr", tag("td", "Tarnow") + tag("td", "19")) +
                                               tag("tr", tag("td", "Lesk") + tag("td", "12"))) +
                              p(kTwo))),
                 kOne + "\nTown Dead\nTarnow 19\nLesk 12\n" + kTwo},
        TextCase{"ListOfFigures",
                 page(tag("article", p(kOne) + p(kTwo) +
                                         tag("ul", tag("li", "Tarnow: 19 dead") +
                                                       tag("li", "Lesk: 12 dead")))),
                 kOne + "\n" + kTwo + "\nTarnow: 19 dead\nLesk: 12 dead"},
        TextCase{
            "MarkedArticleBody",
            page(tag("div", p("A standing notice about how we report, longer than most of them.") +
                                p(kOther) + tag("div itemprop=\"articleBody\"", paragraphs()) +
                                p(kOther)))},
        TextCase{
            "HiddenText",
            page(tag("article", p(kOne) + tag("p style=\"display:none\"", kOther) +
                                    tag("p hidden", kOther) + p(kTwo) + p(kThree) + p(kFour)))},
        TextCase{"NamesThatMislead",
                 page(div("content-with-sidebar no-comments",
                          div("page has-banner", div("widget", paragraphs()))))},
        TextCase{"AmpPage",
                 "<!doctype html><html amp><head><title>Flood near Tarnow</title></head><body>"
                 "<amp-sidebar>" +
                     menu() + p(kOther) + "</amp-sidebar><main>" + paragraphs() + "<amp-ad>" +
                     p(kOther) + "</amp-ad></main></body></html>"},
        TextCase{
            "JsonLdBodyBehindAScript",
            page(
                div("app", "Loading"),
                json_ld(R"({"@context":"https://schema.org","@type":"NewsArticle","articleBody":)" +
                        quoted(kReport) + "}"))},
        TextCase{
            "JsonLdListAndGraph",
            page(
                div("app", ""),
                json_ld(R"([{"@type":"WebSite"},{"@graph":[{"@type":"Person"},{"@type":["Article",)"
                        R"("Thing"],"articleBody":)" +
                        quoted(kReport) + "}]}]"))},
        TextCase{"JsonLdWithRawLineBreaksAndMarkup",
                 page("", json_ld("<!--\n{\"@type\":\"ReportageNewsArticle\",\n\"articleBody\":\"" +
                                  replaced(paragraphs(), "\"", "&quot;") + "\",\n}\n-->"))},
        TextCase{"JsonLdLiveBlog",
                 page("", json_ld(R"({"@type":"LiveBlogPosting","liveBlogUpdate":[)"
                                  R"({"@type":"BlogPosting","headline":"Repairs","articleBody":)" +
                                  quoted(kFour) + R"(},{"articleBody":)" + quoted(kOne) + "}]}")),
                 "Repairs\n" + kFour + "\n" + kOne},
        TextCase{"JsonLdThatSaysLessThanThePage",
                 page(tag("article", paragraphs()),
                      json_ld(R"({"@type":"NewsArticle","articleBody":)" + quoted(kOne) + "}"))},
        TextCase{"BrokenJsonLd",
                 page(tag("article", paragraphs()), json_ld("{\"@type\": \"NewsArticle\", "))},
        TextCase{"UnclosedParagraphs", "<html><body><div>" + menu() + "</div><div id=t><p>" + kOne +
                                           "<p>" + kTwo + "<p>" + kThree + "<p>" + kFour},
        TextCase{"MisnestedAndStrayTags",
                 page("</div></p><div><b><i>" + p(kOne) + "</b></i>" + p(kTwo) + "</span>" +
                      p(kThree) + "</td>" + p(kFour) + "<p")},
        TextCase{"WithoutHtmlOrBody", "<title>Flood near Tarnow</title>" + paragraphs()},
        TextCase{"InAForm",
                 page("<form id=aspnetForm>" + menu() + div("t", paragraphs()) + "</form>")},
        TextCase{"DeepInDivs", page(deep(150, menu() + deep(150, paragraphs())))},
        TextCase{"TheSameTwiceForSmallScreens",
                 page(div("t", p(kOne) + p(kOne) + p(kTwo) + p(kThree) + p(kTwo) + p(kFour)))},
        TextCase{"InlineMarkupAndReferences",
                 page(div("t", p(replaced(kOne, "31", "<b>31</b>")) +
                                   p(replaced(kTwo, "civil", "<a href=/c>civil</a>")) +
                                   p(replaced(kThree, "\"", "&quot;")) +
                                   p(replaced(kFour, " million", "&#32;million"))))},
        TextCase{
            "PreformattedText",
            page(menu() + tag("pre", replaced(kOne, " on Sunday", "\non Sunday") + "\n") + p(kTwo)),
            kOne + "\n" + kTwo},
        TextCase{"QuotesStay",
                 page(tag("article", p(kOne) + p(kTwo) + tag("blockquote", p(kThree)) + p(kFour)))},
        TextCase{"ScriptsThatWriteTags",
                 page(tag("script", "document.write('<p>" + kOther + "</p>'); if (a < b) c();") +
                      tag("style", "p > a { color: red }") + tag("noscript", p(kOther)) +
                      tag("article", paragraphs()))}),
    [](const auto& test) { return test.param.name; });

struct RefusedCase {
  std::string name;
  std::string html;
  PageErrorKind kind;
  std::string type = "text/html; charset=utf-8";
};

class PageRefusedTest : public testing::TestWithParam<RefusedCase> {};

TEST_P(PageRefusedTest, IsNotTakenForTheArticle) {
  const PageResult result = read(GetParam().html, GetParam().type);
  ASSERT_FALSE(result) << result->text;
  EXPECT_EQ(format_page_error_kind(result.error().kind), format_page_error_kind(GetParam().kind));
  EXPECT_FALSE(result.error().message.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, PageRefusedTest,
    testing::Values(
        RefusedCase{"Empty", "", PageErrorKind::kNoText},
        RefusedCase{"OnlyAMenu", page(menu() + menu()), PageErrorKind::kNoText},
        RefusedCase{"FrontPageOfTeasers", page(menu() + teasers()), PageErrorKind::kNoText},
        RefusedCase{
            "PaywallTeaser",
            page(tag("article", p(kOne) + div("paywall", p("Subscribe to continue reading.")))),
            PageErrorKind::kPaywall},
        RefusedCase{
            "PaywallInWordsOnly",
            page(tag("article", p(kOne) + p("To read the full story, log in or start a trial."))),
            PageErrorKind::kPaywall},
        RefusedCase{"PaywallInJsonLd",
                    page(tag("article", p(kOne)),
                         json_ld(R"({"@type":"NewsArticle","isAccessibleForFree":"False"})")),
                    PageErrorKind::kPaywall},
        RefusedCase{
            "CookieWallInsteadOfTheText",
            page(div("x", p("We value your privacy. Before you continue we ask you to agree "
                            "that our partners store information on this device.") +
                              p("Choose below whether advertisements may be fitted to what "
                                "was looked at earlier. The choice holds for six months."))),
            PageErrorKind::kAnotherSubject},
        RefusedCase{"AnotherArticle", page(tag("article", p(kOther) + p(kOther + " Not again."))),
                    PageErrorKind::kAnotherSubject},
        RefusedCase{
            "Challenge",
            "<html><head><title>Just a moment...</title></head><body><div id=\"cf-challenge\">"
            "Checking</div></body></html>",
            PageErrorKind::kChallenge},
        RefusedCase{
            "NoMoreThanTheFeedSays",
            page(tag("article", p("The river Osk burst its banks near Tarnow on Sunday night. "
                                  "Much of Tarnow stood still."))),
            PageErrorKind::kNoText},
        RefusedCase{"Pdf", "%PDF-1.4", PageErrorKind::kNotHtml, "application/pdf"},
        RefusedCase{"Picture", "\x89PNG", PageErrorKind::kNotHtml, "image/png"},
        RefusedCase{"OnlyCaptions",
                    page(tag("article", tag("figure", tag("figcaption", kOne)) +
                                            tag("figure", tag("figcaption", kTwo)))),
                    PageErrorKind::kNoText}),
    [](const auto& test) { return test.param.name; });

struct CharsetCase {
  std::string name;
  std::string bytes;  // of the word for "closed", in the page
  std::string word;   // in UTF-8
  std::string type;
  std::string meta;
};

class PageCharsetTest : public testing::TestWithParam<CharsetCase> {};

TEST_P(PageCharsetTest, IsWeighedAsThatOfFeeds) {
  const CharsetCase& c = GetParam();
  const std::string html = "<html><head>" + c.meta + "</head><body><article>" +
                           replaced(paragraphs(), "Velm", c.bytes) + "</article></body></html>";
  const PageResult result = read(html, c.type);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->text, replaced(kReport, "Velm", c.word));
}

INSTANTIATE_TEST_SUITE_P(
    Charsets, PageCharsetTest,
    testing::Values(
        CharsetCase{"OnlyInMeta", "\xc2\xe5\xeb\xec", "Велм", "text/html",
                    "<meta charset=\"windows-1251\">"},
        CharsetCase{"InHttpEquiv", "\xd7\xc5\xcc\xcd", "велм", "text/html",
                    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">"},
        CharsetCase{"OnlyInHttp", "Ve\xb3m", "Vełm", "text/html; charset=iso-8859-2", ""},
        CharsetCase{"Utf8SaidToBeLatin1", "V\xc3\xa9lm", "Vélm", "text/html; charset=iso-8859-1",
                    "<meta charset=latin1>"},
        CharsetCase{"Windows1252SaidToBeUtf8", "V\xe9lm\x92s", "Vélm’s", "text/html; charset=utf-8",
                    "<meta charset=utf-8>"},
        CharsetCase{"Windows1252ByNumber", "Velm&#146;s", "Velm’s", "text/html", ""}),
    [](const auto& test) { return test.param.name; });

TEST(PageReaderTest, SaysTitleBylineAndDate) {
  const std::string body = tag("article", paragraphs());
  const auto said = read(page(
      body,
      json_ld(R"({"@type":"NewsArticle","headline":"Osk kills 31","datePublished":)"
              R"("2026-11-16T08:30:00+01:00","author":[{"name":"Anna Lund"},{"name":"Bo Ek"}]})")));
  ASSERT_TRUE(said);
  EXPECT_EQ(said->title, "Osk kills 31");
  EXPECT_EQ(said->byline, "Anna Lund, Bo Ek");
  EXPECT_EQ(said->published, read_feed_date("2026-11-16T07:30:00Z"));
}

TEST(PageReaderTest, TakesThemFromTheMarkupToo) {
  const auto said = read(page(
      tag("article", tag("p class=\"byline\"", "By " + tag("a rel=\"author\"", "Anna Lund")) +
                         "<time datetime=\"2026-11-16T07:30:00Z\">Monday</time>" + paragraphs()),
      "<meta property=\"og:title\" content=\"Osk &amp; Tarnow\">"));
  ASSERT_TRUE(said);
  EXPECT_EQ(said->title, "Osk & Tarnow");
  EXPECT_EQ(said->byline, "By Anna Lund");
  EXPECT_EQ(said->published, read_feed_date("2026-11-16T07:30:00Z"));
  EXPECT_EQ(said->text, kReport);
}

TEST(PageReaderTest, NamesTheAmpPageWhereThisOneHasNoText) {
  const auto result =
      read(page(div("app", "Loading"), "<link rel=\"amphtml\" href=\"/amp/flood\">"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().instead, "https://gazette.example/amp/flood");
}

TEST(PageReaderTest, ANothingMoreIsToldApart) {
  Article known = known_article();
  known.text = kReport;
  const auto result = read(page(tag("article", paragraphs())), "text/html", known);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, PageErrorKind::kNothingMore);
}

TEST(PageReaderTest, FailuresOfTheNetworkAreReasons) {
  const auto failed = read_page_answer(
      net::HttpError{net::HttpErrorKind::kTimeout, "It took too long"}, known_article());
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, PageErrorKind::kNoAnswer);
  net::HttpResponse gone;
  gone.status = 410;
  const auto refused = read_page_answer(gone, known_article());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, PageErrorKind::kStatus);
  EXPECT_THAT(refused.error().message, HasSubstr("410"));
}

// Sizes that would take minutes where anything were quadratic.
struct FloodCase {
  std::string name;
  std::string unit;
  std::string front = "";
};

class PageFloodTest : public testing::TestWithParam<FloodCase> {};

TEST_P(PageFloodTest, IsReadInLinearTime) {
  std::string html = "<html><body>" + paragraphs() + GetParam().front;
  while (html.size() < 400'000) html += GetParam().unit;
  const PageResult result = read(html);
  EXPECT_TRUE(!result || !result->text.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Floods, PageFloodTest,
    testing::Values(FloodCase{"OpenTags", "<b>"}, FloodCase{"OpenAndWrongEnds", "<b><i></u>"},
                    FloodCase{"Attributes", " a b=c", "<div "},
                    FloodCase{"AttributesOfMany", "<p a b c d e f g h>x"},
                    FloodCase{"Ends", "</div>"}, FloodCase{"Cells", "<td>x", "<table><tr>"},
                    FloodCase{"Headings", "<h3>Related</h3><p>x</p>"}, FloodCase{"LessThan", "<"},
                    FloodCase{"References", "&amp"}, FloodCase{"Comments", "<!-- "}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
