#include "web/events.h"

#include <xxhash.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <set>
#include <utility>

#include "net/http_client.h"
#include "web/json_shapes.h"

namespace figured::web {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

constexpr std::size_t kMostAtATime = 200;  // of a kind, in one look
const Event kGone{"gone", "{}"};           // more than that: who listens reads anew

// By change, and by claims that joined a side, which changes no dispute.
std::set<std::int64_t> changed_disputes(const storage::StoreReader& store, Told& told) {
  const storage::Listings& listings = store.listings();
  std::set<std::int64_t> changed;
  std::map<std::int64_t, std::int64_t> newest;
  const auto from = told.changed;
  for (const claims::Dispute& head : listings.disputes_changed(from)) {
    const auto known = told.disputes.find(head.id);
    if (known == told.disputes.end() || known->second != head.sequence) changed.insert(head.id);
    if (head.changed_at > told.changed) {
      told.changed = head.changed_at;
      newest.clear();
    }
    if (head.changed_at == told.changed) newest[head.id] = head.sequence;
  }
  told.disputes = std::move(newest);
  const std::int64_t claim = listings.last_disputed_claim();
  if (claim > told.claim)
    for (const std::int64_t id : listings.disputes_joined(told.claim)) changed.insert(id);
  told.claim = claim;
  return changed;
}

// What changes at every poll is none.
std::string feed_state(const feeds::Feed& feed) {
  return std::string(feeds::format_feed_state(feed.state)) + '\n' + feed.last_error + '\n' +
         std::to_string(feed.failures > 0) + '\n' + std::to_string(feed.articles);
}

void tell_feeds(const storage::StoreReader& store, Told& told, std::vector<Event>& events) {
  std::map<std::int64_t, std::uint64_t> states;
  const auto feeds = store.feeds();
  for (const feeds::Feed& feed : feeds) {
    const std::string told_of_it = feed_state(feed);
    const std::uint64_t state = XXH3_64bits(told_of_it.data(), told_of_it.size());
    const auto known = told.feeds.find(feed.id);
    const bool same = known != told.feeds.end() && known->second == state;
    states[feed.id] = state;
    if (same || !told.begun) continue;
    json::object shape = format_feed(feed);
    shape["url"] = net::redact_url(feed.source.url);
    events.push_back({"feed", json::serialize(shape)});
  }
  told.feeds = std::move(states);
}

void tell_status(const storage::StoreStatus& status, Told& told, std::vector<Event>& events) {
  std::string shape =
      json::serialize(json::object{{"disputes_open", status.disputes_open},
                                   {"feeds_failing", status.feeds_failing},
                                   {"deliveries_pending", status.deliveries_pending},
                                   {"deliveries_dead", status.deliveries_dead}});
  if (shape == told.status) return;
  told.status = std::move(shape);
  if (told.begun) events.push_back({"status", told.status});
}

void tell_stored(const storage::StoreStatus& status, Told& told, std::vector<Event>& events) {
  std::string shape = json::serialize(json::object{
      {"articles", status.articles}, {"revisions", status.revisions}, {"claims", status.claims}});
  if (shape == told.stored) return;
  told.stored = std::move(shape);
  if (told.begun) events.push_back({"stored", told.stored, false});
}

void tell_alerts(const storage::StoreReader& store, Told& told, std::vector<Event>& events) {
  auto newest = store.listings().alerts_behind({}, kMostAtATime);
  std::reverse(newest.begin(), newest.end());
  if (told.begun && newest.size() == kMostAtATime && newest.front().sequence > told.alert + 1)
    events.push_back(kGone);
  for (const alerts::Alert& alert : newest) {
    if (alert.sequence <= told.alert) continue;
    if (told.begun)
      events.push_back({"alert", json::serialize(format_alert(alert, store.deliveries(alert.id)))});
    told.alert = alert.sequence;
  }
}

}  // namespace

std::vector<Event> read_changes(const storage::StoreReader& store, std::int64_t version, Told& told,
                                DisputeItems& items) {
  std::vector<Event> events;
  if (told.begun && told.version == version) return events;
  if (!told.begun) {
    const auto newest = store.listings().disputes_behind({}, 1);
    if (!newest.empty()) told.changed = newest.front().changed_at;
    for (const claims::Dispute& head : store.listings().disputes_changed(told.changed))
      told.disputes[head.id] = head.sequence;
    told.claim = store.listings().last_disputed_claim();
  } else {
    std::size_t count = 0;
    for (const std::int64_t id : changed_disputes(store, told)) {
      if (++count > kMostAtATime) {
        events.push_back(kGone);
        break;
      }
      if (auto item = items.find(store, id)) events.push_back({"dispute", *std::move(item)});
    }
  }
  tell_alerts(store, told, events);
  tell_feeds(store, told, events);
  const storage::StoreStatus status = store.status();
  tell_status(status, told, events);
  tell_stored(status, told, events);
  told.begun = true;
  told.version = version;
  return events;
}

struct Events::Listener {
  explicit Listener(Events& of) : events(of), wake(of.executor_) { ++events.listeners_; }
  ~Listener() { --events.listeners_; }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  Events& events;
  asio::steady_timer wake;   // cancelled when there is something to tell
  std::uint64_t next = 0;    // number of the first event it has not got
  std::uint64_t passed = 0;  // of those that are not kept, how many it need not hear of
  bool greeted = false;
  bool missed = false;
};

Events::Events(asio::any_io_executor executor, Ask ask)
    : executor_(std::move(executor)),
      ask_(std::move(ask)),
      look_(executor_),
      epoch_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())) {}

Answer Events::listen(const Call& call) {
  if (listeners_ >= kMostListeners) {
    Answer answer = problem(503, "So many listen already; try again later.");
    answer.headers.push_back({"Retry-After", "60"});
    return answer;
  }
  const auto listener = std::make_shared<Listener>(*this);
  const std::uint64_t end = first_ + kept_.size();
  listener->next = end;
  listener->passed = passed_;
  const std::string_view last = call.request.header("Last-Event-ID");
  if (!last.empty()) {
    std::uint64_t number = 0;
    const std::size_t dash = last.rfind('-');
    const std::string_view digits = last.substr(dash == last.npos ? last.size() : dash + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool known = last.substr(0, dash) == epoch_ && number + 1 >= first_ && number < end;
    if (known)
      listener->next = number + 1;
    else
      listener->missed = true;
  }
  waiting_.push_back(listener);
  if (!watches_) look_.cancel();
  Answer answer{200,
                {{"Content-Type", "text/event-stream"},
                 {"Cache-Control", "no-store"},
                 {"X-Accel-Buffering", "no"}},
                {}};
  answer.stream = [this, listener] { return next(listener); };
  return answer;
}

std::string Events::id_of(std::uint64_t number) const {
  return epoch_ + "-" + std::to_string(number);
}

// Events beyond those kept are gone; so long was it away or slow.
std::string Events::pieces_for(Listener& listener) const {
  std::uint64_t& from = listener.next;
  std::string pieces;
  if (from < first_) {
    pieces = "event: gone\ndata: {}\n\n";
    from = first_;
  }
  for (; from < first_ + kept_.size(); ++from) pieces += kept_[from - first_];
  if (listener.passed != passed_) pieces += passing_;
  listener.passed = passed_;
  return pieces;
}

asio::awaitable<std::optional<std::string>> Events::next(std::shared_ptr<Listener> listener) {
  if (!listener->greeted) {
    // What it is told of must be known before it reads anything.
    while (!watches_) {
      listener->wake.expires_after(kHeartbeat);
      co_await listener->wake.async_wait(asio::as_tuple(asio::use_awaitable));
      const auto state = co_await asio::this_coro::cancellation_state;
      if (state.cancelled() != asio::cancellation_type::none) co_return std::nullopt;
    }
    listener->greeted = true;
    // An id from the start: who is cut off before the first event misses none either.
    std::string greeting = "id: " + id_of(listener->next - 1) + "\nretry: 3000\n: figured\n\n";
    if (listener->missed) greeting += "event: gone\ndata: {}\n\n";
    co_return greeting;
  }
  std::string pieces = pieces_for(*listener);
  if (pieces.empty()) {
    listener->wake.expires_after(kHeartbeat);
    co_await listener->wake.async_wait(asio::as_tuple(asio::use_awaitable));
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none) co_return std::nullopt;
    pieces = pieces_for(*listener);
  }
  co_return pieces.empty() ? ": still here\n\n" : pieces;
}

void Events::tell(const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (!event.is_kept) {
      passing_ = "event: " + event.name + "\ndata: " + event.data + "\n\n";
      ++passed_;
      continue;
    }
    const std::uint64_t number = first_ + kept_.size();
    kept_.push_back("id: " + id_of(number) + "\nevent: " + event.name + "\ndata: " + event.data +
                    "\n\n");
    if (kept_.size() <= kKept) continue;
    kept_.pop_front();
    ++first_;
  }
  std::erase_if(waiting_, [](const auto& listener) { return listener.expired(); });
  if (!events.empty()) wake_all();
}

void Events::wake_all() {
  for (const auto& waiting : waiting_)
    if (const auto listener = waiting.lock()) listener->wake.cancel();
}

asio::awaitable<void> Events::run() {
  for (;;) {
    unheard_ = listeners_ == 0 ? unheard_ + 1 : 0;
    if (listeners_ != 0 || (watches_ && unheard_ <= kLinger / kLook)) {
      tell(co_await ask_());
      if (!std::exchange(watches_, true)) wake_all();
      look_.expires_after(kLook);
    } else {
      watches_ = false;
      look_.expires_at(asio::steady_timer::time_point::max());
    }
    co_await look_.async_wait(asio::as_tuple(asio::use_awaitable));
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none) co_return;
  }
}

}  // namespace figured::web
