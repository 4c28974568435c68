#include "storage/store_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>

#include "storage/aside.h"
#include "storage/lock_holder.h"
#include "storage/store_error.h"

namespace figured::storage {
namespace {

// The number, else the words that its holder left.
std::string holder(int descriptor) {
  char note[256] = {};
  const ssize_t size = ::pread(descriptor, note, sizeof note - 1, 0);
  std::istringstream lines(std::string(note, size > 0 ? static_cast<std::size_t>(size) : 0));
  pid_t process = 0;
  if (!(lines >> process)) return "another process";
  const std::string words = process_words(process);
  std::string command;
  lines.ignore();
  if (words.ends_with(')') || !std::getline(lines, command)) return words;
  return words + " (" + command + ")";
}

// For people only: what is written here locks nothing.
void sign(int descriptor) {
  const std::string note = std::to_string(::getpid()) + "\n" + own_command() + "\n";
  if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor, note.data(), note.size(), 0);
}

}  // namespace

StoreLock::StoreLock(const std::string& store_path) {
  const std::string path = real_path(store_path) + ".lock";
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
