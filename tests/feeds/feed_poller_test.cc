#include "feeds/feed_poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/system/system_error.hpp>

#include "tests/support/fake_http_client.h"

namespace figured::feeds {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::FakeHttpClient;
using tests::header_of;
using tests::ok;

// Reads like a story: feeds are due, answers come, deliveries are recorded.  The
// clock stands still unless it is put forward.
class FeedPollerTest : public ::testing::Test {
 protected:
  explicit FeedPollerTest(std::size_t lanes = 2)
      : poller_(
            context_.get_executor(), client_,
            [this](Fetch fetch) { return deliver(std::move(fetch)); }, lanes, {},
            [this] { return now_; }) {}

  ~FeedPollerTest() override {
    if (!ended_) stop();
  }

  static Feed feed(std::int64_t id, std::chrono::sys_seconds due) {
    Feed made;
    made.id = id;
    made.source.url = url(id);
    made.next_poll = due;
    return made;
  }

  static std::string url(std::int64_t id) { return "http://a.example/" + std::to_string(id); }

  void start(std::deque<Feed> feeds) {
    for (const Feed& each : feeds) client_.answer(each.source.url, ok("<rss/>"));
    poller_.adopt(std::move(feeds));
    asio::co_spawn(context_, poller_.run(),
                   asio::bind_cancellation_slot(stop_.slot(), [this](std::exception_ptr failure) {
                     failure_ = failure;
                     ended_ = true;
                   }));
    settle();
  }

  // Runs whatever can run without time passing.
  void settle() {
    context_.restart();
    while (context_.poll() > 0) continue;
  }

  void forward(std::chrono::seconds by) {
    now_ += by;
    poller_.wake();
    settle();
  }

  void stop() {
    stop_.emit(asio::cancellation_type::terminal);
    settle();
  }

  std::string end() const {
    if (!ended_) return "runs";
    try {
      std::rethrow_exception(failure_);
    } catch (const boost::system::system_error& error) {
      return error.code() == asio::error::operation_aborted ? "cancelled" : error.what();
    } catch (const std::exception& error) {
      return error.what();
    }
  }

  asio::awaitable<Feed> deliver(Fetch fetch) {
    delivered_.push_back(fetch.feed.id);
    fetches_.push_back(fetch);
    if (break_) throw std::runtime_error("disk full");
    Feed next = fetch.feed;
    next.next_poll = now_ + next.source.interval;
    next.validators.etag = "\"" + std::to_string(delivered_.size()) + "\"";
    co_return next;
  }

  asio::io_context context_;
  FakeHttpClient client_;
  std::chrono::sys_seconds now_{std::chrono::seconds(1'770'000'000)};
  std::vector<std::int64_t> delivered_;
  std::vector<Fetch> fetches_;
  bool break_ = false;
  FeedPoller poller_;
  asio::cancellation_signal stop_;
  std::exception_ptr failure_;
  bool ended_ = false;
};

TEST_F(FeedPollerTest, PollsWhatIsDue) {
  start({feed(1, now_), feed(2, now_ + 60s)});
  EXPECT_THAT(delivered_, ElementsAre(1));
  forward(60s);
  EXPECT_THAT(delivered_, ElementsAre(1, 2));
  EXPECT_EQ(end(), "runs");
}

TEST_F(FeedPollerTest, PollsAgainWhenTheRestIsOver) {
  start({feed(1, now_)});
  forward(299s);
  EXPECT_THAT(delivered_, SizeIs(1));
  forward(1s);
  EXPECT_THAT(delivered_, SizeIs(2));
}

TEST_F(FeedPollerTest, TheNextPollCarriesTheNewState) {
  start({feed(1, now_)});
  forward(300s);
  ASSERT_THAT(client_.requests(), SizeIs(2));
  EXPECT_EQ(header_of(client_.requests()[0], "If-None-Match"), "");
  EXPECT_EQ(header_of(client_.requests()[1], "If-None-Match"), "\"1\"");
}

TEST_F(FeedPollerTest, NoMorePollsAtATimeThanLanes) {
  for (std::int64_t id = 1; id <= 5; ++id) client_.hold(url(id));
  start({feed(1, now_), feed(2, now_), feed(3, now_), feed(4, now_), feed(5, now_)});
  EXPECT_EQ(client_.in_flight(), 2u);
  client_.release(url(1));
  settle();
  EXPECT_THAT(delivered_, ElementsAre(1));
  EXPECT_EQ(client_.in_flight(), 2u);
  for (std::int64_t id = 2; id <= 5; ++id) client_.release(url(id));
  settle();
  EXPECT_THAT(delivered_, SizeIs(5));
  EXPECT_EQ(client_.most_in_flight(), 2u);
}

TEST_F(FeedPollerTest, ASlowFeedHoldsUpNoOther) {
  client_.hold(url(1));
  start({feed(1, now_), feed(2, now_), feed(3, now_)});
  EXPECT_THAT(delivered_, ::testing::UnorderedElementsAre(2, 3));
}

TEST_F(FeedPollerTest, AFailedPollIsDeliveredToo) {
  client_.answer(url(1), net::HttpError{net::HttpErrorKind::kTimeout, "timed out"});
  start({feed(1, now_)});
  EXPECT_THAT(delivered_, ElementsAre(1));
  EXPECT_EQ(end(), "runs");
}

TEST_F(FeedPollerTest, TwoFeedsThatAreRefusedMakeTheHostRest) {
  for (std::int64_t id = 1; id <= 2; ++id)
    client_.answer(url(id), tests::status(429, {{"Retry-After", "600"}}));
  start({feed(1, now_), feed(2, now_), feed(3, now_ + 60s)});
  forward(60s);
  EXPECT_THAT(delivered_, SizeIs(2)) << "3 waits with its host";
  forward(540s);
  EXPECT_THAT(delivered_, ::testing::Contains(3));
}

TEST_F(FeedPollerTest, TellsHowLateAndHowLongAPollWas) {
  client_.hold(url(1));
  start({feed(1, now_ - 30s)});
  now_ += 2s;
  client_.release(url(1));
  settle();
  ASSERT_THAT(fetches_, SizeIs(1));
  EXPECT_GE(fetches_[0].lateness, 30s);
  EXPECT_LT(fetches_[0].lateness, 31s);
  EXPECT_EQ(fetches_[0].took, 2s);
}

TEST_F(FeedPollerTest, AFeedCanBePolledAtOnce) {
  start({feed(1, now_ + 1h)});
  EXPECT_THAT(delivered_, IsEmpty());
  EXPECT_TRUE(poller_.poll_now(1));
  settle();
  EXPECT_THAT(delivered_, ElementsAre(1));
  EXPECT_FALSE(poller_.poll_now(2));
}

TEST_F(FeedPollerTest, AReloadTakesEffectAtOnce) {
  start({feed(1, now_ + 1h)});
  client_.answer(url(2), ok("<rss/>"));
  poller_.adopt({feed(2, now_)});
  settle();
  EXPECT_THAT(delivered_, ElementsAre(2));
  forward(2h);
  EXPECT_THAT(delivered_, ElementsAre(2, 2)) << "1 is gone";
}

TEST_F(FeedPollerTest, CancellationUnwindsTransfersInProgress) {
  for (std::int64_t id = 1; id <= 3; ++id) client_.hold(url(id));
  start({feed(1, now_), feed(2, now_), feed(3, now_)});
  EXPECT_EQ(client_.in_flight(), 2u);
  stop();
  EXPECT_EQ(end(), "cancelled");
  EXPECT_EQ(client_.in_flight(), 0u);
  EXPECT_THAT(delivered_, IsEmpty());
}

TEST_F(FeedPollerTest, CancellationEndsTheWaitForTheNextPoll) {
  start({});
  EXPECT_EQ(end(), "runs");
  stop();
  EXPECT_EQ(end(), "cancelled");
}

TEST_F(FeedPollerTest, AnExceptionOfDeliverEndsIt) {
  client_.hold(url(2));
  break_ = true;
  start({feed(1, now_), feed(2, now_)});
  EXPECT_EQ(end(), "disk full");
  EXPECT_EQ(client_.in_flight(), 0u) << "the other transfer was cancelled";
}

}  // namespace
}  // namespace figured::feeds
