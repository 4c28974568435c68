#include "feeds/poll_queue.h"

#include <algorithm>

namespace figured::feeds {
namespace {

// A feed that rests for longer than its settings now say is due earlier.
void take_settings(Feed& feed, FeedSource source) {
  const bool shorter = source.interval < feed.source.interval;
  if (shorter && feed.failures == 0 && feed.last_poll)
    feed.next_poll = std::min(feed.next_poll, *feed.last_poll + source.interval);
  // Another address is another document: its validators mean nothing.
  if (source.url != feed.source.url) feed.validators = {};
  feed.source = std::move(source);
}

}  // namespace

void PollQueue::wait(Entry& entry) {
  entry.under_way = false;
  due_.emplace(entry.feed.next_poll, entry.feed.id);
}

void PollQueue::adopt(std::vector<Feed> feeds) {
  auto known = std::exchange(feeds_, {});
  due_.clear();
  for (Feed& feed : feeds) {
    const auto before = known.find(feed.id);
    Entry entry{std::move(feed), false};
    if (before != known.end()) {
      FeedSource source = std::move(entry.feed.source);
      entry = std::move(before->second);
      take_settings(entry.feed, std::move(source));
    }
    Entry& kept = feeds_[entry.feed.id] = std::move(entry);
    if (!kept.under_way) wait(kept);
  }
}

std::optional<PollQueue::Time> PollQueue::next_due() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

std::optional<Feed> PollQueue::take_due(Time now) {
  if (due_.empty() || due_.begin()->first > now) return std::nullopt;
  Entry& entry = feeds_.at(due_.begin()->second);
  due_.erase(due_.begin());
  entry.under_way = true;
  return entry.feed;
}

void PollQueue::put_back(Feed feed) {
  const auto found = feeds_.find(feed.id);
  if (found == feeds_.end()) return;  // gone from the configuration meanwhile
  // The settings may have changed while it was out.
  FeedSource source = std::move(found->second.feed.source);
  found->second.feed = std::move(feed);
  take_settings(found->second.feed, std::move(source));
  wait(found->second);
}

bool PollQueue::hasten(std::int64_t id) {
  const auto found = feeds_.find(id);
  if (found == feeds_.end() || found->second.under_way) return false;
  due_.erase({found->second.feed.next_poll, id});
  found->second.feed.next_poll = Time{};
  wait(found->second);
  return true;
}

}  // namespace figured::feeds
