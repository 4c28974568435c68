// BoundedQueue hands values from any number of threads to any number of others.
//
// When it is full, those who push wait; when it is empty, those who pop wait.
// So a slow stage slows the one before it, and nothing is dropped.  Values leave
// in the order in which they came, but for those that are pushed ahead.  A thread that does not
// run, though it was woken, holds up nobody but itself: who pushes or pops waits for room or for
// values alone, and nobody calls the kernel while others could wait for the lock.
#pragma once
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <deque>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "net/wake_count.h"

namespace figured::daemon {

template <class T>
class BoundedQueue {
 public:
  // Requires capacity > 0.
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) { assert(capacity > 0); }

  // Waits while the queue is full.  False, and the value is dropped, once it is closed.
  bool push(T value) {
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return closed_ || values_.size() < capacity_; });
      if (closed_) return false;
      values_.push_back(std::move(value));
    }
    filled_.wake_one();
    return true;
  }

  // Never waits.  False, and the value is untouched, where it is full or closed.
  bool try_push(T& value) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || values_.size() >= capacity_) return false;
      values_.push_back(std::move(value));
    }
    filled_.wake_one();
    return true;
  }

  // Never waits, takes the value even where it is full, and hands it out before all that were
  // not pushed so: for a thread that must not wait and bounds by itself how many it pushes.
  // False once closed.
  bool push_ahead(T value) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_) return false;
      values_.insert(values_.begin() + static_cast<std::ptrdiff_t>(ahead_), std::move(value));
      ++ahead_;
    }
    filled_.wake_one();
    return true;
  }

  // Waits while the queue is empty.  Nothing once it is closed and drained.
  std::optional<T> pop() {
    std::optional<T> value;
    {
      std::unique_lock lock(mutex_);
      filled_.wait(lock, [&] { return closed_ || !values_.empty(); });
      if (values_.empty()) return std::nullopt;
      value.emplace(std::move(values_.front()));
      values_.pop_front();
      if (ahead_ > 0) --ahead_;
    }
    room_.wake_one();
    return value;
  }

  // Waits for one value and takes with it those that wait behind it, as long as all together
  // weigh no more than `limit` by `weight(value)`.  None once the queue is closed and drained.
  template <class Weight>
  std::vector<T> pop_group(std::size_t limit, const Weight& weight) {
    std::vector<T> group;
    {
      std::unique_lock lock(mutex_);
      filled_.wait(lock, [&] { return closed_ || !values_.empty(); });
      std::size_t weighed = 0;
      const auto end = std::find_if(values_.begin(), values_.end(), [&](const T& value) {
        weighed += weight(value);
        return weighed > limit;
      });
      const std::size_t count = std::max(std::min(std::size_t{1}, values_.size()),
                                         static_cast<std::size_t>(end - values_.begin()));
      const auto rest = values_.begin() + static_cast<std::ptrdiff_t>(count);
      group.assign(std::make_move_iterator(values_.begin()), std::make_move_iterator(rest));
      values_.erase(values_.begin(), rest);
      ahead_ -= std::min(ahead_, count);
    }
    room_.wake_all();
    return group;
  }

  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return values_.size();
  }
  std::size_t capacity() const { return capacity_; }

  // Takes no more values; what is in it can still be popped.  Wakes all who wait.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    room_.wake_all();
    filled_.wake_all();
  }

 private:
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  net::WakeCount room_;
  net::WakeCount filled_;
  std::deque<T> values_;
  std::size_t ahead_ = 0;  // of values_, the first so many
  bool closed_ = false;
};

}  // namespace figured::daemon
