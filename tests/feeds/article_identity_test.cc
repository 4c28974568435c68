#include "feeds/article_identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::StartsWith;

Item item(std::string id, std::string link, std::string title) {
  Item made;
  made.id = std::move(id);
  made.link = std::move(link);
  made.title = std::move(title);
  return made;
}

std::vector<std::string> identities(const std::vector<Item>& items) {
  std::vector<std::string> all;
  for (const Article& article : make_articles(items, {})) all.push_back(article.identity);
  return all;
}

Article article(const Item& from) { return make_articles({from}, {}).at(0); }

TEST(MakeArticles, IdentityIsTheGuidThenTheLinkThenTheWords) {
  EXPECT_THAT(identities({item("g", "http://a.example/1", "T")}), ElementsAre("guid:g"));
  EXPECT_THAT(identities({item("", "http://a.example/1", "T")}),
              ElementsAre("link:http://a.example/1"));
  EXPECT_THAT(identities({item("", "", "T")}), ElementsAre(StartsWith("hash:")));
  EXPECT_NE(identities({item("", "", "T")}), identities({item("", "", "U")}));
}

TEST(MakeArticles, AGuidOfSeveralLinksNamesNothing) {
  EXPECT_THAT(
      identities({item("g", "http://a.example/1", "T"), item("g", "http://a.example/2", "U"),
                  item("h", "http://a.example/3", "V")}),
      ElementsAre("link:http://a.example/1", "link:http://a.example/2", "guid:h"));
}

TEST(MakeArticles, ALinkOfSeveralItemsNamesNothing) {
  EXPECT_THAT(identities({item("", "http://a.example/", "T"), item("", "http://a.example/", "U"),
                          item("", "http://a.example/3", "V")}),
              ElementsAre(StartsWith("hash:"), StartsWith("hash:"), "link:http://a.example/3"));
  EXPECT_THAT(identities({item("g", "", "T"), item("g", "", "U")}), SizeIs(2));
}

TEST(MakeArticles, AnItemThatComesTwiceIsOneArticle) {
  EXPECT_THAT(
      identities({item("g", "http://a.example/1", "T"), item("g", "http://a.example/1", "T")}),
      ElementsAre("guid:g"));
}

TEST(MakeArticles, TheLongerOfContentAndSummaryIsTheText) {
  Item from = item("g", "", "T");
  from.summary = "<p>Seven boats left the harbour.</p>";
  from.content = "<p>Seven <i>boats</i></p>";
  EXPECT_EQ(article(from).text, "Seven boats left the harbour.");
  from.content = "<p>Seven boats left the harbour.</p><p>Two came back.</p>";
  EXPECT_EQ(article(from).text, "Seven boats left the harbour.\nTwo came back.");
}

TEST(MakeArticles, WhatIsSaidOfAFilmIsTheTextWhereThereIsNoOther) {
  Item from = item("g", "https://a.example/1", "T");
  from.media_text = "Seven boats left the harbour.";
  EXPECT_EQ(article(from).text, "Seven boats left the harbour.");
  from.summary = "Boats.";
  EXPECT_EQ(article(from).text, "Boats.");
}

TEST(MakeArticles, OnlyAWebAddressIsAUrl) {
  EXPECT_EQ(article(item("g", "https://a.example/1", "T")).url, "https://a.example/1");
  EXPECT_EQ(article(item("g", "urn:uuid:7", "T")).url, "");
}

TEST(MakeArticles, CarriesOutletAndGroup) {
  const auto articles =
      make_articles({item("g", "", "T")}, {.url = "u", .outlet = "O", .group = "G"});
  EXPECT_EQ(articles.at(0).outlet, "O");
  EXPECT_EQ(articles.at(0).group, "G");
}

TEST(MakeArticles, UpdatedStandsInForPublished) {
  Item from = item("g", "", "T");
  from.updated = FeedDate{std::chrono::sys_seconds(std::chrono::seconds(7)), DateZone::kGiven};
  EXPECT_EQ(article(from).published, from.updated->time);
  EXPECT_EQ(article(from).published_zone, DateZone::kGiven);
}

struct ZoneCase {
  std::string name;
  std::string date;
  std::string feed_zone;
  std::string published;
  DateZone zone;
};

class ArticleZoneTest : public ::testing::TestWithParam<ZoneCase> {};

TEST_P(ArticleZoneTest, IsTheDatesElseTheFeeds) {
  Item from = item("g", "", "T");
  from.published = read_feed_date(GetParam().date);
  FeedSource source{.url = "u", .outlet = "O", .group = ""};
  source.zone = TimeZone::find(GetParam().feed_zone).value_or(TimeZone());
  const Article made = make_articles({from}, source).at(0);
  EXPECT_EQ(made.published ? format_feed_date(*made.published) : "", GetParam().published);
  EXPECT_EQ(made.published_zone, GetParam().zone);
  EXPECT_EQ(made.content_hash, article(from).content_hash) << "the feed has changed nothing";
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ArticleZoneTest,
    ::testing::Values(ZoneCase{"Given", "2026-03-14T08:00:00+01:00", "Asia/Kolkata",
                               "2026-03-14T07:00:00Z", DateZone::kGiven},
                      ZoneCase{"OfTheFeed", "2026-03-14T08:00:00", "Asia/Kolkata",
                               "2026-03-14T02:30:00Z", DateZone::kFeed},
                      ZoneCase{"Assumed", "2026-03-14T08:00:00", "", "2026-03-14T08:00:00Z",
                               DateZone::kAssumed},
                      ZoneCase{"NoDate", "yesterday", "Asia/Kolkata", "", DateZone::kUnknown}),
    [](const auto& test) { return test.param.name; });

TEST(MakeArticles, TheLanguageIsATag) {
  Item german = item("1", "", "T"), odd = item("2", "", "T"), none = item("3", "", "T");
  german.language = "de_at";
  odd.language = "Deutsch";
  const auto articles = make_articles({german, german, odd, none}, {});
  ASSERT_THAT(articles, SizeIs(3));
  EXPECT_EQ(articles[0].language, "de-AT");
  EXPECT_EQ(articles[1].language, "");
  EXPECT_EQ(articles[2].language, "");
}

struct ChangeCase {
  std::string name;
  void (*change)(Item&);
  bool is_revision;
};

class ContentHashTest : public ::testing::TestWithParam<ChangeCase> {};

TEST_P(ContentHashTest, TellsRevisions) {
  Item from = item("g", "http://a.example/1", "Seven boats");
  from.summary = "<p>Seven boats left.</p>";
  Item changed = from;
  GetParam().change(changed);
  EXPECT_EQ(article(from).content_hash != article(changed).content_hash, GetParam().is_revision);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ContentHashTest,
    ::testing::Values(
        ChangeCase{"Nothing", [](Item&) {}, false},
        ChangeCase{"Title", [](Item& i) { i.title = "Nine boats"; }, true},
        ChangeCase{"Words", [](Item& i) { i.summary = "<p>Nine boats left.</p>"; }, true},
        ChangeCase{"Url", [](Item& i) { i.link = "http://a.example/2"; }, true},
        ChangeCase{"Date", [](Item& i) { i.published = FeedDate{}; }, true},
        ChangeCase{"MarkupOnly",
                   [](Item& i) { i.summary = "<div>Seven <b>boats</b> left. </div>"; }, false},
        ChangeCase{"WordsMovedToTheTitle",
                   [](Item& i) { i.title = "Seven boats Seven", i.summary = "boats left."; }, true},
        ChangeCase{"Categories", [](Item& i) { i.categories = {"x"}; }, false}),
    [](const auto& test) { return test.param.name; });

TEST(MakeArticles, AnAliasOfSeveralArticlesIsNone) {
  const auto articles = make_articles({item("1", "https://a.example/live", "Seven boats"),
                                       item("2", "http://www.a.example/live/", "Nine boats"),
                                       item("3", "https://a.example/harbour", "Two boats")},
                                      {});
  EXPECT_THAT(articles.at(0).aliases, SizeIs(0));
  EXPECT_THAT(articles.at(1).aliases, SizeIs(0));
  EXPECT_THAT(articles.at(2).aliases, SizeIs(1));
}

struct PageWish {
  std::string name;
  void (*change)(Item&);
  FullText wish;
  bool wants_page;
};

class PageWishTest : public ::testing::TestWithParam<PageWish> {};

TEST_P(PageWishTest, IsTheFeedsOrTheTexts) {
  Item from = item("https://a.example/1", "https://a.example/1", "Seven boats");
  from.summary = "Seven boats left the harbour...";
  GetParam().change(from);
  const auto articles =
      make_articles({from}, {.url = "u", .outlet = "O", .group = "", .full_text = GetParam().wish});
  EXPECT_EQ(articles.at(0).wants_page, GetParam().wants_page);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PageWishTest,
    ::testing::Values(
        PageWish{"Summary", [](Item&) {}, FullText::kAuto, true},
        PageWish{"SummaryButNever", [](Item&) {}, FullText::kNever, false},
        PageWish{"Whole", [](Item& i) { i.content = std::string(2'000, 'a') + "."; },
                 FullText::kAuto, false},
        PageWish{"WholeButAlways", [](Item& i) { i.content = std::string(2'000, 'a') + "."; },
                 FullText::kAlways, true},
        PageWish{"NoAddress", [](Item& i) { i.link = "urn:uuid:7"; }, FullText::kAlways, false},
        PageWish{"AddressMadeOfAGuid",
                 [](Item& i) {
                   i.id = "1";
                   i.link_is_guid = true;
                 },
                 FullText::kAuto, false},
        PageWish{"GuidThatIsAnAddress", [](Item& i) { i.link_is_guid = true; }, FullText::kAuto,
                 true},
        PageWish{"Podcast",
                 [](Item& i) {
                   i.enclosures = {{"https://a.example/1.mp3", "audio/mpeg", "9"}};
                 },
                 FullText::kAuto, false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
