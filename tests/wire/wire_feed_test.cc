#include "wire/wire_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace figured::wire {
namespace {
using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNoon =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h;

WireArticle tricky() {
  return {"ash-river",
          "post",
          "\"Ash & Smoke\" <live>",
          "LOW RIVER",
          {"Smoke & ash fell on 3 < 4 streets.", "Second paragraph."},
          kNoon - 2h,
          kNoon - 1h};
}

pugi::xml_document render(FeedFormat format, const std::vector<WireArticle>& articles) {
  pugi::xml_document document;
  const std::string text =
      render_feed({"post", "Post & Sons", format}, articles, "http://127.0.0.1:7", kNoon);
  EXPECT_TRUE(document.load_buffer(text.data(), text.size())) << text;
  return document;
}

constexpr const char* kBody =
    "<p><strong>LOW RIVER</strong> &#8212; Smoke &amp; ash fell on 3 &lt; 4 streets.</p>\n"
    "<p>Second paragraph.</p>\n";

struct ElementCase {
  std::string name;
  FeedFormat format;
  const char* path;
  std::string value;
};

class ElementTest : public testing::TestWithParam<ElementCase> {};

TEST_P(ElementTest, ReadsBack) {
  const auto document = render(GetParam().format, {tricky()});
  EXPECT_EQ(document.select_node(GetParam().path).node().text().get(), GetParam().value);
}

constexpr auto kRss = FeedFormat::kRss;
constexpr auto kAtom = FeedFormat::kAtom;

INSTANTIATE_TEST_SUITE_P(
    Cases, ElementTest,
    testing::Values(
        ElementCase{"RssName", kRss, "/rss/channel/title", "Post & Sons"},
        ElementCase{"RssTitle", kRss, "//item/title", "\"Ash & Smoke\" <live>"},
        ElementCase{"RssLink", kRss, "//item/link", "http://127.0.0.1:7/articles/ash-river"},
        ElementCase{"RssGuid", kRss, "//item/guid", "post:ash-river"},
        ElementCase{"RssDateIsOfTheFirstRevision", kRss, "//item/pubDate",
                    "Sun, 22 Nov 2026 10:00:00 GMT"},
        ElementCase{"RssSummary", kRss, "//item/description",
                    std::string(kBody).substr(0, std::string(kBody).find('\n') + 1)},
        ElementCase{"RssContent", kRss, "//item/content:encoded", kBody},
        ElementCase{"AtomName", kAtom, "/feed/title", "Post & Sons"},
        ElementCase{"AtomTitle", kAtom, "//entry/title", "\"Ash & Smoke\" <live>"},
        ElementCase{"AtomId", kAtom, "//entry/id", "urn:wire:post:ash-river"},
        ElementCase{"AtomPublished", kAtom, "//entry/published", "2026-11-22T10:00:00Z"},
        ElementCase{"AtomUpdated", kAtom, "//entry/updated", "2026-11-22T11:00:00Z"},
        ElementCase{"AtomContent", kAtom, "//entry/content[@type='html']", kBody}),
    [](const auto& test) { return test.param.name; });

TEST(WireFeedTest, HoldsEveryArticleInOrder) {
  WireArticle older = tricky();
  older.title = "Older";
  const auto document = render(kAtom, {tricky(), older});
  const auto entries = document.select_nodes("//entry/title");
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_STREQ(entries[1].node().text().get(), "Older");
}

TEST(WireFeedTest, AnEmptyFeedIsWellFormed) {
  EXPECT_TRUE(render(kRss, {}).select_node("/rss/channel").node());
  EXPECT_TRUE(render(kAtom, {}).select_node("/feed").node());
}

TEST(WireFeedTest, AFeedOfSummariesCarriesTheFirstWordsOnly) {
  WireArticle long_one = tricky();
  long_one.paragraphs[0] = "Smoke fell on the town " + std::string(200, 'x');
  for (const FeedFormat format : {kRss, kAtom}) {
    const std::string text =
        render_feed({"post", "Post & Sons", format, true}, {long_one}, "o", kNoon);
    EXPECT_THAT(text, testing::HasSubstr("Smoke fell on the town [&amp;#8230;]"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("Second")));
  }
}

TEST(WirePageTest, ShowsTheWholeArticle) {
  const std::string page = render_page({"post", "Post & Sons", kRss}, tricky());
  EXPECT_THAT(page,
              testing::HasSubstr("&quot;Ash &amp; Smoke&quot; &lt;live&gt; | Post &amp; Sons"));
  EXPECT_THAT(page, testing::HasSubstr(kBody));
}

}  // namespace
}  // namespace figured::wire
