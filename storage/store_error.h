// StoreError: what must not happen to a store, and which of it passes by itself.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

namespace figured::storage {

enum class StoreErrorKind : std::uint8_t {
  kOther,
  kFull,     // no room on the disk, or less than is to be kept free; passes
  kBusy,     // another process holds the store; passes
  kNotYet,   // what it needs is still being read from the file; passes
  kDisk,     // a read, a write or a sync failed: what is in the file must be verified
  kDamaged,  // the file does not hold what was written
  kGivenUp,  // whoever asked for it wanted no more; the store is as it was before
};

class StoreError : public std::runtime_error {
 public:
  explicit StoreError(const std::string& what, StoreErrorKind kind = StoreErrorKind::kOther)
      : std::runtime_error(what), kind_(kind) {}

  StoreErrorKind kind() const { return kind_; }
  // Nothing is wrong with the store: the same may be tried again later.
  bool passes() const {
    return kind_ == StoreErrorKind::kFull || kind_ == StoreErrorKind::kBusy ||
           kind_ == StoreErrorKind::kNotYet;
  }

 private:
  StoreErrorKind kind_;
};

}  // namespace figured::storage
