#include "storage/lock_holder.h"

#include <fcntl.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

namespace figured::storage {
namespace {

constexpr std::size_t kMostOfACommand = 100;

// Stays open for ever: to close any descriptor of a file gives up all locks that
// this process has on it, SQLite's too.
int descriptor_of(const std::string& file) {
  static std::mutex mutex;
  static std::map<std::string, int> opened;
  const std::lock_guard lock(mutex);
  const auto [entry, is_new] = opened.emplace(file, -1);
  if (entry->second < 0) entry->second = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  return entry->second;
}

std::string command_of(const std::string& process) {
  std::ifstream file("/proc/" + process + "/cmdline", std::ios::binary);
  std::string command(std::istreambuf_iterator<char>(file), {});
  while (!command.empty() && command.back() == '\0') command.pop_back();
  // What a process calls itself is not to forge lines.
  std::replace_if(
      command.begin(), command.end(), [](unsigned char c) { return c < ' ' || c == 127; }, ' ');
  if (command.size() > kMostOfACommand) command = command.substr(0, kMostOfACommand) + "...";
  return command;
}

}  // namespace

std::optional<pid_t> lock_holder(const std::string& file, ByteRange bytes) {
  const int descriptor = descriptor_of(file);
  if (descriptor < 0) return std::nullopt;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = bytes.start;
  lock.l_len = bytes.length;
  if (::fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_pid <= 0)
    return std::nullopt;
  return lock.l_pid;
}

std::string process_words(pid_t process) {
  const std::string number = std::to_string(process);
  const std::string command = command_of(number);
  return "process " + number + (command.empty() ? "" : " (" + command + ")");
}

std::string own_command() { return command_of("self"); }

}  // namespace figured::storage
