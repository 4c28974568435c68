#include "storage/store_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "storage/store.h"

namespace figured::storage {
namespace {

// Two names of one store (symbolic links) must meet in one lock.
std::string lock_path(const std::string& store_path) {
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(store_path, error);
  return (error ? store_path : canonical.string()) + ".lock";
}

std::string holder(int descriptor) {
  char digits[16] = {};
  const ssize_t size = ::pread(descriptor, digits, sizeof digits - 1, 0);
  std::string number(digits, size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!number.empty() && number.back() == '\n') number.pop_back();
  return number.empty() ? "another process" : "process " + number;
}

// For people only: what is written here locks nothing.
void sign(int descriptor) {
  const std::string number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor, number.data(), number.size(), 0);
}

}  // namespace

StoreLock::StoreLock(const std::string& store_path) {
  const std::string path = lock_path(store_path);
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (descriptor_ < 0)
    throw StoreError("store '" + store_path + "': cannot open its lock '" + path +
                     "': " + std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
    sign(descriptor_);
    return;
  }
  const std::string by = holder(descriptor_);
  ::close(descriptor_);
  throw StoreError("store '" + store_path + "' is in use: " + by + " writes to it and holds '" +
                   path + "'");
}

// The file stays: taking it away would let two processes lock two files.
StoreLock::~StoreLock() { ::close(descriptor_); }

}  // namespace figured::storage
