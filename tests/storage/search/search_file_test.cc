// Search and carriers, through the store and beside it.
#include "storage/search/search_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Long enough to be told from others; `changed` is one of its words.
std::string report(const std::string& of, const std::string& changed = "slowly") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += of + std::to_string(i) + " was moved " + (i == 30 ? changed : "slowly") + " to yard " +
            std::to_string(i * 7) + ". ";
  return text;
}

class SearchTest : public testing::Test {
 protected:
  std::string path() const { return folder_.path("figured.db"); }
  void open() {
    store_.reset();
    store_ = open_sqlite_store(path());
  }
  std::int64_t put(const std::string& identity, const std::string& text) {
    Transaction transaction(*store_);
    const auto feeds = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    const auto id = tests::put_article(*store_, feeds.at(0).id, article("guid:" + identity, text),
                                       {}, at(seen_++))
                        .id;
    transaction.commit();
    return id;
  }
  std::vector<std::string> guids(const FoundArticles& found) {
    not_searched_ = found.not_searched;
    std::vector<std::string> guids;
    for (const ArticleView& one : found.articles) guids.push_back(one.guid);
    return guids;
  }
  std::vector<std::string> search(std::vector<std::string> words, std::size_t limit = 10) {
    store_->await_search();
    return guids(open_sqlite_reader(path())->search(words, limit));
  }
  std::vector<std::string> carriers(std::int64_t id) {
    store_->await_search();
    return guids(open_sqlite_reader(path())->carriers(id, 10));
  }

  tests::TempFolder folder_;
  std::unique_ptr<Store> store_ = open_sqlite_store(path());
  std::int64_t seen_ = 0;
  std::int64_t not_searched_ = 0;
};

TEST_F(SearchTest, AllWordsMustStandInTheArticle) {
  put("1", "A storm in Høydal hurt forty men.");
  put("2", "The storm has left Lowport.");
  put("3", "Nothing new.");
  EXPECT_THAT(search({"storm"}), ElementsAre("2", "1"));
  EXPECT_THAT(search({"STORM", "forty"}), ElementsAre("1"));
  EXPECT_THAT(search({"storm forty"}), ElementsAre("1"));
  EXPECT_THAT(search({"storm", "rain"}), IsEmpty());
  EXPECT_THAT(search({"title"}, 2), ElementsAre("3", "2"));  // of each article
  EXPECT_EQ(not_searched_, 0);
}

TEST_F(SearchTest, WordsMayBeBegunAndAccentsLeftOut) {
  put("1", "Ein Café in Lowport, two-storey.");
  EXPECT_THAT(search({"cafe"}), ElementsAre("1"));
  EXPECT_THAT(search({"Low*"}), ElementsAre("1"));
  EXPECT_THAT(search({"Low"}), IsEmpty());
  EXPECT_THAT(search({"two-storey"}), ElementsAre("1"));
  EXPECT_THAT(search({"\"quoted\" OR café"}), IsEmpty());
}

struct QueryCase {
  std::string name;
  std::vector<std::string> words;
  std::string query;
};

class WordsQueryTest : public testing::TestWithParam<QueryCase> {};

TEST_P(WordsQueryTest, HoldsNothingButWords) {
  EXPECT_EQ(words_query(GetParam().words), GetParam().query);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, WordsQueryTest,
    testing::Values(
        QueryCase{"None", {}, ""}, QueryCase{"SignsOnly", {"*", "--", "\"\""}, ""},
        QueryCase{"One", {"storm"}, "\"storm\""}, QueryCase{"Begun", {"sto*"}, "\"sto\"*"},
        QueryCase{"StarWithin", {"a*b"}, "\"a\" AND \"b\""},
        QueryCase{"Hyphen", {"two-storey"}, "\"two\" AND \"storey\""},
        QueryCase{"Injection", {"x\" OR title:y"}, "\"x\" AND \"OR\" AND \"title\" AND \"y\""}),
    [](const auto& test) { return test.param.name; });

TEST_F(SearchTest, EveryRevisionIsFound) {
  const auto id = put("1", "Nine men were hurt.");
  put("1", "Eleven men were hurt.");
  EXPECT_THAT(search({"nine"}), ElementsAre("1"));
  EXPECT_THAT(search({"men"}), ElementsAre("1", "1"));
  const auto shown = store_->article_view(id);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->revision, 2);
  EXPECT_EQ(shown->text, "Eleven men were hurt.");
  EXPECT_EQ(shown->title, "Title of guid:1");
  EXPECT_FALSE(store_->article_view(id + 1));
}

TEST_F(SearchTest, CarriersOfATextAreListed) {
  const auto first = put("1", report("crate"));
  const auto other = put("2", report("sheep"));
  const auto second = put("3", report("crate", "quickly"));
  const auto third = put("4", report("crate"));
  put("5", "Too short to tell.");
  const auto short_one = put("6", "Too short to tell.");
  EXPECT_THAT(carriers(first), ElementsAre("3", "4"));
  EXPECT_THAT(carriers(second), ElementsAre("1", "4"));
  EXPECT_THAT(carriers(third), ElementsAre("1", "3"));
  EXPECT_THAT(carriers(other), IsEmpty());
  EXPECT_THAT(carriers(short_one), IsEmpty());
  EXPECT_THAT(carriers(99), IsEmpty());
}

TEST_F(SearchTest, ARevisionIsNoCarrierOfItsArticle) {
  const auto id = put("1", report("crate"));
  put("1", report("crate", "quickly"));
  EXPECT_THAT(carriers(id), IsEmpty());
}

TEST_F(SearchTest, CarriersAreFoundAfterAStart) {
  put("1", report("crate"));
  store_->await_search();
  open();
  EXPECT_THAT(carriers(put("2", report("crate"))), ElementsAre("1"));
}

TEST_F(SearchTest, WhatIsLostOrDamagedIsMadeAgain) {
  put("1", "A storm in Lowport.");
  EXPECT_THAT(search({"storm"}), ElementsAre("1"));
  store_.reset();
  std::filesystem::remove(SearchFile::path_of(path()));
  open();
  EXPECT_THAT(search({"storm"}), ElementsAre("1"));
  store_.reset();
  std::ofstream(SearchFile::path_of(path())) << std::string(20'000, 'x');
  open();
  EXPECT_THAT(search({"storm"}), ElementsAre("1"));
}

TEST_F(SearchTest, TheFileOfAnotherStoreIsMadeAnew) {
  put("1", "A storm in Lowport.");
  put("2", "A storm in Høydal.");
  EXPECT_THAT(search({"storm"}), ElementsAre("2", "1"));
  store_.reset();
  std::filesystem::remove(path());
  seen_ = 900;
  open();
  put("3", "A drought in Lowport.");
  EXPECT_THAT(search({"storm"}), IsEmpty());
  EXPECT_THAT(search({"drought"}), ElementsAre("3"));
}

TEST_F(SearchTest, AReaderSaysThatThereIsNoSearchFile) {
  put("1", "A storm in Lowport.");
  store_->await_search();
  store_.reset();
  std::filesystem::remove(SearchFile::path_of(path()));
  try {
    open_sqlite_reader(path())->search(std::vector<std::string>{"storm"}, 10);
    ADD_FAILURE() << "it was searched";
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("no search file"));
  }
}

TEST(SearchInMemory, FindsWhatIsStored) {
  const auto store = open_sqlite_store(":memory:");
  Transaction transaction(*store);
  const auto feeds = store->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
  tests::put_article(*store, feeds.at(0).id, article("guid:1", "A storm in Lowport."), {}, at(0));
  EXPECT_EQ(store->search(std::vector<std::string>{"storm"}, 10).articles.size(), 1u);
}

}  // namespace
}  // namespace figured::storage
