// What the kernel says of this process.
#pragma once
#include <cstdint>

namespace figured::daemon {

struct ProcessFigures {
  std::uint64_t resident = 0;  // bytes
  double cpu_seconds = 0;      // of all threads, since the start
  std::uint64_t open_files = 0;
  std::uint64_t max_files = 0;
};

// What cannot be told is 0.
ProcessFigures read_process_figures();

// Resident memory alone, in bytes: for those who ask often.
std::uint64_t read_resident_memory();

}  // namespace figured::daemon
