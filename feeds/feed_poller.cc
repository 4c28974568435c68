#include "feeds/feed_poller.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <cassert>
#include <vector>

#include "feeds/server_wish.h"

namespace figured::feeds {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

// Without a buffer: a feed leaves the queue's hands only for a free lane.
struct FeedPoller::Jobs {
  explicit Jobs(const asio::any_io_executor& executor) : channel(executor, 0) {}

  asio::awaitable<void> put(Feed feed) {
    error_code error;
    co_await channel.async_send(error_code(), std::move(feed),
                                asio::redirect_error(asio::use_awaitable, error));
    throw_if(error);
  }

  asio::awaitable<Feed> take() {
    error_code error;
    Feed feed = co_await channel.async_receive(asio::redirect_error(asio::use_awaitable, error));
    throw_if(error);
    co_return feed;
  }

  // A channel says "cancelled" in words of its own; nobody else knows them.
  static void throw_if(error_code error) {
    if (error) throw boost::system::system_error(asio::error::operation_aborted);
  }

  asio::experimental::channel<void(error_code, Feed)> channel;
};

FeedPoller::FeedPoller(asio::any_io_executor executor, net::HttpClient& client, Deliver deliver,
                       std::size_t lanes, PollOptions options, Now now, HostLimits hosts)
    : client_(client),
      deliver_(std::move(deliver)),
      lanes_(lanes),
      options_(options),
      now_(std::move(now)),
      queue_(hosts),
      due_(executor),
      returned_(executor) {
  assert(lanes > 0);
}

std::chrono::sys_seconds FeedPoller::read_clock() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

PollQueue::Time FeedPoller::read_fine_clock() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

asio::awaitable<void> FeedPoller::run() {
  struct Running {
    FeedPoller& poller;
    ~Running() {
      poller.running_ = false;
      poller.returned_.cancel();
    }
  } const running{*this};
  running_ = true;
  const auto executor = co_await asio::this_coro::executor;
  Jobs jobs(executor);
  using Task = decltype(asio::co_spawn(executor, dispatch(jobs), asio::deferred));
  std::vector<Task> tasks;
  tasks.push_back(asio::co_spawn(executor, dispatch(jobs), asio::deferred));
  for (std::size_t i = 0; i < lanes_; ++i)
    tasks.push_back(asio::co_spawn(executor, lane(jobs), asio::deferred));
  auto group = asio::experimental::make_parallel_group(std::move(tasks));
  // None ends but by an exception or by our own cancellation.
  const auto [order, failures] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  std::rethrow_exception(failures[order[0]]);
}

void FeedPoller::adopt(std::deque<Feed> feeds) {
  queue_.adopt(std::move(feeds));
  wake();
}

bool FeedPoller::poll_now(std::int64_t feed_id) {
  const bool hastened = queue_.hasten(feed_id);
  wake();
  return hastened;
}

asio::awaitable<std::optional<Feed>> FeedPoller::borrow(std::int64_t feed_id) {
  while (running_ && queue_.is_under_way(feed_id)) {
    returned_.expires_at(std::chrono::steady_clock::time_point::max());
    co_await returned_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_return running_ ? queue_.take(feed_id) : std::nullopt;
}

void FeedPoller::give_back(Feed feed) {
  queue_.put_back(std::move(feed), now_());
  returned_.cancel();
  wake();
}

void FeedPoller::wake() { due_.cancel(); }

asio::awaitable<void> FeedPoller::dispatch(Jobs& jobs) {
  // The timer is steady and the clock may jump, so it is looked at now and then.
  constexpr milliseconds kLongestNap{30'000};
  for (;;) {
    if (auto feed = queue_.take_due(now_())) {
      co_await jobs.put(*std::move(feed));
      continue;
    }
    const auto next = queue_.next_due();
    due_.expires_after(next ? std::min<milliseconds>(*next - now_(), kLongestNap) : kLongestNap);
    // wake() ends the wait with an error that means nothing; a cancellation of
    // the whole is thrown by the next await.
    co_await due_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

asio::awaitable<void> FeedPoller::lane(Jobs& jobs) {
  for (;;) {
    Feed feed = co_await jobs.take();
    co_await poll(std::move(feed));
  }
}

// One feed's Retry-After is that feed's; what it says of its host the queue decides.
void FeedPoller::note_refusal(const Feed& feed, const net::HttpResult& answer) {
  if (!answer || (answer->status != 429 && answer->status != 503)) return;
  const auto now = now_();
  const auto wait =
      asked_wait(answer->header("Retry-After"), std::chrono::floor<std::chrono::seconds>(now));
  if (wait > std::chrono::seconds(0)) queue_.refuse(feed.id, now, now + wait);
}

asio::awaitable<void> FeedPoller::poll(Feed feed) {
  const auto due = PollQueue::due_time(feed);
  const auto begin = now_();
  // One that was hastened has no time of its own.
  const auto late = due.time_since_epoch() > milliseconds(0) ? begin - due : milliseconds(0);
  net::HttpResult answer = co_await client_.send(poll_request(feed, options_));
  note_refusal(feed, answer);
  const auto end = now_();
  Fetch fetch{std::move(feed), std::move(answer), std::chrono::floor<std::chrono::seconds>(end),
              late, end - begin};
  Feed next = co_await deliver_(std::move(fetch));
  give_back(std::move(next));
}

}  // namespace figured::feeds
