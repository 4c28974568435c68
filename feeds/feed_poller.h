// FeedPoller polls the feeds when they are due.
//
// One dispatcher waits for the feed that is due first and hands it to a free
// lane; a lane fetches it and waits until what came has been delivered.  There
// are as many lanes as polls may be in flight, so when delivering is slow, polls
// are put off and nothing piles up.
//
// It does not read what it fetches: `deliver` does, and knows where it goes.
// All of it runs on one executor.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

#include "feeds/feed_reader.h"
#include "feeds/poll_queue.h"
#include "feeds/poll_request.h"
#include "net/http_client.h"

namespace figured::feeds {

class FeedPoller {
 public:
  // Ends when what was fetched is stored, and gives the feed's new state.
  using Deliver = std::function<boost::asio::awaitable<Feed>(Fetch)>;
  using Now = std::function<PollQueue::Time()>;

  // Requires lanes > 0, and that the client outlives the poller.
  FeedPoller(boost::asio::any_io_executor executor, net::HttpClient& client, Deliver deliver,
             std::size_t lanes, PollOptions options = {}, Now now = read_fine_clock,
             HostLimits hosts = {});

  // Has no end of its own.  When cancelled, every transfer and every delivery
  // in progress is cancelled and unwinds before it ends.  An exception of
  // `deliver` ends it likewise and is thrown on.
  boost::asio::awaitable<void> run();

  // Makes these the feeds that are polled; see PollQueue::adopt.
  void adopt(std::deque<Feed> feeds);

  // Polls the feed at once.  False where it is being polled or is not known.
  bool poll_now(std::int64_t feed_id);

  // Takes the feed out of the queue, once no poll of it is under way, so that what was
  // pushed of it can be taken in; give_back() returns it.  Empty where it is not polled,
  // or the poller has ended.
  boost::asio::awaitable<std::optional<Feed>> borrow(std::int64_t feed_id);
  void give_back(Feed feed);

  // Looks anew at which feeds are due: after a jump of the clock.
  void wake();

  const PollQueue& queue() const { return queue_; }

  static std::chrono::sys_seconds read_clock();
  static PollQueue::Time read_fine_clock();

 private:
  struct Jobs;  // the channel to the lanes
  boost::asio::awaitable<void> dispatch(Jobs& jobs);
  boost::asio::awaitable<void> lane(Jobs& jobs);
  boost::asio::awaitable<void> poll(Feed feed);
  void note_refusal(const Feed& feed, const net::HttpResult& answer);

  net::HttpClient& client_;
  const Deliver deliver_;
  const std::size_t lanes_;
  const PollOptions options_;
  const Now now_;
  PollQueue queue_;
  boost::asio::steady_timer due_;
  bool running_ = false;
  boost::asio::steady_timer returned_;  // rings when a feed is put back, or all ends
};

}  // namespace figured::feeds
