#include "feeds/websub/subscriber.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cassert>
#include <utility>

#include "feeds/websub/push_signature.h"

namespace figured::feeds {

namespace asio = boost::asio;
using std::chrono::seconds;

namespace {

// The clock may be set, so it is looked at now and then.
constexpr seconds kLongestNap{30};
constexpr char kRetryAfter[] = "30";

net::ServerResponse plain(int status, std::string body = {}) {
  return {status, {{"Content-Type", "text/plain"}, {"Cache-Control", "no-store"}}, std::move(body)};
}

net::ServerResponse come_again() {
  net::ServerResponse response = plain(503);
  response.headers.push_back({"Retry-After", kRetryAfter});
  return response;
}

std::string query_of(const net::ServerRequest& request) {
  const auto mark = request.target.find('?');
  return mark == std::string::npos ? std::string() : request.target.substr(mark + 1);
}

// The last piece of the path: a proxy may take away what stands before it.
std::string key_of(const net::ServerRequest& request) {
  const std::string_view path = request.path();
  return std::string(path.substr(path.rfind('/') + 1));
}

// As if the topic itself had answered.
net::HttpResponse pushed_answer(net::ServerRequest request, const std::string& topic) {
  net::HttpResponse answer;
  answer.status = 200;
  answer.url = topic;
  answer.headers = std::move(request.headers);
  answer.body = std::move(request.body);
  return answer;
}

}  // namespace

Subscriber::Subscriber(asio::any_io_executor executor, net::HttpClient& client,
                       SubscriberOptions options, Parts parts)
    : executor_(std::move(executor)),
      client_(client),
      options_(std::move(options)),
      parts_(std::move(parts)) {
  assert(options_.lanes > 0 && !options_.callback.empty());
}

Subscription* Subscriber::find(const std::string& key) {
  const auto found = subscriptions_.find(key);
  return found == subscriptions_.end() ? nullptr : &found->second;
}

void Subscriber::adopt(std::vector<Subscription> stored) {
  for (Subscription& subscription : stored) {
    const std::string callback = options_.callback + "/" + subscription.key;
    if (subscription.callback != callback) {
      subscription.callback = callback;
      subscription.lease_ends.reset();
      subscription.streak = 0;
      subscription.failures = 0;
      subscription.next_step = parts_.now();
    }
    if (subscription.state != SubscriptionState::kEnding)
      current_[subscription.feed_id] = subscription.key;
    subscriptions_[subscription.key] = std::move(subscription);
  }
}

void Subscriber::keep(const std::unordered_set<std::int64_t>& feeds) {
  std::vector<std::int64_t> unwanted;
  for (const auto& [feed, key] : current_)
    if (!feeds.contains(feed)) unwanted.push_back(feed);
  for (const std::int64_t feed : unwanted) end_current(feed);
}

void Subscriber::end_current(std::int64_t feed_id) {
  const auto current = current_.extract(feed_id);
  if (!current) return;
  end(subscriptions_.at(current.mapped()), parts_.now());
  ring();
}

void Subscriber::subscribe(std::int64_t feed_id, const HubLink& link) {
  Subscription subscription;
  subscription.key = parts_.random_word();
  subscription.feed_id = feed_id;
  subscription.hub = link.hub;
  subscription.topic = link.topic;
  subscription.callback = options_.callback + "/" + subscription.key;
  subscription.secret = parts_.random_word();
  subscription.next_step = parts_.now();
  current_[feed_id] = subscription.key;
  subscriptions_[subscription.key] = std::move(subscription);
  ring();
}

void Subscriber::note_hub(std::int64_t feed_id, const HubLink& link) {
  const auto current = current_.find(feed_id);
  if (current != current_.end()) {
    const Subscription& known = subscriptions_.at(current->second);
    if (known.hub == link.hub && known.topic == link.topic) return;
    end_current(feed_id);
  }
  if (!link.hub.empty()) subscribe(feed_id, link);
}

asio::awaitable<void> Subscriber::note_miss(std::int64_t feed_id) {
  const auto current = current_.find(feed_id);
  if (current == current_.end()) co_return;
  Subscription& subscription = subscriptions_.at(current->second);
  if (take_miss(subscription)) co_await parts_.save(subscription);
}

PushStanding Subscriber::standing(std::int64_t feed_id) const {
  const auto current = current_.find(feed_id);
  return current == current_.end() ? PushStanding{}
                                   : standing_of(subscriptions_.at(current->second));
}

asio::awaitable<void> Subscriber::run() {
  using Task = decltype(asio::co_spawn(executor_, lane(), asio::deferred));
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < options_.lanes; ++i)
    tasks.push_back(asio::co_spawn(executor_, lane(), asio::deferred));
  auto group = asio::experimental::make_parallel_group(std::move(tasks));
  // None ends but by an exception or by our own cancellation.
  const auto [order, failures] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  std::rethrow_exception(failures[order[0]]);
}

void Subscriber::ring() {
  for (asio::steady_timer* lane : idle_) lane->cancel();
}

asio::awaitable<void> Subscriber::lane() {
  for (;;) {
    Due due = co_await next_due();
    if (due.is_over)
      co_await forget(std::move(due.subscription.key));
    else
      co_await ask(std::move(due.subscription));
  }
}

asio::awaitable<Subscriber::Due> Subscriber::next_due() {
  struct Idle {
    std::set<asio::steady_timer*>& all;
    asio::steady_timer timer;
    ~Idle() { all.erase(&timer); }
  } idle{idle_, asio::steady_timer(executor_)};
  for (;;) {
    const auto now = parts_.now();
    const auto first = std::ranges::min_element(
        subscriptions_, {}, [](const auto& entry) { return entry.second.next_step; });
    const bool none = first == subscriptions_.end();
    if (!none && first->second.next_step <= now) {
      const bool over = is_over(first->second);
      begin_asking(first->second, now);
      co_return Due{first->second, over};
    }
    idle.timer.expires_after(none ? kLongestNap
                                  : std::min<seconds>(first->second.next_step - now, kLongestNap));
    idle_.insert(&idle.timer);
    // An error means that something changed; a cancellation of the whole is thrown
    // by the next await.
    co_await idle.timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

asio::awaitable<void> Subscriber::ask(Subscription subscription) {
  co_await parts_.save(subscription);
  const net::HttpResult answer = co_await client_.send(hub_request(subscription, options_.lease));
  Subscription* known = find(subscription.key);
  if (!known) co_return;  // the hub has called meanwhile, and it is over
  const std::string refusal = refusal_of(answer);
  end_asking(*known, refusal, parts_.now());
  co_await parts_.save(*known);
  known = find(subscription.key);
  if (known && !refusal.empty()) parts_.tell(*known);
}

asio::awaitable<void> Subscriber::forget(std::string key) {
  subscriptions_.erase(key);
  co_await parts_.forget(std::move(key));
}

asio::awaitable<net::ServerResponse> Subscriber::answer(net::ServerRequest request) {
  std::string key = key_of(request);
  if (!find(key)) co_return plain(404);
  if (request.method == "POST") co_return co_await answer_push(std::move(request), std::move(key));
  if (request.method == "GET") co_return co_await answer_call(request, std::move(key));
  net::ServerResponse refused = plain(405);
  refused.headers.push_back({"Allow", "GET, POST"});
  co_return refused;
}

// The hub hears of it once it is saved, so that a crash does not part us.
asio::awaitable<net::ServerResponse> Subscriber::answer_call(const net::ServerRequest& request,
                                                             std::string key) {
  const HubCall call = parse_hub_call(query_of(request));
  Subscription& subscription = *find(key);
  const HubCallAnswer answer = take_call(subscription, call, options_.lease, parts_.now());
  if (answer == HubCallAnswer::kNoSuch) co_return plain(404);
  if (answer == HubCallAnswer::kForget) {
    co_await forget(std::move(key));
  } else {
    parts_.tell(subscription);
    co_await parts_.save(subscription);
    ring();
  }
  co_return plain(200, call.challenge);
}

// Who sends what is not signed is told that it was taken (WebSub, section 8.1), so that
// nobody can try out secrets.
asio::awaitable<net::ServerResponse> Subscriber::answer_push(net::ServerRequest request,
                                                             std::string key) {
  const Subscription& subscription = *find(key);
  if (subscription.state == SubscriptionState::kEnding) co_return plain(410);
  if (!is_signed(request.body, request.header("X-Hub-Signature"), subscription.secret))
    co_return plain(202);
  if (pushing_ >= options_.pushes) co_return come_again();
  struct Pushing {
    std::size_t& count;
    explicit Pushing(std::size_t& of) : count(of) { ++count; }
    ~Pushing() { --count; }
  } const pushing(pushing_);
  co_return co_await take_in(std::move(request), std::move(key));
}

asio::awaitable<net::ServerResponse> Subscriber::take_in(net::ServerRequest request,
                                                         std::string key) {
  const Subscription& subscription = *find(key);
  const std::int64_t feed = subscription.feed_id;
  const PushOutcome outcome =
      co_await parts_.push(feed, pushed_answer(std::move(request), subscription.topic));
  if (outcome == PushOutcome::kNotNow) co_return come_again();
  Subscription* known = find(key);
  if (known && outcome == PushOutcome::kStored) {
    take_push(*known, parts_.now());
    co_await parts_.save(*known);
  }
  co_return plain(204);
}

}  // namespace figured::feeds
