// What this process takes of memory, and this thread of the processor.
#pragma once
#include <time.h>

#include <fstream>
#include <string>

namespace figured::bench {

// A line of /proc/self/status, such as "VmRSS:" (resident now) or "VmHWM:" (at most), in MB.
inline double status_mb(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == name && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}
// Of this thread, in seconds.
inline double thread_cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

inline double resident_mb() { return status_mb("VmRSS:"); }
inline double peak_mb() { return status_mb("VmHWM:"); }

}  // namespace figured::bench
