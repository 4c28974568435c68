#include "feeds/poll_hosts.h"

#include <gtest/gtest.h>

#include "feeds/feed_host.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kHost = 1;
constexpr std::uint64_t kOther = 3;

PollHosts::Time at(std::chrono::milliseconds time) {
  return PollHosts::Time(1'770'000'000s + time);
}

TEST(PollHosts, ABurstThenTheRate) {
  PollHosts hosts({.connections = 9, .per_second = 2, .burst = 3});
  EXPECT_EQ(hosts.reserve(kHost, at(0s)), at(0s));
  EXPECT_EQ(hosts.reserve(kHost, at(0s)), at(0s));
  EXPECT_EQ(hosts.reserve(kHost, at(0s)), at(0s));
  EXPECT_EQ(hosts.reserve(kHost, at(0s)), at(500ms));
  EXPECT_EQ(hosts.reserve(kHost, at(0s)), at(1s));
  EXPECT_EQ(hosts.reserve(kOther, at(0s)), at(0s)) << "each host for itself";
  EXPECT_EQ(hosts.reserve(kHost, at(9s)), at(9s)) << "the burst has come back";
}

TEST(PollHosts, RoomForSoManyAtATime) {
  PollHosts hosts({.connections = 2, .per_second = 100, .burst = 100});
  EXPECT_TRUE(hosts.has_room(kHost));
  hosts.begin(kHost);
  hosts.begin(kHost);
  EXPECT_FALSE(hosts.has_room(kHost));
  EXPECT_TRUE(hosts.has_room(kOther));
  hosts.end(kHost, at(0s));
  EXPECT_TRUE(hosts.has_room(kHost));
}

TEST(PollHosts, OneFeedsRefusalIsThatFeeds) {
  PollHosts hosts;
  EXPECT_FALSE(hosts.refuse(kHost, 7, at(0s), at(60s)));
  EXPECT_FALSE(hosts.refuse(kHost, 7, at(1s), at(90s))) << "the same feed again";
  EXPECT_EQ(hosts.reserve(kHost, at(2s)), at(2s));
}

TEST(PollHosts, TwoFeedsRefusalsAreTheHosts) {
  PollHosts hosts({.connections = 2, .per_second = 1, .burst = 1});
  hosts.refuse(kHost, 7, at(0s), at(60s));
  EXPECT_TRUE(hosts.refuse(kHost, 8, at(1s), at(30s)));
  EXPECT_EQ(hosts.rests_until(kHost), at(60s));
  EXPECT_EQ(hosts.reserve(kHost, at(2s)), at(60s));
  EXPECT_EQ(hosts.reserve(kHost, at(2s)), at(61s)) << "and then not all at once";
  EXPECT_EQ(hosts.reserve(kOther, at(2s)), at(2s));
}

TEST(PollHosts, ARefusalThatIsOverIsNoEvidence) {
  PollHosts hosts;
  hosts.refuse(kHost, 7, at(0s), at(60s));
  EXPECT_FALSE(hosts.refuse(kHost, 8, at(60s), at(90s)));
}

TEST(PollHosts, ForgetsHostsOfWhichNothingIsToBeKnown) {
  PollHosts hosts;
  for (std::uint64_t host = 0; host < 100; ++host) {
    hosts.reserve(host, at(0s));
    hosts.begin(host);
    hosts.end(host, at(0s));
  }
  EXPECT_EQ(hosts.known(), 0u);
  hosts.begin(kHost);
  hosts.refuse(kHost, 7, at(0s), at(60s));
  hosts.end(kHost, at(1s));
  EXPECT_EQ(hosts.known(), 1u);
}

struct HostCase {
  std::string url;
  std::string host;
};

class FeedHostTest : public testing::TestWithParam<HostCase> {};

TEST_P(FeedHostTest, IsWhatIsAsked) { EXPECT_EQ(feed_host(GetParam().url), GetParam().host); }

INSTANTIATE_TEST_SUITE_P(
    Cases, FeedHostTest,
    testing::Values(HostCase{"https://News.Example.org/rss", "news.example.org"},
                    HostCase{"https://a.example:443/rss", "a.example"},
                    HostCase{"http://a.example:80", "a.example"},
                    HostCase{"http://a.example:443/", "a.example:443"},
                    HostCase{"https://me:p%40ss@a.example/?x=@b", "a.example"},
                    HostCase{"http://[fd00::1]:8080/x", "[fd00::1]:8080"}, HostCase{"check:", ""}));

}  // namespace
}  // namespace figured::feeds
