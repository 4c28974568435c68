#include "config/problems.h"

#include <algorithm>

#include "config/config.h"

namespace figured::config {

void Problems::add(Position at, const std::string& key, const std::string& wrong,
                   const std::string& allowed) {
  problems_.push_back({at, key + ": " + wrong + (allowed.empty() ? "" : "; " + allowed)});
}

std::string Problems::place(Position at) const {
  return files_.at(at.file) + ":" + std::to_string(at.line);
}

void Problems::refuse() const {
  if (problems_.empty()) return;
  std::vector<Problem> in_order = problems_;
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const Problem& a, const Problem& b) { return a.at < b.at; });
  std::string text;
  for (const auto& [at, problem] : in_order) {
    if (!text.empty()) text += '\n';
    text += place(at) + ":" + std::to_string(at.column) + ": " + problem;
  }
  throw ConfigError(text);
}

}  // namespace figured::config
