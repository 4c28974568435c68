#include "storage/aside.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "storage/store_error.h"
#include "storage/suspicion.h"

namespace figured::storage {
namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

void rename(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error)
    throw StoreError("store '" + from + "': cannot be renamed to '" + to + "': " + error.message());
}

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// The one put aside last, by its name.
std::optional<std::string> newest_aside(const std::string& path, const std::string& word) {
  const std::string prefix = fs::path(path).filename().string() + "." + word + "-";
  std::optional<std::string> newest;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_of(path), ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || name.ends_with("-wal")) continue;
    if (!newest || entry.path().string() > *newest) newest = entry.path().string();
  }
  return newest;
}

std::string note_of(const std::string& path) { return path + ".last-backup"; }

}  // namespace

std::string real_path(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

std::string time_in_name(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char name[40];
  std::snprintf(name, sizeof name, "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return name;
}

std::string aside_name(const std::string& path, const std::string& word) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string name = path + "." + word + "-" + time_in_name(now);
  std::string free = name;
  for (int number = 2; exists(free); ++number) free = name + "-" + std::to_string(number);
  return free;
}

// The file goes first: while it is gone, no store is begun anew (see below), and
// its log is not taken for that of another.
std::string put_aside(const std::string& path, const std::string& word) {
  const std::string aside = aside_name(path, word);
  rename(path, aside);
  if (exists(path + "-wal")) rename(path + "-wal", aside + "-wal");
  std::error_code ignored;
  fs::remove(path + "-shm", ignored);
  drop_suspicion(path);
  sync_folder_of(path);
  return aside;
}

// Only root can give a file away; for others it is theirs already.
void own_like(const std::string& file, const std::string& like) {
  struct stat model {};
  if (::stat(like.c_str(), &model) != 0) return;
  if (S_ISREG(model.st_mode)) ::chmod(file.c_str(), model.st_mode & 0777);
  if (::geteuid() != 0) return;
  if (::chown(file.c_str(), model.st_uid, model.st_gid) != 0)
    throw StoreError("'" + file + "' cannot be given to the owner of '" + like +
                     "': " + std::strerror(errno));
}

void sync_folder_of(const std::string& path) {
  const std::string folder = folder_of(path);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const std::string reason = std::strerror(errno);
  if (descriptor >= 0) ::close(descriptor);
  if (!synced)
    throw StoreError("folder '" + folder + "': cannot be synced: " + reason, StoreErrorKind::kDisk);
}

void refuse_to_begin_anew(const std::string& path) {
  if (exists(path)) return;
  for (const char* word : {"damaged", "replaced"}) {
    const auto aside = newest_aside(path, word);
    if (!aside) continue;
    throw StoreError("store '" + path + "' is not there, but '" + *aside +
                     "', which was put aside as " + word + "; " + backup_offer(path) +
                     "; to begin with an empty store instead, move '" + *aside +
                     "' to another folder");
  }
}

std::string backup_offer(const std::string& path) {
  if (const auto backup = last_backup(path))
    return "the last backup is '" + *backup + "': figurectl restore --store '" + path + "' '" +
           *backup + "'";
  return "no backup of it is known; one made elsewhere is taken by figurectl restore --store '" +
         path + "' FILE";
}

void note_backup(const std::string& path, const std::string& backup) noexcept {
  try {
    std::error_code error;
    const fs::path absolute = fs::absolute(backup, error);
    std::ofstream(note_of(path)) << (error ? backup : absolute.string()) << '\n';
    own_like(note_of(path), path);
  } catch (...) {
    // It is only a help to find it.
  }
}

std::optional<std::string> last_backup(const std::string& path) {
  std::ifstream note(note_of(path));
  std::string backup;
  if (!std::getline(note, backup) || backup.empty() || !exists(backup)) return std::nullopt;
  return backup;
}

}  // namespace figured::storage
