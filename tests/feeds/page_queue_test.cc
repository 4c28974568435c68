#include "feeds/page/page_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

PageQueue::Time at(std::chrono::milliseconds since) {
  return PageQueue::Time(std::chrono::seconds(1'790'000'000)) + since;
}

// Pages are wanted, taken and given back at times that the test says.
class PageQueueTest : public testing::Test {
 protected:
  void want(const std::string& url, std::chrono::seconds patience = 60s) {
    queue_.add(
        {{++articles_, 1, url, std::chrono::floor<std::chrono::seconds>(at(patience))}, url});
  }
  // The URL, with "late" where it is to be given up; "" = none.
  std::string take(std::chrono::milliseconds now) {
    auto job = queue_.take(at(now));
    if (!job) return {};
    taken_.push_back(*job);
    return job->url + (job->expired ? " late" : "");
  }
  // Gives back what was taken last.
  void release(std::chrono::milliseconds now, std::chrono::milliseconds rest = 0ms) {
    queue_.release(taken_.back(), at(now), rest);
  }

  PageQueue queue_{2s};
  std::vector<PageJob> taken_;
  std::int64_t articles_ = 0;
};

TEST_F(PageQueueTest, PagesOfAHostComeOneAtATimeInTheirOrderAndApart) {
  want("https://a.example/1");
  want("https://a.example/2");
  EXPECT_EQ(take(0ms), "https://a.example/1");
  EXPECT_EQ(take(10s), "");
  EXPECT_EQ(queue_.next_due(), std::nullopt);
  release(10s);
  EXPECT_EQ(take(11'999ms), "");
  EXPECT_EQ(queue_.next_due(), at(12s));
  EXPECT_EQ(take(12s), "https://a.example/2");
  EXPECT_EQ(queue_.waiting(), 0U);
}

TEST_F(PageQueueTest, HostsDoNotWaitForEachOther) {
  want("https://a.example/1");
  want("https://A.example:443/2");
  want("https://b.example/1");
  EXPECT_THAT((std::vector{take(0ms), take(0ms), take(0ms)}),
              testing::UnorderedElementsAre("https://a.example/1", "https://A.example:443/2",
                                            "https://b.example/1"));
}

TEST_F(PageQueueTest, AHostThatAsksForRestGetsIt) {
  want("https://a.example/1");
  want("https://a.example/2");
  take(0ms);
  release(1s, 20s);
  EXPECT_EQ(take(20s), "");
  EXPECT_EQ(take(21s), "https://a.example/2");
}

TEST_F(PageQueueTest, WhatIsTriedAgainComesFirstAfterItsRest) {
  want("https://a.example/1");
  want("https://a.example/2");
  take(0ms);
  queue_.retry(taken_.back(), at(1s), 30s);
  EXPECT_EQ(take(30s), "");
  EXPECT_EQ(take(31s), "https://a.example/1");
}

TEST_F(PageQueueTest, AtItsDeadlineAPageIsGivenUpWhateverItsHostDoes) {
  want("https://a.example/1", 5s);
  want("https://a.example/2", 60s);
  want("https://a.example/3", 60s);
  EXPECT_EQ(take(0ms), "https://a.example/1");
  release(0ms, 3600s);
  EXPECT_EQ(take(59s), "");
  EXPECT_EQ(take(60s), "https://a.example/2 late");
  release(60s);  // kept no host busy
  EXPECT_EQ(take(60s), "https://a.example/3 late");
  EXPECT_EQ(take(60s), "");
}

TEST(HostOf, IsTheNameAndThePort) {
  EXPECT_EQ(host_of("https://user:pass@A.example:8080/x?y#z"), "a.example:8080");
  EXPECT_EQ(host_of("https://a.example"), "a.example");
}

}  // namespace
}  // namespace figured::feeds
