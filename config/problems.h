// Problems: what is wrong with a configuration, and where.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace figured::config {

struct Position {
  unsigned file = 0;  // which of those that are read
  unsigned line = 1;
  unsigned column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

class Problems {
 public:
  // Of these files, by Position::file.  Requires at least one.
  explicit Problems(std::vector<std::string> files) : files_(std::move(files)) {}

  // `allowed` says what would have been right; "" where `wrong` says it all.
  void add(Position at, const std::string& key, const std::string& wrong,
           const std::string& allowed);

  // Throws ConfigError with all of them if there are any.
  void refuse() const;

  // "FILE:LINE"
  std::string place(Position at) const;

 private:
  struct Problem {
    Position at;
    std::string text;
  };
  const std::vector<std::string> files_;
  std::vector<Problem> problems_;
};

}  // namespace figured::config
