// Query: the part of a target behind the "?", decoded; and what stands in a path.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace figured::web {

// %41 and the like undone; with `plus_is_blank` as forms have it.  What is no escape
// stays as it is.
std::string decode_percent(std::string_view text, bool plus_is_blank = false);

class Query {
 public:
  Query() = default;
  // "measure=people.injured&limit=5", as sent.
  explicit Query(std::string_view text);

  // The first of that name; empty where there is none or nothing is said.
  std::optional<std::string> get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// What stands behind the "?" of a target.
std::string_view query_of(std::string_view target);

}  // namespace figured::web
