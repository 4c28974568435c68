// figurectl feeds: what people do with feeds, over a real store and a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "cli/figurectl.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_folder.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char kListed[] = "https://a.example/rss?key=s3cret";
constexpr char kRss[] =
    "<rss version='2.0'><channel><title>Quay News</title><item><guid>1</guid>"
    "<title>Nine boats</title></item></channel></rss>";

struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

class FeedsVerbsTest : public testing::Test {
 protected:
  FeedsVerbsTest() {
    std::ofstream(config_) << "[store]\npath = '" << store_ << "'\n[poll]\ninterval = '7m'\n"
                           << "[network]\nallow_private = ['127.0.0.1']\n";
    const auto store = storage::open_sqlite_store(store_);
    storage::Transaction transaction(*store);
    store->adopt_feeds(
        std::vector<feeds::FeedSource>{{.url = kListed, .outlet = "Listed", .group = {}}}, at(0));
    transaction.commit();
  }

  static storage::Seconds at(std::int64_t second) {
    return storage::Seconds(std::chrono::seconds(1'790'000'000 + second));
  }

  Ended feeds(std::vector<std::string> words) const {
    words.insert(words.begin(), {"figurectl", "feeds"});
    words.insert(words.end(), {"--config", config_});
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Ended ended;
    ended.status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    ended.out = testing::internal::GetCapturedStdout();
    ended.err = testing::internal::GetCapturedStderr();
    return ended;
  }
  std::vector<feeds::Feed> stored() const { return storage::open_sqlite_reader(store_)->feeds(); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path(name)) << text;
    return folder_.path(name);
  }

  const tests::TempFolder folder_;
  const std::string store_ = folder_.path("figured.db");
  const std::string config_ = folder_.path("figured.toml");
  tests::LoopbackServer server_;
};

// --- add

TEST_F(FeedsVerbsTest, AFeedIsGivenAZone) {
  const std::vector<std::string> add = {"add", "https://b.example/rss", "--unchecked", "--zone"};
  const auto with = [&](const std::string& zone) {
    auto words = add;
    words.push_back(zone);
    return feeds(words);
  };
  EXPECT_EQ(with("Asia/Kolkata").status, 0);
  EXPECT_EQ(stored().at(1).source.zone.name(), "Asia/Kolkata");
  EXPECT_THAT(feeds({"show", "2"}).out, HasSubstr("zone          Asia/Kolkata\n"));
  EXPECT_THAT(feeds({"list", "--json"}).out, HasSubstr(R"("zone":"Asia/Kolkata")"));
  const Ended wrong = with("Kolkata");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, HasSubstr("--zone: \"Kolkata\" is no time zone"));
}

TEST_F(FeedsVerbsTest, AFeedIsLookedAtAndAdded) {
  server_.on("/rss", {.body = kRss});
  const Ended ended = feeds({"add", server_.url("/rss"), "--group", "Quay Media"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Feed 2 is added: Quay News"));
  ASSERT_THAT(stored(), SizeIs(2));
  const feeds::Feed added = stored()[1];
  EXPECT_EQ(added.source.url, server_.url("/rss"));
  EXPECT_EQ(added.source.outlet, "Quay News");
  EXPECT_EQ(added.source.group, "Quay Media");
  EXPECT_EQ(added.source.interval, std::chrono::minutes(7));
  EXPECT_TRUE(added.wanted.by_hand);
  EXPECT_FALSE(added.wanted.by_config);
}

TEST_F(FeedsVerbsTest, APageThatNamesOneFeedStandsForIt) {
  server_.on("/rss", {.body = kRss});
  server_.on("/", {.body = "<html><link rel=alternate type=application/rss+xml href=/rss></html>"});
  const Ended ended = feeds({"add", server_.url("/"), "--outlet", "Mine", "--interval", "1h"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(stored().at(1).source.url, server_.url("/rss"));
  EXPECT_EQ(stored().at(1).source.outlet, "Mine");
  EXPECT_EQ(stored().at(1).source.interval, std::chrono::hours(1));
}

TEST_F(FeedsVerbsTest, APageThatNamesSeveralOffersThem) {
  server_.on("/", {.body = "<html><link rel=alternate type=application/rss+xml href=/w title=World>"
                           "<link rel=alternate type=application/rss+xml href=/s></html>"});
  const Ended ended = feeds({"add", server_.url("/")});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.out, server_.url("/w") + "  World\n" + server_.url("/s") + "\n");
  EXPECT_THAT(stored(), SizeIs(1));
}

TEST_F(FeedsVerbsTest, WhatIsNoFeedIsNotAdded) {
  server_.on("/door", {.status = 401});
  EXPECT_THAT(feeds({"add", server_.url("/door")}).err, HasSubstr("log-in wanted"));
  EXPECT_THAT(feeds({"add", server_.url("/nothing")}).err, HasSubstr("not found"));
  EXPECT_EQ(feeds({"add", server_.url("/nothing")}).status, 1);
  EXPECT_EQ(feeds({"add", "ftp://a.example/"}).status, 2);
  EXPECT_EQ(feeds({"add", server_.url("/"), "--interval", "often"}).status, 2);
  EXPECT_THAT(stored(), SizeIs(1));
  EXPECT_EQ(feeds({"add", server_.url("/nothing"), "--unchecked"}).status, 0);
  EXPECT_THAT(stored(), SizeIs(2));
}

// --- pause, resume, poll, remove

TEST_F(FeedsVerbsTest, PausedAndResumed) {
  EXPECT_EQ(feeds({"resume", "1"}).status, 1) << "it is polled";
  EXPECT_EQ(feeds({"pause", "1"}).status, 0);
  EXPECT_THAT(feeds({"list"}).out, HasSubstr("paused"));
  EXPECT_EQ(feeds({"poll", "1"}).status, 1) << "not while it is paused";
  EXPECT_EQ(feeds({"resume", "1"}).status, 0);
  EXPECT_EQ(stored().at(0).state, feeds::FeedState::kPolled);
}

TEST_F(FeedsVerbsTest, PolledAtOnce) {
  const auto before = storage::open_sqlite_reader(store_)->feeds().at(0).next_poll;
  EXPECT_EQ(feeds({"poll", "1"}).status, 0);
  EXPECT_NE(stored().at(0).next_poll, before);
}

TEST_F(FeedsVerbsTest, TheConfigurationsFeedsAreNotRemovedHere) {
  const Ended ended = feeds({"remove", "1"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("stands in the configuration"));
  feeds({"add", "https://b.example/rss", "--unchecked"});
  EXPECT_EQ(feeds({"remove", "2"}).status, 0);
  EXPECT_THAT(stored(), SizeIs(1));
}

TEST_F(FeedsVerbsTest, AFeedThatIsNotThere) {
  for (const char* verb : {"show", "pause", "resume", "poll", "remove"}) {
    const Ended ended = feeds({verb, "9"});
    EXPECT_EQ(ended.status, 1) << verb;
    EXPECT_THAT(ended.err, HasSubstr("there is no feed 9")) << verb;
  }
}

// --- show

TEST_F(FeedsVerbsTest, ShowSaysWhenItIsPolledNextAndWhy) {
  {
    const auto store = storage::open_sqlite_store(store_);
    storage::PollRecord poll{1, at(10), at(310), 304, "", 0, {}, "Quay"};
    poll.fetch = storage::FetchRecord{};
    poll.fetch->at = at(10);
    poll.fetch->code = "unchanged";
    poll.fetch->status = 304;
    poll.fetch->next_poll = at(310);
    poll.fetch->rule = "freshness";
    poll.fetch->why = "the answer stays fresh for 5m";
    poll.memory = feeds::FeedMemory{};
    poll.memory->move = {"https://b.example/rss?key=s3cret", 2, at(5)};
    store->put_poll(poll);
  }
  const Ended ended = feeds({"show", "1"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("1, in the configuration"),
                               HasSubstr("the answer stays fresh for 5m"),
                               HasSubstr("100 % of the polls"), HasSubstr("unchanged"),
                               HasSubstr("to https://b.example/rss?key=*, seen 2 times")));
  EXPECT_THAT(ended.out, Not(HasSubstr("s3cret")));
  EXPECT_THAT(feeds({"show", "1", "--json"}).out,
              AllOf(HasSubstr("\"why\":\"the answer stays fresh for 5m\""),
                    HasSubstr("\"rule\":\"freshness\"")));
}

// --- import, export

TEST_F(FeedsVerbsTest, AnOpmlDocumentIsImported) {
  const std::string opml = file("feeds.opml",
                                "<opml><body><outline text='News'>"
                                "<outline text='Quay' xmlUrl='https://q.example/rss'/>"
                                "<outline xmlUrl='https://r.example/rss'/></outline>"
                                "<outline text='Known' xmlUrl='https://a.example/rss?key=s3cret'/>"
                                "</body></opml>");
  const Ended ended = feeds({"import", opml});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.out, "2 feeds added, 1 known already.\n");
  ASSERT_THAT(stored(), SizeIs(3));
  EXPECT_EQ(stored()[1].source.outlet, "Quay");
  EXPECT_EQ(stored()[2].source.outlet, "r.example");
  EXPECT_EQ(stored()[0].source.outlet, "Listed");
}

TEST_F(FeedsVerbsTest, WhatIsExportedCanBeImported) {
  feeds({"add", "https://q.example/rss?a=1&b=2", "--unchecked", "--outlet", "Q & <A> \"B\"",
         "--group", "G", "--interval", "90s"});
  const std::string opml = folder_.path("out.opml");
  EXPECT_EQ(feeds({"export", opml}).status, 0);
  const auto before = stored();
  feeds({"remove", "2"});
  EXPECT_EQ(feeds({"import", opml}).status, 0);
  ASSERT_THAT(stored(), SizeIs(2));
  EXPECT_EQ(stored()[1].source, before[1].source);
}

TEST_F(FeedsVerbsTest, BadOpmlIsNamed) {
  EXPECT_EQ(feeds({"import", file("not.opml", "<html></html>")}).status, 2);
  EXPECT_EQ(feeds({"import", folder_.path("absent.opml")}).status, 1);
  const Ended ended = feeds({"import", file("half.opml",
                                            "<opml><body><outline xmlUrl='feed:x'/>"
                                            "<outline xmlUrl='http://q.example/'/>")});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("\"feed:x\" is no http"));
  EXPECT_THAT(ended.out, HasSubstr("1 feed added"));
  EXPECT_EQ(feeds({"export", folder_.path("no/such/folder.opml")}).status, 1);
}

}  // namespace
}  // namespace figured::cli
