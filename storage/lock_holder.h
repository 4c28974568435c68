// Which process holds a file's lock, in words for people.
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>

namespace figured::storage {

struct ByteRange {
  off_t start;
  off_t length;
};

// Another process that holds a POSIX lock on one of these bytes; empty where none
// does or it cannot be told.  Never this process.
std::optional<pid_t> lock_holder(const std::string& file, ByteRange bytes);

// "process 4711 (sqlite3 figured.db)"; without the command where the system does
// not show it.
std::string process_words(pid_t process);

// The command line of this process, on one line.
std::string own_command();

}  // namespace figured::storage
