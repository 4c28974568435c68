// WakeCount: threads wait on it for something to change, and are woken by whoever changed it.
//
// It stands in for a condition variable where who wakes must never wait for who is woken.
// With glibc's he may: its waiters are in groups, and a signal that opens the next group
// first waits until all that were signalled of the former one have run.  So one thread that
// is held up (by a debugger, or by others that want the processors) would hold up the I/O thread.
//
// It guards nothing: what is waited for stands under a lock of the caller's.
#pragma once
#include <atomic>
#include <mutex>

namespace figured::net {

class WakeCount {
 public:
  // Never wait.  To be called once what is waited for has changed; one of those who wait then
  // looks at it again, or all of them.
  void wake_one() {
    ++count_;
    count_.notify_one();
  }
  void wake_all() {
    ++count_;
    count_.notify_all();
  }

  // Waits until ready(), which is asked under the lock; that is not held meanwhile.
  template <class Ready>
  void wait(std::unique_lock<std::mutex>& lock, Ready ready) const {
    while (!ready()) {
      const int seen = count_;
      lock.unlock();
      count_.wait(seen);
      lock.lock();
    }
  }

 private:
  std::atomic<int> count_{0};  // of the kernel's own kind, so that it waits on no proxy
};

}  // namespace figured::net
