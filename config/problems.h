// Problems: what is wrong with a configuration, and where.
#pragma once
#include <string>
#include <vector>

namespace figured::config {

struct Position {
  unsigned line = 1;
  unsigned column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

class Problems {
 public:
  // `allowed` says what would have been right; "" where `wrong` says it all.
  void add(Position at, const std::string& key, const std::string& wrong,
           const std::string& allowed);

  // Throws ConfigError with all of them if there are any.
  void refuse(const std::string& file) const;

 private:
  struct Problem {
    Position at;
    std::string text;
  };
  std::vector<Problem> problems_;
};

}  // namespace figured::config
