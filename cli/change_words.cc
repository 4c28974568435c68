#include "cli/change_words.h"

#include <ostream>

#include "cli/words.h"

namespace figured::cli {
namespace {

std::string value_words(const config::SettingChange& change) {
  if (change.from.empty()) return change.to;
  if (change.to.empty()) return change.from;
  if (change.from == change.to) return "what it leads to has changed";
  return change.from + " -> " + change.to;
}

}  // namespace

void print_changes(std::ostream& out, const std::vector<config::SettingChange>& changes) {
  for (const config::SettingChange& change : changes) {
    const char mark = change.from.empty() ? '+' : change.to.empty() ? '-' : '~';
    out << mark << ' ' << tame(change.name) << "  " << tame(value_words(change))
        << (change.restart ? "  (only with a restart)" : "") << '\n';
  }
}

}  // namespace figured::cli
