// Feeds in the store beyond their settings: what was learned of them, their fetches,
// and what people change by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

class StoreFeedsTest : public testing::Test {
 protected:
  StoreFeedsTest() {
    store_->begin();
    feed_ = store_->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0)).at(0).id;
  }
  ~StoreFeedsTest() override { store_->rollback(); }

  const std::unique_ptr<Store> store_ = open_sqlite_store(":memory:");
  std::int64_t feed_ = 0;
};

TEST_F(StoreFeedsTest, WhatWasLearnedComesBack) {
  feeds::FeedMemory memory;
  memory.address = "https://b.example/rss";
  memory.move = {"https://c.example/rss", 3, at(4)};
  memory.older_page = "https://a.example/2";
  memory.pages = 2;
  memory.hints = {std::chrono::minutes(15), std::chrono::hours(1), 0x00800001, 0x41};
  memory.rhythm = {std::chrono::seconds(77), at(3)};
  memory.conditional = {0xfedcba9876543210, 8, 9, 1};
  PollRecord poll{feed_, at(5), at(305), 200, "", 0, std::nullopt, ""};
  poll.memory = memory;
  store_->put_poll(poll);
  EXPECT_EQ(store_->feeds().at(0).memory, memory);
  poll.memory.reset();
  store_->put_poll(poll);
  EXPECT_EQ(store_->feeds().at(0).memory, memory);
}

FetchRecord fetch_at(std::int64_t second) {
  FetchRecord fetch;
  fetch.at = at(second);
  fetch.code = "timeout";
  fetch.error = "too slow";
  fetch.bytes = 12;
  fetch.late = std::chrono::milliseconds(34);
  fetch.took = std::chrono::milliseconds(56);
  fetch.next_poll = at(second + 300);
  fetch.rule = "backoff";
  fetch.why = "1 failure";
  fetch.notes = {"failing", "repaired: a tag"};
  return fetch;
}

TEST_F(StoreFeedsTest, TheLatestFetchesAreKept) {
  EXPECT_THAT(store_->fetches(feed_, 5), IsEmpty());
  for (std::int64_t i = 0; i < 2 * kFetchesKept + 3; ++i) {
    PollRecord poll{feed_, at(i), at(i + 300), 0, "too slow", 1, std::nullopt, ""};
    poll.fetch = fetch_at(i);
    store_->put_poll(poll);
  }
  EXPECT_THAT(store_->fetches(feed_, 1'000), SizeIs(kFetchesKept));
  const auto newest = store_->fetches(feed_, 2);
  ASSERT_THAT(newest, SizeIs(2));
  EXPECT_EQ(newest[0].at, at(2 * kFetchesKept + 2));
  EXPECT_EQ(newest[1].at, at(2 * kFetchesKept + 1));
  EXPECT_EQ(newest[0].code, "timeout");
  EXPECT_EQ(newest[0].late.count(), 34);
  EXPECT_EQ(newest[0].took.count(), 56);
  EXPECT_EQ(newest[0].rule, "backoff");
  EXPECT_EQ(newest[0].notes, (std::vector<std::string>{"failing", "repaired: a tag"}));
}

// --- feeds by hand

class FeedsByHandTest : public StoreFeedsTest {
 protected:
  std::vector<std::string> polled() const {
    std::vector<std::string> urls;
    for (const feeds::Feed& feed : store_->polled_feeds()) urls.push_back(feed.source.url);
    return urls;
  }
  void list(const std::vector<std::string>& urls) {
    std::vector<feeds::FeedSource> sources;
    for (const std::string& url : urls) sources.push_back(source(url));
    store_->adopt_feeds(sources, at(20));
  }
  static constexpr char kListed[] = "https://a.example/rss";
  static constexpr char kAdded[] = "https://hand.example/rss";
};

TEST_F(FeedsByHandTest, OutliveTheConfiguration) {
  const auto id = store_->add_feed(source(kAdded), at(1));
  EXPECT_THAT(polled(), ElementsAre(kListed, kAdded));
  list({});
  EXPECT_THAT(polled(), ElementsAre(kAdded));
  store_->remove_feed(id);
  EXPECT_THAT(polled(), IsEmpty());
}

TEST_F(FeedsByHandTest, AreGivenTheirZoneAnew) {
  feeds::FeedSource mine = source(kAdded);
  mine.zone = *feeds::TimeZone::find("Asia/Kolkata");
  store_->add_feed(mine, at(1));
  EXPECT_EQ(store_->polled_feeds().at(1).source.zone.name(), "Asia/Kolkata");
  store_->add_feed(source(kAdded), at(2));
  EXPECT_FALSE(store_->polled_feeds().at(1).source.zone.is_set());
}

TEST_F(FeedsByHandTest, TheConfigurationsSettingsGoFirst) {
  feeds::FeedSource mine = source(kListed, 60s);
  mine.outlet = "Mine";
  mine.zone = *feeds::TimeZone::find("Asia/Kolkata");
  EXPECT_EQ(store_->add_feed(mine, at(1)), feed_);
  EXPECT_EQ(store_->feeds().at(0).source, source(kListed));
  list({});
  EXPECT_THAT(polled(), ElementsAre(kListed)) << "it is still wanted by hand";
  store_->add_feed(mine, at(2));
  EXPECT_EQ(store_->feeds().at(0).source, mine);
  list({kListed});
  EXPECT_EQ(store_->feeds().at(0).source, source(kListed));
  store_->remove_feed(feed_);
  EXPECT_THAT(polled(), ElementsAre(kListed)) << "the configuration wants it";
}

TEST_F(FeedsByHandTest, PausedFeedsAreNotPolled) {
  store_->set_feed_state(feed_, feeds::FeedState::kPaused, at(1));
  EXPECT_THAT(polled(), IsEmpty());
  EXPECT_EQ(store_->feeds().at(0).state, feeds::FeedState::kPaused);
  list({kListed});
  EXPECT_THAT(polled(), IsEmpty()) << "a reload does not resume it";
  // A poll that was under way ends.
  store_->put_poll({feed_, at(5), at(305), 500, "broken", 3, std::nullopt, ""});
  EXPECT_THAT(polled(), IsEmpty());
  store_->set_feed_state(feed_, feeds::FeedState::kPolled, at(9));
  EXPECT_THAT(polled(), ElementsAre(kListed));
  EXPECT_EQ(store_->feeds().at(0).next_poll, at(9));
  EXPECT_EQ(store_->feeds().at(0).failures, 0);
}

TEST_F(FeedsByHandTest, EachChangeShowsInTheRoster) {
  std::int64_t seen = store_->roster_version();
  const auto changed = [&] {
    return store_->roster_version() > std::exchange(seen, store_->roster_version());
  };
  const auto id = store_->add_feed(source(kAdded), at(1));
  EXPECT_TRUE(changed());
  store_->set_feed_state(id, feeds::FeedState::kPaused, at(1));
  EXPECT_TRUE(changed());
  store_->hasten_feed(id, at(2));
  EXPECT_TRUE(changed());
  store_->remove_feed(id);
  EXPECT_TRUE(changed());
  store_->put_poll({feed_, at(5), at(305), 200, "", 0, std::nullopt, ""});
  list({kListed});
  EXPECT_FALSE(changed()) << "what the ledger does itself it knows";
}

TEST_F(FeedsByHandTest, AFeedThatIsNotThereIsAnError) {
  EXPECT_THROW(store_->remove_feed(99), StoreError);
  EXPECT_THROW(store_->hasten_feed(99, at(1)), StoreError);
  EXPECT_THROW(store_->set_feed_state(99, feeds::FeedState::kPaused, at(1)), StoreError);
}

// --- migration

TEST(FeedMigrationTest, FeedsOfAnOlderStoreAreThoseOfTheConfiguration) {
  Connection db(":memory:", OpenMode::kReadWrite);
  const auto steps = migrations();
  std::size_t before = 0;
  while (std::string(steps[before].name) != "polling of feeds") ++before;
  migrate(db, steps.first(before));
  db.execute(
      "INSERT INTO feed (url, outlet, owner, interval, next_poll, retired)"
      " VALUES ('https://a.example/', 'A', '', 300, 7, 0), ('https://b.example/', 'B', '', 300, 7, "
      "1)");
  migrate(db, steps.first(before + 1));
  Statement rows = db.statement("SELECT listed, added, state, retired FROM feed ORDER BY id");
  std::vector<std::vector<int>> feeds;
  while (rows.step()) {
    std::vector<int> feed(4);
    rows.read(feed[0], feed[1], feed[2], feed[3]);
    feeds.push_back(feed);
  }
  EXPECT_THAT(feeds, ElementsAre(ElementsAre(1, 0, 0, 0), ElementsAre(0, 0, 0, 1)));
}

TEST(FeedMigrationTest, FeedsOfAStoreWithoutZonesHaveNone) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  const auto steps = migrations();
  std::size_t before = 0;
  while (std::string(steps[before].name) != "zones of feeds") ++before;
  {
    Connection db(path, OpenMode::kReadWrite);
    migrate(db, steps.first(before));
    db.execute(
        "INSERT INTO feed (url, outlet, owner, interval, next_poll, listed)"
        " VALUES ('https://a.example/', 'A', '', 300, 7, 1)");
  }
  const auto feeds = open_sqlite_store(path)->feeds();
  ASSERT_THAT(feeds, SizeIs(1));
  EXPECT_EQ(feeds[0].source.url, "https://a.example/");
  EXPECT_FALSE(feeds[0].source.zone.is_set());
}

TEST_F(StoreFeedsTest, SubscriptionsComeBack) {
  feeds::Subscription subscription;
  subscription.key = "k1";
  subscription.feed_id = feed_;
  subscription.hub = "https://hub.example/";
  subscription.topic = "https://a.example/rss";
  subscription.callback = "https://figures.example/k1";
  subscription.secret = "s";
  subscription.next_step = at(3);
  store_->put_subscription(subscription);
  EXPECT_THAT(store_->subscriptions(), ElementsAre(subscription));
  subscription.callback = "https://figures.example/hubs/k1";
  subscription.state = feeds::SubscriptionState::kActive;
  subscription.next_step = at(80);
  subscription.lease_ends = at(100);
  subscription.failures = 2;
  subscription.error = "slow";
  subscription.pushes = 7;
  subscription.streak = 5;
  subscription.last_push = at(20);
  store_->put_subscription(subscription);
  EXPECT_THAT(store_->subscriptions(), ElementsAre(subscription));
  store_->remove_subscription("k1");
  EXPECT_THAT(store_->subscriptions(), IsEmpty());
}

TEST_F(StoreFeedsTest, APushIsNoWordOfTheFeedsServer) {
  PollRecord poll{feed_, at(5), at(305), 304, "", 0, std::nullopt, ""};
  store_->put_poll(poll);
  poll.at = at(60);
  poll.next_poll = at(900);
  poll.pushed = true;
  store_->put_poll(poll);
  const feeds::Feed feed = store_->feeds().at(0);
  EXPECT_EQ(feed.last_poll, at(5));
  EXPECT_EQ(feed.last_success, at(5));
  EXPECT_EQ(feed.unchanged, 1);
  EXPECT_EQ(feed.polls, 2);
  EXPECT_EQ(feed.next_poll, at(900));
}

}  // namespace
}  // namespace figured::storage
