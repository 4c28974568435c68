#include "daemon/intake/disk_room.h"

#include <sys/statvfs.h>

#include <filesystem>

namespace figured::daemon {
namespace {

std::string mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

// Asked of the folder: the file may not be there yet.
std::optional<std::uint64_t> free_bytes(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  struct statvfs disk {};
  if (::statvfs(folder.empty() ? "." : folder.c_str(), &disk) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

std::optional<std::string> DiskRoom::lack() {
  if (least_ == 0) return std::nullopt;
  const auto free = free_(path_);
  lacking_ = free && *free < (lacking_ ? least_ + least_ / 4 : least_);
  if (!lacking_) return std::nullopt;
  return "store '" + path_ + "': " + mebibytes(*free) + " are free on its disk, " +
         mebibytes(least_) + " are kept free (store.min_free)";
}

}  // namespace figured::daemon
