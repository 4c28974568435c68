#include "feeds/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "feeds/feed_date.h"
#include "feeds/plain_text.h"

namespace figured::feeds {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

FeedDocument parse(const std::string& bytes, const HttpMeta& meta = {}) {
  return parse_feed(bytes, meta).value();
}

FeedDocument parse_file(const std::string& name) {
  std::ifstream file(std::string(FIGURED_TEST_DATA) + "/feeds/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return parse({std::istreambuf_iterator<char>(file), {}});
}

std::string date(const std::optional<FeedDate>& date) {
  return date ? format_feed_date(date->time) : "";
}

TEST(ParseFeed, Rss20) {
  const FeedDocument feed = parse_file("rss20.xml");
  EXPECT_EQ(feed.format, FeedFormat::kRss20);
  EXPECT_FALSE(feed.bozo);
  EXPECT_EQ(feed.title, "Harbour & Coast");
  EXPECT_EQ(feed.link, "https://harbour.example/");
  EXPECT_EQ(feed.subtitle, "News from the quay");
  EXPECT_EQ(feed.language, "en-gb");
  EXPECT_EQ(feed.ttl, std::chrono::minutes(30));
  EXPECT_EQ(feed.self, "https://harbour.example/rss");
  EXPECT_THAT(feed.hubs, ElementsAre("https://hub.example/"));
  EXPECT_EQ(feed.update_period, "hourly");
  ASSERT_THAT(feed.items, SizeIs(3));

  const Item& full = feed.items[0];
  EXPECT_EQ(full.id, "harbour-101");
  EXPECT_EQ(full.title, "Ferry with 212 aboard runs aground");
  EXPECT_EQ(full.link, "https://harbour.example/101");
  EXPECT_EQ(plain_text(full.summary), "All 212 passengers are safe.");
  EXPECT_EQ(plain_text(full.content), "All 212 passengers are safe.\nThe master was alone.");
  EXPECT_EQ(full.author, "Ann Lee");
  EXPECT_EQ(date(full.published), "2026-03-14T08:30:00Z");
  EXPECT_THAT(full.categories, ElementsAre("Shipping", "R&D"));
  ASSERT_THAT(full.enclosures, SizeIs(1));
  EXPECT_EQ(full.enclosures[0].url, "https://harbour.example/a/101.mp3");
  EXPECT_EQ(full.enclosures[0].length, "12345");

  const Item& linkless = feed.items[1];  // its guid is its link
  EXPECT_EQ(linkless.link, "https://harbour.example/100");
  EXPECT_EQ(linkless.author, "Bo Dahl");
  EXPECT_EQ(date(linkless.published), "2026-03-13T17:00:00Z");

  const Item& bare = feed.items[2];  // nothing but a description
  EXPECT_EQ(bare.id, "");
  EXPECT_EQ(bare.link, "");
  EXPECT_EQ(date(bare.published), "");
}

TEST(ParseFeed, Rss10) {
  const FeedDocument feed = parse_file("rss10.xml");
  EXPECT_EQ(feed.format, FeedFormat::kRss10);
  EXPECT_EQ(feed.title, "Tide Table");
  ASSERT_THAT(feed.items, SizeIs(2));
  EXPECT_EQ(feed.items[0].id, "http://tide.example/1");
  EXPECT_EQ(feed.items[0].link, "http://tide.example/1");
  EXPECT_EQ(feed.items[0].author, "Cy Moe");
  EXPECT_EQ(date(feed.items[0].published), "2026-03-14T06:30:00Z");
  EXPECT_THAT(feed.items[0].categories, ElementsAre("tides"));
}

TEST(ParseFeed, Atom10) {
  const FeedDocument feed = parse_file("atom10.xml");
  EXPECT_EQ(feed.format, FeedFormat::kAtom10);
  EXPECT_EQ(feed.title, "Signal <Box>");
  EXPECT_EQ(feed.link, "https://signal.example/");
  EXPECT_EQ(feed.self, "https://signal.example/atom");
  EXPECT_EQ(feed.language, "en");
  ASSERT_THAT(feed.items, SizeIs(3));

  const Item& xhtml = feed.items[0];
  EXPECT_EQ(xhtml.id, "tag:signal.example,2026:7");
  EXPECT_EQ(xhtml.link, "https://signal.example/news/7.html");  // through xml:base
  EXPECT_EQ(xhtml.title, "Line 4 reopens");
  EXPECT_EQ(plain_text(xhtml.content), "Trains run again.\nSome 3,000 people waited.");
  EXPECT_EQ(xhtml.author, "Di Oak");
  EXPECT_EQ(date(xhtml.published), "2026-03-14T05:00:00Z");
  EXPECT_EQ(date(xhtml.updated), "2026-03-14T06:00:00Z");
  EXPECT_THAT(xhtml.categories, ElementsAre("rail"));
  ASSERT_THAT(xhtml.enclosures, SizeIs(1));

  EXPECT_EQ(feed.items[1].title, "5 < 6 & more");                // type="text"
  EXPECT_EQ(plain_text(feed.items[1].summary), "Bold & brave");  // type="html"
  EXPECT_EQ(feed.items[2].link, "https://signal.example/only-an-id");
}

TEST(ParseFeed, Atom03) {
  const FeedDocument feed = parse(R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#">
    <title mode="base64">T2xkIGZlZWQ=</title><tagline>Still here</tagline>
    <entry><title type="text/html" mode="escaped">A &lt;b&gt;bold&lt;/b&gt; claim</title>
    <issued>2004-05-06T07:08:09Z</issued><modified>2004-05-07T00:00:00Z</modified></entry></feed>)");
  EXPECT_EQ(feed.format, FeedFormat::kAtom03);
  EXPECT_EQ(feed.title, "Old feed");
  EXPECT_EQ(feed.subtitle, "Still here");
  ASSERT_THAT(feed.items, SizeIs(1));
  EXPECT_EQ(feed.items[0].title, "A bold claim");
  EXPECT_EQ(date(feed.items[0].published), "2004-05-06T07:08:09Z");
  EXPECT_EQ(date(feed.items[0].updated), "2004-05-07T00:00:00Z");
}

// <content mode="base64"> of Atom 0.3 is text unless a type says otherwise; of Atom 1.0's
// types that are no text nobody knows, and what comes in them is markup.
TEST(ParseFeed, Base64IsWhatItsTypeSays) {
  const FeedDocument old = parse(R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#">
    <title mode="base64">UGllciA8Yj40PC9iPg==</title>
    <tagline type="text/html" mode="base64">UGllciA8Yj40PC9iPg==</tagline></feed>)");
  EXPECT_EQ(old.title, "Pier <b>4</b>");
  EXPECT_EQ(old.subtitle, "Pier 4");
  const FeedDocument feed = parse(R"(<feed xmlns="http://www.w3.org/2005/Atom">
    <title type="application/octet-stream">UGllciA8Yj40PC9iPg==</title>
    <subtitle type="application/octet-stream">UGllciAmbHQ7NCZndDs=</subtitle>
    <entry><content type="image/jpeg">no picture here</content></entry></feed>)");
  EXPECT_EQ(feed.title, "Pier 4");
  EXPECT_EQ(feed.subtitle, "Pier <4>");
  ASSERT_THAT(feed.items, SizeIs(1));
  EXPECT_EQ(plain_text(feed.items[0].content), "no picture here");
}

TEST(ParseFeed, JsonFeed) {
  const FeedDocument feed = parse(R"({"version":"https://jsonfeed.org/version/1.1",
    "title":"Lock","home_page_url":"https://lock.example/","language":"en",
    "items":[{"id":7,"url":"/7","title":"Gate stuck","content_html":"<p>Two boats wait.</p>",
    "date_published":"2026-03-14T08:00:00+01:00","authors":[{"name":"Ed Fir"}],"tags":["locks"],
    "attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":9},{"title":"none"}]},
    {"id":"8","content_text":"5 < 6"}, "no item"]})",
                                  {.url = "https://lock.example/feed.json"});
  EXPECT_EQ(feed.format, FeedFormat::kJson);
  EXPECT_EQ(feed.title, "Lock");
  ASSERT_THAT(feed.items, SizeIs(2));
  EXPECT_EQ(feed.items[0].id, "7");
  EXPECT_EQ(feed.items[0].link, "https://lock.example/7");
  EXPECT_EQ(plain_text(feed.items[0].content), "Two boats wait.");
  EXPECT_EQ(feed.items[0].author, "Ed Fir");
  EXPECT_EQ(date(feed.items[0].published), "2026-03-14T07:00:00Z");
  ASSERT_THAT(feed.items[0].enclosures, SizeIs(1));
  EXPECT_EQ(feed.items[0].enclosures[0].length, "9");
  EXPECT_EQ(plain_text(feed.items[1].content), "5 < 6");
}

std::string rss(const std::string& items, const std::string& attributes = "") {
  return "<rss version=\"2.0\"" + attributes + "><channel><title>T</title>" + items +
         "</channel></rss>";
}

struct ItemCase {
  std::string name;
  std::string item;
  std::string field;  // which
  std::string value;
};

class RssItemTest : public ::testing::TestWithParam<ItemCase> {};

std::string field_of(const Item& item, const std::string& field) {
  if (field == "id") return item.id;
  if (field == "title") return item.title;
  if (field == "link") return item.link;
  if (field == "summary") return plain_text(item.summary);
  if (field == "content") return plain_text(item.content);
  if (field == "author") return item.author;
  if (field == "published") return date(item.published);
  if (field == "media") return plain_text(item.media_text);
  if (field == "zone") return std::string(format_date_zone(item.published.value().zone));
  if (field == "language") return item.language;
  return "no such field";
}

TEST_P(RssItemTest, Reads) {
  const FeedDocument feed = parse(rss("<item>" + GetParam().item + "</item>"));
  ASSERT_THAT(feed.items, SizeIs(1));
  EXPECT_EQ(field_of(feed.items[0], GetParam().field), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RssItemTest,
    ::testing::Values(
        ItemCase{"EscapedTitle", "<title>A &lt;i&gt;new&lt;/i&gt; one</title>", "title",
                 "A new one"},
        ItemCase{"TitleInCdata", "<title><![CDATA[Tom &amp; Ann]]></title>", "title", "Tom & Ann"},
        ItemCase{"MediaTitleIsAnother", "<media:title>M</media:title><title>T</title>", "title",
                 "T"},
        ItemCase{"MediaText", "<media:description>5 boats &lt; 6</media:description>", "media",
                 "5 boats < 6"},
        ItemCase{"MediaTextIsHtml",
                 "<media:description type=\"html\">&lt;p&gt;Five&lt;/p&gt;</media:description>",
                 "media", "Five"},
        ItemCase{"MediaTextOfAGroup",
                 "<media:group><media:title>M</media:title>"
                 "<media:description>Five boats</media:description></media:group>",
                 "media", "Five boats"},
        ItemCase{"MediaTextIsNoSummary", "<media:description>Five</media:description>", "summary",
                 ""},
        ItemCase{"ZoneGiven", "<pubDate>Sat, 07 Sep 2002 09:42:31 EST</pubDate>", "zone", "given"},
        ItemCase{"ZoneAssumed", "<pubDate>Sat, 07 Sep 2002 09:42:31</pubDate>", "zone", "assumed"},
        ItemCase{"ZoneOfTheDateThatCounts",
                 "<dc:date>2026-03-14</dc:date><pubDate>Sat, 14 Mar 2026 00:00:00 GMT</pubDate>",
                 "zone", "given"},
        ItemCase{"OwnLanguage", "<dc:language>pt-BR</dc:language>", "language", "pt-BR"},
        ItemCase{"ItunesTitleIsAnother", "<itunes:title>M</itunes:title>", "title", ""},
        ItemCase{"InlineMarkup", "<description>a <b>b</b> c</description>", "summary", "a b c"},
        ItemCase{"EncodedContent", "<content:encoded><![CDATA[<p>x</p>]]></content:encoded>",
                 "content", "x"},
        ItemCase{"GuidAsLink", "<guid>http://a.example/1</guid>", "link", "http://a.example/1"},
        ItemCase{"GuidIsNoLink", "<guid isPermaLink=\"false\">http://a.example/1</guid>", "link",
                 ""},
        ItemCase{"LinkBeforeGuid", "<guid>http://a.example/1</guid><link>http://a.example/2</link>",
                 "link", "http://a.example/2"},
        ItemCase{"AtomLink", "<atom:link href=\"http://a.example/3\"/>", "link",
                 "http://a.example/3"},
        ItemCase{"SelfIsNoLink", "<atom:link rel=\"self\" href=\"http://a.example/3\"/>", "link",
                 ""},
        ItemCase{"Creator", "<dc:creator>Ann Lee</dc:creator>", "author", "Ann Lee"},
        ItemCase{"AuthorWithAddress", "<author>a@b.example (Ann Lee)</author>", "author",
                 "Ann Lee"},
        ItemCase{"AddressBehind", "<author>Ann Lee &lt;a@b.example&gt;</author>", "author",
                 "Ann Lee"},
        ItemCase{"AddressAlone", "<author>a@b.example</author>", "author", "a@b.example"},
        ItemCase{"DcDate", "<dc:date>2026-03-14</dc:date>", "published", "2026-03-14T00:00:00Z"},
        ItemCase{"PubDateBeforeDcDate",
                 "<dc:date>2026-03-14</dc:date><pubDate>Sun, 15 Mar 2026 00:00:00 GMT</pubDate>",
                 "published", "2026-03-15T00:00:00Z"},
        ItemCase{"UnreadableDateIsNone", "<pubDate>yesterday</pubDate>", "published", ""},
        ItemCase{"SecondDateWhereTheFirstIsNone",
                 "<pubDate>soon</pubDate><dc:date>2026-03-14</dc:date>", "published",
                 "2026-03-14T00:00:00Z"},
        ItemCase{"NamesInAnyCase", "<GUID>x</GUID><PUBDATE>2026-03-14</PUBDATE>", "id", "x"}),
    [](const auto& test) { return test.param.name; });

struct LanguageCase {
  std::string name;
  std::string document;
  std::string language;  // of the item
};

class ItemLanguageTest : public ::testing::TestWithParam<LanguageCase> {};

TEST_P(ItemLanguageTest, IsItsOwnElseTheDocuments) {
  const FeedDocument feed = parse(GetParam().document, {.content_language = "nl"});
  ASSERT_THAT(feed.items, SizeIs(1));
  EXPECT_EQ(feed.items[0].language, GetParam().language);
}

std::string atom(const std::string& feed_language, const std::string& entry) {
  return "<feed xmlns='http://www.w3.org/2005/Atom'" + feed_language + ">" + entry + "</feed>";
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ItemLanguageTest,
    ::testing::Values(
        LanguageCase{"Http", rss("<item><title>T</title></item>"), "nl"},
        LanguageCase{"RssFeed", rss("<language>en-gb</language><item><title>T</title></item>"),
                     "en-gb"},
        LanguageCase{"RssFeedBehindItsItems",
                     rss("<item><title>T</title></item><language>en-gb</language>"), "en-gb"},
        LanguageCase{"RssItem",
                     rss("<language>en</language><item><dc:language>pt-BR</dc:language></item>"),
                     "pt-BR"},
        LanguageCase{"RssItemByXml", rss("<item xml:lang='sv'><title>T</title></item>"), "sv"},
        LanguageCase{"AtomFeed", atom(" xml:lang='da'", "<entry><title>T</title></entry>"), "da"},
        LanguageCase{"AtomEntry",
                     atom(" xml:lang='da'",
                          "<entry xml:lang='fi'><content xml:lang='et'>T</content></entry>"),
                     "fi"},
        LanguageCase{"AtomContent",
                     atom(" xml:lang='da'", "<entry><content xml:lang='et'>T</content></entry>"),
                     "et"},
        LanguageCase{"JsonFeed", R"({"language":"es","items":[{"id":"1","title":"T"}]})", "es"},
        LanguageCase{"JsonItem",
                     R"({"language":"es","items":[{"id":"1","title":"T","language":"ca"}]})",
                     "ca"}),
    [](const auto& test) { return test.param.name; });

// --- what is broken

TEST(ParseFeed, AControlCharacterCostsNothing) {
  const FeedDocument feed = parse(rss("<item><title>Se\x08ven</title></item>"));
  EXPECT_EQ(feed.items.at(0).title, "Seven");
  EXPECT_TRUE(feed.bozo);
  EXPECT_THAT(feed.repairs, ElementsAre("control characters dropped"));
}

TEST(ParseFeed, ATruncatedDocumentKeepsItsWholeItems) {
  const std::string whole =
      rss("<item><title>One</title></item><item><title>Two</title></item>"
          "<item><title>Three</title></item>");
  const auto cut = whole.find("Three") + 2;
  const FeedDocument feed = parse(whole.substr(0, cut));
  ASSERT_THAT(feed.items, SizeIs(2));
  EXPECT_EQ(feed.items[1].title, "Two");
  EXPECT_THAT(feed.repairs, Contains(HasSubstr("cut off")));
}

// Whatever the byte at which it is cut: no crash, no half item.
TEST(ParseFeed, CutAnywhere) {
  const std::string whole =
      rss("<item><title>One</title><guid>1</guid></item>"
          "<item><title>Two &amp; more</title><guid>2</guid></item>");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto feed = parse_feed(whole.substr(0, size), {});
    if (!feed) continue;
    for (const Item& item : feed->items) EXPECT_NE(item.id, "") << size;
  }
}

TEST(ParseFeed, UndeclaredPrefixesMeanWhatTheyUsuallyMean) {
  EXPECT_EQ(parse(rss("<item><dc:creator>Ann</dc:creator></item>")).items.at(0).author, "Ann");
}

TEST(ParseFeed, DeclaredPrefixesMeanWhatTheyDeclare) {
  const FeedDocument feed =
      parse(rss("<item><x:creator>Ann</x:creator><dc:creator>No</dc:creator></item>",
                " xmlns:x=\"http://purl.org/dc/elements/1.1/\""
                " xmlns:dc=\"http://other.example/\""));
  EXPECT_EQ(feed.items.at(0).author, "Ann");
}

TEST(ParseFeed, AFeedServedAsAPageIsAFeed) {
  EXPECT_EQ(parse(rss(""), {.content_type = "text/html; charset=iso-8859-1"}).title, "T");
}

TEST(ParseFeed, TooManyItemsAreLeftOut) {
  std::string items;
  for (std::size_t i = 0; i < kMaxItems + 5; ++i) items += "<item/>";
  const FeedDocument feed = parse(rss(items));
  EXPECT_THAT(feed.items, SizeIs(kMaxItems));
  EXPECT_THAT(feed.repairs, SizeIs(1));
}

struct ErrorCase {
  std::string name;
  std::string bytes;
  FeedErrorKind kind;
  std::string says;
};

class ParseErrorTest : public ::testing::TestWithParam<ErrorCase> {};

TEST_P(ParseErrorTest, SaysTheNextStep) {
  const auto result = parse_feed(GetParam().bytes, {.url = "https://a.example/x/"});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, GetParam().kind) << result.error().message;
  EXPECT_THAT(result.error().message, HasSubstr(GetParam().says));
}

std::string repeat(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ParseErrorTest,
    ::testing::Values(
        ErrorCase{"Empty", "", FeedErrorKind::kEmpty, "empty"},
        ErrorCase{"Blank", " \r\n\xef\xbb\xbf", FeedErrorKind::kNotAFeed, ""},
        ErrorCase{"OnlyAMark", "\xef\xbb\xbf \n", FeedErrorKind::kEmpty, "empty"},
        ErrorCase{"Page", "<!DOCTYPE html><html><title>Front &amp; page</title></html>",
                  FeedErrorKind::kHtmlPage, "\"Front & page\""},
        ErrorCase{"PageThatNamesItsFeed",
                  "<html><head><link rel=alternate type='application/rss+xml' "
                  "href='../rss'></head></html>",
                  FeedErrorKind::kHtmlPage, "https://a.example/rss"},
        ErrorCase{"LogIn", "<html><form><input type=\"password\"></form></html>",
                  FeedErrorKind::kLogin, "log-in"},
        ErrorCase{"Captcha", "<html><title>Just a moment...</title></html>",
                  FeedErrorKind::kChallenge, "human"},
        ErrorCase{"Image", "\x89PNG\r\n\x1a\n", FeedErrorKind::kImage, "a PNG image"},
        ErrorCase{"Pdf", "%PDF-1.7", FeedErrorKind::kNotAFeed, "a PDF document"},
        ErrorCase{"OtherXml", "<?xml version='1.0'?><opml/>", FeedErrorKind::kNotAFeed, "XML"},
        ErrorCase{"Words", "Service unavailable", FeedErrorKind::kNotAFeed, "look up"},
        ErrorCase{"OtherJson", "{\"name\":\"Quay\"}", FeedErrorKind::kNotAFeed, "JSON"},
        ErrorCase{"JsonError", "{\"error\":\"no such feed\"}", FeedErrorKind::kJsonError,
                  "\"no such feed\""},
        ErrorCase{"JsonErrors", R"({"errors":[{"detail":"bad key"}]})", FeedErrorKind::kJsonError,
                  "\"bad key\""},
        ErrorCase{"BadJson", "{\"items\":[", FeedErrorKind::kBadJson, "mend"},
        ErrorCase{"DeepJson", "{\"items\":" + repeat("[", 100) + repeat("]", 100) + "}",
                  FeedErrorKind::kBadJson, "deep"},
        ErrorCase{"TooManyTags", "<rss>" + repeat("<a/>", 2'000'001) + "</rss>",
                  FeedErrorKind::kTooLarge, "tags"}),
    [](const auto& test) { return test.param.name; });

// Deep but balanced documents are read without recursion.
TEST(ParseFeed, BearsDepth) {
  const FeedDocument feed =
      parse(rss("<item><description>" + repeat("<b>", 100'000) + "deep" + repeat("</b>", 100'000) +
                "</description><title>T</title></item>"));
  EXPECT_EQ(plain_text(feed.items.at(0).summary), "deep");
}

}  // namespace
}  // namespace figured::feeds
