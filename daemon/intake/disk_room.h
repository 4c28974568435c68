// DiskRoom: whether the disk that a file lies on has room for more of it.
//
// Some of the disk is kept free, so that there is always room to write down what
// became of a delivery, or a decision.  Once there was too little, a quarter more
// must be free before there is enough again, or intake would stop and go by turns.
// Used by one thread at a time.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace figured::daemon {

// What is free to this user, in bytes; empty where it cannot be told.
std::optional<std::uint64_t> free_bytes(const std::string& path);

class DiskRoom {
 public:
  using FreeBytes = std::function<std::optional<std::uint64_t>(const std::string&)>;

  DiskRoom(std::string path, std::uint64_t least_free, FreeBytes free = free_bytes)
      : path_(std::move(path)), least_(least_free), free_(std::move(free)) {}

  // From now on.
  void keep_free(std::uint64_t least_free) { least_ = least_free; }

  // What is wrong, in words; empty = there is room, or it cannot be told.
  std::optional<std::string> lack();

 private:
  const std::string path_;
  std::uint64_t least_;
  const FreeBytes free_;
  bool lacking_ = false;
};

}  // namespace figured::daemon
