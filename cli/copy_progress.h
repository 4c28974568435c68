// CopyProgress: how far a copy of the store is, on one line of a terminal.
//
// Where standard error is no terminal it says nothing.
#pragma once
#include <cstdint>
#include <string>

namespace figured::cli {

class CopyProgress {
 public:
  explicit CopyProgress(std::string what);
  CopyProgress(const CopyProgress&) = delete;
  CopyProgress& operator=(const CopyProgress&) = delete;
  ~CopyProgress();  // takes the line away

  // Both in bytes.
  void tell(std::int64_t done, std::int64_t total);

 private:
  const std::string what_;
  const bool is_terminal_;
  std::string told_;
};

// "12 MiB of 1.5 GiB, 0 %"
std::string progress_words(std::int64_t done, std::int64_t total);

// "512 B", "12.0 MiB"
std::string size_words(std::int64_t bytes);

}  // namespace figured::cli
