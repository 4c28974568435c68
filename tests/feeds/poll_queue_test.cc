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
  // The ids of all that is due at that second, in order.
  std::vector<std::int64_t> take_all(int second) {
    std::vector<std::int64_t> ids;
    while (auto taken = queue_.take_due(at(second))) ids.push_back(taken->id);
    return ids;
  }

  PollQueue queue_;
};

TEST_F(PollQueueTest, GivesFeedsWhenTheyAreDue) {
  queue_.adopt({feed(1, 30), feed(2, 10), feed(3, 20)});
  EXPECT_EQ(queue_.next_due(), at(10));
  EXPECT_THAT(take_all(9), IsEmpty());
  EXPECT_THAT(take_all(20), ElementsAre(2, 3));
  EXPECT_EQ(queue_.next_due(), at(30));
  EXPECT_EQ(queue_.under_way(), 2u);
}

TEST_F(PollQueueTest, AFeedUnderWayIsNotGivenAgain) {
  queue_.adopt({feed(1, 10)});
  Feed taken = *queue_.take_due(at(10));
  EXPECT_THAT(take_all(1000), IsEmpty());
  EXPECT_EQ(queue_.next_due(), std::nullopt);
  taken.next_poll = at(50);
  queue_.put_back(taken);
  EXPECT_THAT(take_all(49), IsEmpty());
  EXPECT_THAT(take_all(50), ElementsAre(1));
}

TEST_F(PollQueueTest, AReloadLosesNoTimesAndNoState) {
  queue_.adopt({feed(1, 100), feed(2, 200)});
  queue_.adopt({feed(1, 0), feed(2, 0), feed(3, 50)});
  EXPECT_THAT(take_all(150), ElementsAre(3, 1));
}

TEST_F(PollQueueTest, AReloadForgetsWhatIsGone) {
  queue_.adopt({feed(1, 10), feed(2, 10)});
  Feed under_way = *queue_.take_due(at(10));
  EXPECT_EQ(under_way.id, 1);
  queue_.adopt({});
  EXPECT_THAT(take_all(1000), IsEmpty());
  queue_.put_back(under_way);
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
  queue_.put_back(taken);
  const auto again = queue_.take_due(at(70));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->source.interval, 60s);
}

TEST_F(PollQueueTest, AShorterIntervalShortensTheRest) {
  Feed resting = feed(1, 600, 600s);
  resting.last_poll = at(0);
  queue_.adopt({resting});
  queue_.adopt({feed(1, 0, 60s)});
  EXPECT_EQ(queue_.next_due(), at(60));
}

TEST_F(PollQueueTest, ButNotThatOfAFailingFeed) {
  Feed failing = feed(1, 600, 600s);
  failing.last_poll = at(0);
  failing.failures = 2;
  queue_.adopt({failing});
  queue_.adopt({feed(1, 0, 60s)});
  EXPECT_EQ(queue_.next_due(), at(600));
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

TEST_F(PollQueueTest, AFeedCanBeHastened) {
  queue_.adopt({feed(1, 100), feed(2, 50)});
  EXPECT_TRUE(queue_.hasten(1));
  EXPECT_THAT(take_all(50), ElementsAre(1, 2));
  EXPECT_FALSE(queue_.hasten(1)) << "under way";
  EXPECT_FALSE(queue_.hasten(7)) << "unknown";
}

}  // namespace
}  // namespace figured::feeds
