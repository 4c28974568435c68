#include "feeds/article_alias.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

struct UrlCase {
  std::string name;
  std::string url;
  std::string canonical;
};

class CanonicalUrlTest : public testing::TestWithParam<UrlCase> {};

TEST_P(CanonicalUrlTest, LeavesOutWhatTellsNoPages) {
  EXPECT_EQ(canonical_url(GetParam().url), GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, CanonicalUrlTest,
    testing::Values(UrlCase{"Plain", "https://a.example/news/1", "a.example/news/1"},
                    UrlCase{"Scheme", "http://a.example/news/1", "a.example/news/1"},
                    UrlCase{"HostCaseAndWww", "https://WWW.A.example/News/1", "a.example/News/1"},
                    UrlCase{"Mobile", "https://m.a.example/news/1", "a.example/news/1"},
                    UrlCase{"FinalSlash", "https://a.example/news/1/", "a.example/news/1"},
                    UrlCase{"Amp", "https://amp.a.example/news/1/amp/", "a.example/news/1"},
                    UrlCase{"Fragment", "https://a.example/news/1#top", "a.example/news/1"},
                    UrlCase{"Tracking",
                            "https://a.example/news/1?utm_source=rss&fbclid=x&at_medium=RSS",
                            "a.example/news/1"},
                    UrlCase{"OtherParametersInOrder", "https://a.example/n?b=2&utm_medium=x&a=1",
                            "a.example/n?a=1&b=2"},
                    UrlCase{"QueryOnly", "https://a.example/?p=7", "a.example?p=7"},
                    UrlCase{"HomePage", "https://a.example/", ""}, UrlCase{"Urn", "urn:uuid:7", ""},
                    UrlCase{"Empty", "", ""}),
    [](const auto& test) { return test.param.name; });

Article article(const std::string& guid, const std::string& url, const std::string& title,
                std::chrono::seconds published) {
  Article made;
  made.guid = guid;
  made.url = url;
  made.title = title;
  made.published = std::chrono::sys_seconds(published);
  return made;
}

struct AliasCase {
  std::string name;
  Article before;
  Article after;
  bool known_again;
};

class ArticleAliasTest : public testing::TestWithParam<AliasCase> {};

TEST_P(ArticleAliasTest, KnowsTheArticleAgain) {
  const auto before = article_aliases(GetParam().before);
  const auto after = article_aliases(GetParam().after);
  const bool shared = std::ranges::find_first_of(before, after) != before.end();
  EXPECT_EQ(shared, GetParam().known_again);
}

constexpr char kTitle[] = "Seven boats lost off the northern coast";

INSTANTIATE_TEST_SUITE_P(
    Cases, ArticleAliasTest,
    testing::Values(
        AliasCase{"GuidSchemeFlips", article("http://a.example/?p=7", "", "Seven", 1h),
                  article("https://www.a.example/?p=7", "", "Eight", 99h), true},
        AliasCase{"SiteMoves", article("https://a.example/2026/boats-lost", "", "Seven", 1h),
                  article("https://b.example/2026/boats-lost", "", "Eight", 99h), true},
        AliasCase{"AddressGetsTracked", article("1", "https://a.example/n/1", "Seven", 1h),
                  article("2", "https://a.example/n/1?utm_campaign=x", "Eight", 99h), true},
        AliasCase{"AllIsNewButTitleAndDay", article("1", "https://a.example/n/1", kTitle, 1h),
                  article("2", "https://a.example/seven-boats", kTitle, 5h), true},
        AliasCase{"TheSameTitleTheNextDay", article("1", "https://a.example/n/1", kTitle, 1h),
                  article("2", "https://a.example/n/2", kTitle, 25h), false},
        AliasCase{"ShortTitles", article("1", "https://a.example/n/1", "Briefly told", 1h),
                  article("2", "https://a.example/n/2", "Briefly told", 1h), false},
        AliasCase{"HomePages", article("1", "https://a.example/", "Seven", 1h),
                  article("2", "https://a.example/", "Eight", 1h), false},
        AliasCase{"Numbers", article("17", "", "Seven", 1h), article("17", "", "Eight", 1h),
                  false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
