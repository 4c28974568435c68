#include "cli/copy_progress.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace figured::cli {

CopyProgress::CopyProgress(std::string what)
    : what_(std::move(what)), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

CopyProgress::~CopyProgress() {
  if (!told_.empty()) std::cerr << "\r\033[K" << std::flush;
}

void CopyProgress::tell(std::int64_t done, std::int64_t total) {
  if (!is_terminal_) return;
  const std::string line = what_ + ' ' + progress_words(done, total);
  if (line == told_) return;
  told_ = line;
  std::cerr << '\r' << line << "\033[K" << std::flush;
}

std::string progress_words(std::int64_t done, std::int64_t total) {
  const std::int64_t share = total > 0 ? done * 100 / total : 100;
  return size_words(done) + " of " + size_words(total) + ", " + std::to_string(share) + " %";
}

std::string size_words(std::int64_t bytes) {
  if (bytes < 1'024) return std::to_string(bytes) + " B";
  constexpr const char* kUnits[] = {"KiB", "MiB", "GiB", "TiB"};
  double amount = static_cast<double>(bytes) / 1'024;
  std::size_t unit = 0;
  for (; amount >= 1'024 && unit + 1 < std::size(kUnits); ++unit) amount /= 1'024;
  char words[32];
  std::snprintf(words, sizeof words, "%.1f %s", amount, kUnits[unit]);
  return words;
}

}  // namespace figured::cli
