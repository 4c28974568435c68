// Statement is one run of a prepared SQL statement: bind, step, read.
//
// It borrows the prepared statement from its Connection, which keeps it, and
// gives it back reset when it goes.  It knows nothing of what is stored; how a
// C++ value becomes a column is told by the overloads of bind_one and read_one.
// Whatever SQLite refuses is thrown as a StoreError.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace figured::storage {

// A column of bytes.  What is read stays until the next step.
struct Blob {
  std::string_view bytes;
};

class Statement {
 public:
  explicit Statement(sqlite3_stmt* prepared) : prepared_(prepared) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Binds ?1, ?2 ... in order.  Texts and blobs are not copied: they must stay
  // until the last step.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }

  // True when there is a row to read.
  bool step();
  // For statements that give no row.  Returns how many rows were changed.
  int run();

  // Reads the row's columns in order, all of them.
  template <typename... Values>
  void read(Values&... values) {
    int column = 0;
    (read_one(column++, values), ...);
  }
  // The same from column `first` on.
  template <typename... Values>
  void read_from(int first, Values&... values) {
    (read_one(first++, values), ...);
  }

 private:
  using Seconds = std::chrono::sys_seconds;

  void bind_null(int index);
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, double value);
  void bind_one(int index, std::string_view value);
  void bind_one(int index, std::span<const std::uint64_t> value);  // blob
  void bind_one(int index, Blob value);
  void bind_one(int index, int value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, bool value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, std::uint32_t value) { bind_one(index, std::int64_t{value}); }
  // Bit for bit: hashes use all 64.
  void bind_one(int index, std::uint64_t value) {
    bind_one(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, Seconds value) {
    bind_one(index, std::int64_t{value.time_since_epoch().count()});
  }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  template <typename T>
  void bind_one(int index, const std::optional<T>& value) {
    value ? bind_one(index, *value) : bind_null(index);
  }
  // Enums by their number; see enum_numbers.h.
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void bind_one(int index, Enum value) { bind_one(index, static_cast<std::int64_t>(value)); }

  bool is_null(int column) const;
  void read_one(int column, std::int64_t& value) const;
  void read_one(int column, double& value) const;
  void read_one(int column, std::string& value) const;
  void read_one(int column, std::vector<std::uint64_t>& value) const;  // blob
  void read_one(int column, Blob& value) const;
  template <typename Integer>
  requires(std::is_integral_v<Integer> ||
           std::is_enum_v<Integer>) void read_one(int column, Integer& value) const {
    std::int64_t number = 0;
    read_one(column, number);
    value = static_cast<Integer>(number);
  }
  void read_one(int column, Seconds& value) const {
    std::int64_t count = 0;
    read_one(column, count);
    value = Seconds(std::chrono::seconds(count));
  }
  template <typename T>
  void read_one(int column, std::optional<T>& value) const {
    if (is_null(column)) {
      value.reset();
    } else {
      read_one(column, value.emplace());
    }
  }

  sqlite3_stmt* prepared_;
};

// A list of short texts in one column, one a line.
std::string join_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(std::string_view text);

}  // namespace figured::storage
