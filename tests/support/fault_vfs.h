// FaultVfs: a disk that fails at chosen calls, under every database that this
// process opens while it lives.
//
// It stands before SQLite's own way to the disk and counts the calls of each
// sort.  A sync that fails may also lose what was written since the last one that
// succeeded, as a kernel does that drops pages it could not write.
#pragma once
#include <cstddef>
#include <limits>
#include <memory>

namespace figured::tests {

enum class DiskFile { kDatabase, kLog };
enum class DiskCall { kRead, kWrite, kSync, kTruncate };

struct DiskFault {
  DiskFile file = DiskFile::kDatabase;
  DiskCall call = DiskCall::kWrite;
  int code = 0;           // SQLite's
  int system_error = 0;   // errno
  std::size_t first = 1;  // the calls of that sort that fail, from 1
  std::size_t count = std::numeric_limits<std::size_t>::max();
  bool loses = false;
};

class FaultVfs {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  // Counts from here on.
  void fail(const DiskFault& fault);
  void heal();

  std::size_t calls(DiskFile file, DiskCall call) const;
  bool has_failed() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace figured::tests
