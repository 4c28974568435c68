#include "storage/suspicion.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace figured::storage {
namespace {

std::string mark_of(const std::string& store_path) { return store_path + ".suspect"; }

}  // namespace

void hold_suspect(const std::string& store_path, const std::string& words) noexcept {
  try {
    const int mark =
        ::open(mark_of(store_path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (mark < 0) return;
    // An empty mark is one too.
    [[maybe_unused]] const ssize_t written = ::write(mark, words.data(), words.size());
    ::fsync(mark);
    ::close(mark);
  } catch (...) {
  }
}

std::optional<std::string> suspicion(const std::string& store_path) {
  std::ifstream mark(mark_of(store_path));
  if (!mark) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(mark), {});
}

void drop_suspicion(const std::string& store_path) noexcept {
  std::error_code ignored;
  try {
    std::filesystem::remove(mark_of(store_path), ignored);
  } catch (...) {
  }
}

}  // namespace figured::storage
