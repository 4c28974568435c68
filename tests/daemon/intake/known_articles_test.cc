#include "daemon/intake/known_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "daemon/intake/pipeline.h"

namespace figured::daemon {
namespace {

constexpr std::int64_t kFeed = 7;

// A document of articles, "guid:text" each.
feeds::Fetch document(const std::vector<std::string>& articles) {
  std::string items;
  for (const std::string& article : articles) {
    const auto colon = article.find(':');
    items += "<item><guid>" + article.substr(0, colon) + "</guid><title>Fire in Lowport</title>" +
             "<description>" + article.substr(colon + 1) + "</description></item>";
  }
  feeds::Fetch fetch;
  fetch.feed.id = kFeed;
  net::HttpResponse response;
  response.status = 200;
  response.body = "<rss version=\"2.0\"><channel><title>News</title>" + items + "</channel></rss>";
  fetch.answer = response;
  return fetch;
}

// "1 0": how many claims were read of each article, "-" where it was held for known.
std::string read_of(const std::vector<std::string>& articles, const ArticleMarks& known) {
  std::string words;
  for (const auto& reading : read_poll(document(articles), claims::Extractor(), known).claims)
    words += (words.empty() ? "" : " ") + (reading ? std::to_string(reading->claims.size()) : "-");
  return words;
}

ArticleMarks marks_of(const std::vector<std::string>& articles) {
  return ArticleMarks(
      read_poll(document(articles), claims::Extractor(), ArticleMarks()).reading.articles);
}

struct Case {
  std::string name;
  std::vector<std::string> before;
  std::vector<std::string> now;
  std::string read;
};

class KnownArticlesTest : public testing::TestWithParam<Case> {};

TEST_P(KnownArticlesTest, OnlyWhatIsNewIsRead) {
  EXPECT_EQ(read_of(GetParam().now, marks_of(GetParam().before)), GetParam().read);
}

const std::string kFire = "a:A fire killed 12 people.";
const std::string kFlood = "b:A flood killed 30 people and injured 40.";

INSTANTIATE_TEST_SUITE_P(
    Documents, KnownArticlesTest,
    testing::Values(
        Case{"TheFirst", {}, {kFire, kFlood}, "1 2"},
        Case{"TheSameAgain", {kFire, kFlood}, {kFire, kFlood}, "- -"},
        Case{"OneMore", {kFire}, {kFlood, kFire}, "2 -"},
        Case{"OneRevised", {kFire, kFlood}, {"a:A fire killed 14 people.", kFlood}, "1 -"},
        Case{"OneGone", {kFire, kFlood}, {kFlood}, "-"}),
    [](const auto& param) { return param.param.name; });

TEST(KnownArticlesTest, EachFeedHasItsOwn) {
  KnownArticles known;
  known.note(kFeed, std::make_shared<const ArticleMarks>(marks_of({kFire})));
  EXPECT_EQ(read_of({kFire}, *known.of(kFeed)), "-");
  EXPECT_EQ(read_of({kFire}, *known.of(kFeed + 1)), "1");
}

}  // namespace
}  // namespace figured::daemon
