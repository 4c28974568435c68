// TimeZone: one of the IANA database, "Asia/Kolkata", which the system keeps (tzdata); or
// none.
//
// Two bytes, since every feed has one.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figured::feeds {

class TimeZone {
 public:
  TimeZone() = default;  // none
  // Empty where the system knows none by the name.
  static std::optional<TimeZone> find(std::string_view name);

  bool is_set() const { return number_ != 0; }
  std::string name() const;  // "" = none

  // When its clocks show what those of UTC show at `clock`: of two moments the earlier;
  // where they are put forward over it, the moment they are.  Requires is_set().
  std::chrono::sys_seconds moment_of(std::chrono::sys_seconds clock) const;

  friend bool operator==(TimeZone, TimeZone) = default;

 private:
  explicit TimeZone(std::uint16_t number) : number_(number) {}

  std::uint16_t number_ = 0;  // place in the database, from 1; 0 = none
};

}  // namespace figured::feeds
