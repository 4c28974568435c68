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
  from.updated = std::chrono::sys_seconds(std::chrono::seconds(7));
  EXPECT_EQ(article(from).published, from.updated);
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
        ChangeCase{"Date", [](Item& i) { i.published = std::chrono::sys_seconds{}; }, true},
        ChangeCase{"MarkupOnly",
                   [](Item& i) { i.summary = "<div>Seven <b>boats</b> left. </div>"; }, false},
        ChangeCase{"WordsMovedToTheTitle",
                   [](Item& i) { i.title = "Seven boats Seven", i.summary = "boats left."; }, true},
        ChangeCase{"Categories", [](Item& i) { i.categories = {"x"}; }, false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
