#include "feeds/poll_queue.h"

#include <algorithm>

#include "feeds/feed_host.h"
#include "feeds/poll_request.h"

namespace figured::feeds {
namespace {

constexpr std::chrono::seconds kShortRest{10};

// A feed that rests for longer than its settings now say is due earlier.
void take_settings(Feed& feed, const Feed& fresh) {
  const FeedSource& source = fresh.source;
  const bool shorter = source.interval < feed.source.interval;
  if (shorter && feed.failures == 0 && feed.last_poll)
    feed.next_poll = std::min(feed.next_poll, *feed.last_poll + source.interval);
  // Another address is another document: what was learned of it means nothing.
  if (source.url != feed.source.url) {
    feed.validators = {};
    feed.memory = {};
  }
  feed.source = source;
  feed.wanted = fresh.wanted;
}

// No poll needs the title, and the store keeps the one it has.
void slim(Feed& feed) { std::string().swap(feed.title); }

// What people did to the feed in the store since the poll that both know of.
void take_orders(Feed& feed, const Feed& fresh) {
  if (fresh.last_poll == feed.last_poll) feed.next_poll = fresh.next_poll;
  feed.state = fresh.state;
}

}  // namespace

PollQueue::Time PollQueue::due_time(const Feed& feed) {
  // Multiplied by the golden ratio, neighbouring ids fall far apart.
  const auto place = static_cast<std::uint64_t>(feed.id) * 0x9e3779b97f4a7c15u >> 54;
  const auto early = std::chrono::milliseconds(place * 1000 / 1024);
  const auto rest = feed.next_poll - feed.last_poll.value_or(std::chrono::sys_seconds{});
  const bool is_short = rest > std::chrono::seconds(0) && rest < kShortRest;
  return Time(feed.next_poll) - early + std::chrono::seconds(is_short ? 1 : 0);
}

void PollQueue::wait(Entry& entry, Time until) {
  entry.parked = false;
  entry.waits_for = until;
  due_.emplace(until, entry.feed->id);
}

void PollQueue::adopt(std::deque<Feed> feeds) {
  auto known = std::exchange(feeds_, {});
  due_.clear();
  parked_.clear();
  feeds_.reserve(feeds.size());
  for (; !feeds.empty(); feeds.pop_front()) {
    auto fresh = std::make_unique<Feed>(std::move(feeds.front()));
    const auto before = known.find(fresh->id);
    if (before != known.end()) {
      take_settings(*before->second.feed, *fresh);
      take_orders(*before->second.feed, *fresh);
      fresh = std::move(before->second.feed);
    }
    slim(*fresh);
    const std::int64_t id = fresh->id;
    Entry& placed = feeds_[id] = Entry{std::move(fresh)};
    if (!under_way_.contains(id)) wait(placed, due_time(*placed.feed));
  }
}

std::optional<PollQueue::Time> PollQueue::next_due() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

// Puts the entry elsewhere where it may not.
bool PollQueue::may_begin(Entry& entry, std::uint64_t host, Time now) {
  if (!entry.reserved || hosts_.rests_until(host) > now) {
    const Time begin = hosts_.reserve(host, now);
    entry.reserved = true;
    if (begin > now) {
      wait(entry, begin);
      return false;
    }
  }
  if (hosts_.has_room(host)) return true;
  entry.parked = true;
  parked_[host].push_back(entry.feed->id);
  return false;
}

std::optional<Feed> PollQueue::take_due(Time now) {
  while (!due_.empty() && due_.begin()->first <= now) {
    Entry& entry = feeds_.at(due_.begin()->second);
    due_.erase(due_.begin());
    const std::uint64_t host = feed_host_key(poll_url(*entry.feed));
    if (!may_begin(entry, host, now)) continue;
    hosts_.begin(host);
    under_way_.emplace(entry.feed->id, host);
    entry.reserved = false;
    return *entry.feed;
  }
  return std::nullopt;
}

std::optional<Feed> PollQueue::take(std::int64_t id) {
  const auto found = feeds_.find(id);
  if (found == feeds_.end() || under_way_.contains(id)) return std::nullopt;
  Entry& entry = found->second;
  if (entry.parked)
    std::erase(parked_[feed_host_key(poll_url(*entry.feed))], id);
  else
    due_.erase({entry.waits_for, id});
  entry.parked = false;
  under_way_.emplace(id, 0);
  return *entry.feed;
}

// The one that has waited longest goes first.
void PollQueue::unpark(std::uint64_t host) {
  const auto found = parked_.find(host);
  if (found == parked_.end() || found->second.empty()) return;
  Entry& entry = feeds_.at(found->second.front());
  found->second.pop_front();
  if (found->second.empty()) parked_.erase(found);
  wait(entry, entry.waits_for);
}

void PollQueue::put_back(Feed feed, Time now) {
  if (const auto out = under_way_.extract(feed.id)) {
    if (out.mapped() != 0) {
      hosts_.end(out.mapped(), now);
      unpark(out.mapped());
    }
  }
  const auto found = feeds_.find(feed.id);
  if (found == feeds_.end()) return;  // it is polled no more
  if (feed.state != FeedState::kPolled) {
    feeds_.erase(found);
    return;
  }
  // The settings may have changed while it was out.
  take_settings(feed, *found->second.feed);
  slim(feed);
  *found->second.feed = std::move(feed);
  wait(found->second, due_time(*found->second.feed));
}

bool PollQueue::refuse(std::int64_t id, Time now, Time until) {
  const auto found = under_way_.find(id);
  return found != under_way_.end() && hosts_.refuse(found->second, id, now, until);
}

bool PollQueue::hasten(std::int64_t id) {
  const auto found = feeds_.find(id);
  if (found == feeds_.end() || under_way_.contains(id)) return false;
  Entry& entry = found->second;
  entry.feed->next_poll = {};
  if (entry.parked) return true;
  due_.erase({entry.waits_for, id});
  wait(entry, due_time(*entry.feed));
  return true;
}

std::size_t PollQueue::present_under_way() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      under_way_, [&](const auto& out) { return feeds_.contains(out.first); }));
}

}  // namespace figured::feeds
