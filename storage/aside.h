// Puts a store aside, under a name that tells why and when.
#pragma once
#include <chrono>
#include <optional>
#include <string>

namespace figured::storage {

// Two names of one store (symbolic links) are one path.
std::string real_path(const std::string& path);

// "20261122T133000Z"
std::string time_in_name(std::chrono::sys_seconds time);

// PATH.WORD-TIME, or the first PATH.WORD-TIME-N that is free.
std::string aside_name(const std::string& path, const std::string& word);

// Renames the store with its write-ahead log to aside_name() and returns that.
// Requires that nobody has it open.  Throws StoreError.
std::string put_aside(const std::string& path, const std::string& word);

// Gives a new file beside a store the owner of the store, so that the daemon may
// write to what root has made, and its permissions.  `like` may be a folder: then
// only the owner.
void own_like(const std::string& file, const std::string& like);

// Makes renamed and new files of the folder that `path` lies in survive a power
// cut.  Throws StoreError.
void sync_folder_of(const std::string& path);

// Throws StoreError when there is no store at `path`, but one that was put aside
// or is half restored: to begin an empty one in its place must be somebody's
// decision.  The error names it and the last backup.
void refuse_to_begin_anew(const std::string& path);

// The words by which an error offers the last backup, or says that there is none.
std::string backup_offer(const std::string& path);

// --- the last backup of a store stands in PATH.last-backup
void note_backup(const std::string& path, const std::string& backup) noexcept;
// Empty where none was made, or it is gone.
std::optional<std::string> last_backup(const std::string& path);

}  // namespace figured::storage
