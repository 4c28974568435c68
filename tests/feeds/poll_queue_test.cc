#include "feeds/poll_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::chrono::sys_seconds at(int second) {
  return std::chrono::sys_seconds(std::chrono::seconds(second));
}

Feed feed(std::int64_t id, int due, std::chrono::seconds interval = 300s) {
  Feed made;
  made.id = id;
  made.source.url = "http://a.example/" + std::to_string(id);
  made.source.interval = interval;
  made.next_poll = at(due);
  return made;
}

class PollQueueTest : public ::testing::Test {
 protected:
  explicit PollQueueTest(HostLimits limits = {.connections = 10'000,
                                              .per_second = 1'000,
                                              .burst = 1'000})
      : queue_(limits) {}

  // The ids of all that is due at that second, in order.
  std::vector<std::int64_t> take_all(int second) {
    std::vector<std::int64_t> ids;
    while (auto taken = queue_.take_due(at(second))) ids.push_back(taken->id);
    return ids;
  }

  // Whether the queue has something to do within the second before.
  bool due_at(int second) const {
    const auto due = queue_.next_due();
    return due && *due > at(second - 1) && *due <= at(second);
  }
  void put_back(const Feed& feed, int second = 0) { queue_.put_back(feed, at(second)); }

  PollQueue queue_;
};

TEST_F(PollQueueTest, GivesFeedsWhenTheyAreDue) {
  queue_.adopt({feed(1, 30), feed(2, 10), feed(3, 20)});
  EXPECT_TRUE(due_at(10));
  EXPECT_THAT(take_all(9), IsEmpty());
  EXPECT_THAT(take_all(20), ElementsAre(2, 3));
  EXPECT_TRUE(due_at(30));
  EXPECT_EQ(queue_.under_way(), 2u);
}

// Whatever its place within the second.
TEST_F(PollQueueTest, AFeedOfOneSecondIsPolledOnceASecond) {
  for (const std::int64_t id : {1, 2, 3, 7, 100}) {
    PollQueue queue({.connections = 10'000, .per_second = 1'000, .burst = 1'000});
    queue.adopt({feed(id, 100, 1s)});
    int polls = 0;
    for (PollQueue::Time now = at(99); now < at(120); now += 10ms) {
      auto taken = queue.take_due(now);
      if (!taken) continue;
      ++polls;
      taken->last_poll = std::chrono::floor<std::chrono::seconds>(now + 5ms);
      taken->next_poll = *taken->last_poll + 1s;
      queue.put_back(*taken, now + 5ms);
    }
    EXPECT_GE(polls, 19) << id;
    EXPECT_LE(polls, 22) << id;
  }
}

TEST_F(PollQueueTest, AFeedThatIsTakenForAPushIsNotPolledMeanwhile) {
  queue_.adopt({feed(1, 10), feed(2, 10)});
  Feed taken = *queue_.take(1);
  EXPECT_TRUE(queue_.is_under_way(1));
  EXPECT_FALSE(queue_.take(1).has_value());
  EXPECT_FALSE(queue_.take(3).has_value());
  EXPECT_THAT(take_all(20), ElementsAre(2));
  taken.next_poll = at(50);
  put_back(taken, 20);
  EXPECT_THAT(take_all(49), IsEmpty());
  EXPECT_THAT(take_all(50), ElementsAre(1));
}

TEST_F(PollQueueTest, AFeedUnderWayIsNotGivenAgain) {
  queue_.adopt({feed(1, 10)});
  Feed taken = *queue_.take_due(at(10));
  EXPECT_THAT(take_all(1000), IsEmpty());
  EXPECT_EQ(queue_.next_due(), std::nullopt);
  taken.next_poll = at(50);
  put_back(taken);
  EXPECT_THAT(take_all(49), IsEmpty());
  EXPECT_THAT(take_all(50), ElementsAre(1));
}

TEST_F(PollQueueTest, AReloadLosesNoTimesAndNoState) {
  Feed polled = feed(1, 100);
  polled.last_poll = at(60);
  queue_.adopt({polled, feed(2, 200)});
  // The store was asked before it heard of the poll.
  queue_.adopt({feed(1, 0), feed(2, 200), feed(3, 50)});
  EXPECT_THAT(take_all(150), ElementsAre(3, 1));
}

TEST_F(PollQueueTest, AReloadForgetsWhatIsGone) {
  queue_.adopt({feed(1, 10), feed(2, 10)});
  Feed under_way = *queue_.take_due(at(10));
  EXPECT_EQ(under_way.id, 1);
  queue_.adopt({});
  EXPECT_THAT(take_all(1000), IsEmpty());
  put_back(under_way);
  EXPECT_EQ(queue_.waiting(), 0u);
  EXPECT_EQ(queue_.under_way(), 0u);
}

TEST_F(PollQueueTest, AFeedUnderWayStaysSoThroughAReload) {
  queue_.adopt({feed(1, 10)});
  Feed taken = *queue_.take_due(at(10));
  Feed reloaded = feed(1, 0, 60s);
  queue_.adopt({reloaded});
  EXPECT_THAT(take_all(1000), IsEmpty());
  taken.next_poll = at(70);
  put_back(taken);
  const auto again = queue_.take_due(at(70));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->source.interval, 60s);
}

TEST_F(PollQueueTest, AShorterIntervalShortensTheRest) {
  Feed resting = feed(1, 600, 600s);
  resting.last_poll = at(0);
  queue_.adopt({resting});
  queue_.adopt({feed(1, 0, 60s)});
  EXPECT_TRUE(due_at(60));
}

TEST_F(PollQueueTest, ButNotThatOfAFailingFeed) {
  Feed failing = feed(1, 600, 600s);
  failing.last_poll = at(0);
  failing.failures = 2;
  queue_.adopt({failing});
  queue_.adopt({feed(1, 0, 60s)});
  EXPECT_TRUE(due_at(600));
}

TEST_F(PollQueueTest, AnotherAddressLosesTheValidators) {
  Feed known = feed(1, 10);
  known.validators.etag = "\"1\"";
  queue_.adopt({known});
  Feed moved = feed(1, 0);
  moved.source.url = "http://b.example/";
  queue_.adopt({moved});
  const auto taken = queue_.take_due(at(10));
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->validators, Validators{});
  EXPECT_EQ(taken->source.url, "http://b.example/");
}

TEST_F(PollQueueTest, WhatPeopleDidInTheStoreCounts) {
  queue_.adopt({feed(1, 100), feed(2, 50)});
  queue_.adopt({feed(1, 20)});
  EXPECT_THAT(take_all(20), ElementsAre(1)) << "it is to be polled sooner";
  EXPECT_THAT(take_all(1000), IsEmpty()) << "the other one was paused";
}

TEST_F(PollQueueTest, AFeedThatIsGoneIsForgotten) {
  queue_.adopt({feed(1, 10)});
  Feed gone = *queue_.take_due(at(10));
  gone.state = FeedState::kGone;
  put_back(gone);
  EXPECT_EQ(queue_.waiting(), 0u);
  EXPECT_THAT(take_all(1000), IsEmpty());
}

TEST_F(PollQueueTest, FeedsOfOneSecondAreSpreadOverIt) {
  std::deque<Feed> many;
  for (int id = 1; id <= 1'000; ++id) many.push_back(feed(id, 10));
  queue_.adopt(many);
  std::size_t half = 0;
  while (queue_.take_due(at(9) + 500ms)) ++half;
  EXPECT_GT(half, 400u);
  EXPECT_LT(half, 600u);
}

// --- hosts

class PollQueueHostsTest : public PollQueueTest {
 protected:
  PollQueueHostsTest() : PollQueueTest({.connections = 2, .per_second = 1, .burst = 3}) {}
  static Feed elsewhere(std::int64_t id, int due) {
    Feed made = feed(id, due);
    made.source.url = "http://b.example/" + std::to_string(id);
    return made;
  }
};

TEST_F(PollQueueHostsTest, AHostHasNoMorePollsUnderWayThanItMay) {
  queue_.adopt({feed(1, 10), feed(2, 11), feed(3, 12), elsewhere(4, 13)});
  EXPECT_THAT(take_all(20), ElementsAre(1, 2, 4));
  Feed back = feed(1, 500);
  put_back(back, 21);
  EXPECT_THAT(take_all(21), ElementsAre(3));
}

TEST_F(PollQueueHostsTest, NorABegunMoreOftenThanItsRate) {
  queue_.adopt({feed(1, 10), feed(2, 10), feed(3, 10), feed(4, 10), feed(5, 10)});
  std::vector<std::size_t> begun;
  for (int second = 10; second < 14; ++second) {
    const auto ids = take_all(second);
    begun.push_back(ids.size());
    for (const auto id : ids) put_back(feed(id, 1'000), second);
  }
  // Two have room, then the third of the burst, then one a second.
  EXPECT_THAT(begun, ElementsAre(2, 2, 1, 0));
}

TEST_F(PollQueueHostsTest, TwoRefusalsMakeTheHostRest) {
  queue_.adopt({feed(1, 10), feed(2, 10), feed(3, 20), elsewhere(4, 20)});
  EXPECT_THAT(take_all(10), testing::SizeIs(2));
  EXPECT_FALSE(queue_.refuse(1, at(10), at(100)));
  EXPECT_TRUE(queue_.refuse(2, at(10), at(90)));
  put_back(feed(1, 100), 10);
  put_back(feed(2, 90), 10);
  EXPECT_THAT(take_all(99), ElementsAre(4));
  EXPECT_THAT(take_all(110), testing::SizeIs(2));
}

TEST_F(PollQueueHostsTest, WhoWaitsForItsHostOutlivesAReload) {
  queue_.adopt({feed(1, 10), feed(2, 11), feed(3, 12)});
  EXPECT_THAT(take_all(20), ElementsAre(1, 2));
  queue_.adopt({feed(2, 11), feed(3, 12)});
  put_back(feed(1, 500), 21);
  EXPECT_THAT(take_all(30), ElementsAre(3));
}

TEST_F(PollQueueTest, AFeedCanBeHastened) {
  queue_.adopt({feed(1, 100), feed(2, 50)});
  EXPECT_TRUE(queue_.hasten(1));
  EXPECT_THAT(take_all(50), ElementsAre(1, 2));
  EXPECT_FALSE(queue_.hasten(1)) << "under way";
  EXPECT_FALSE(queue_.hasten(7)) << "unknown";
}

}  // namespace
}  // namespace figured::feeds
