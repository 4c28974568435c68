// Reads JSON lines from files or standard input for the batch verbs.
//
// A line that is no JSON object, or lacks what the verb needs, is named by file
// and number on standard error and skipped; the rest goes on.
#pragma once
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace figured::cli {

class JsonLines {
 public:
  // No files: standard input.
  explicit JsonLines(std::vector<std::string> files) : files_(std::move(files)) {}

  // Calls `line` for each object; what it throws as std::invalid_argument is
  // wrong with that line.  A file with no line that begins with '{' goes whole to
  // `plain_text` (name, text) when that is given.  A packed file is named.  Returns 1 when a file
  // could not be read or a line was skipped, else 0.
  int each(const std::function<void(const boost::json::object&)>& line,
           const std::function<void(const std::string& name, std::string text)>& plain_text = {});

 private:
  std::vector<std::string> files_;
};

// The string under `key`; "" when it is null or missing.  Throws
// std::invalid_argument when it is something else.
std::string text_of(const boost::json::object& object, const char* key);

// The same, which must be there.
std::string required_text_of(const boost::json::object& object, const char* key);

}  // namespace figured::cli
