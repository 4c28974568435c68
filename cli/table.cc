#include "cli/table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <ostream>
#include <utility>

#include "cli/words.h"

namespace figured::cli {
namespace {

constexpr std::size_t kGap = 2;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

std::string cut(const std::string& text, std::size_t width) {
  if (characters(text) <= width) return text;
  std::string kept;
  std::size_t count = 0;
  for (const char c : text) {
    if (begins_character(c) && ++count >= width) break;
    kept += c;
  }
  return kept + "…";
}

std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], characters(row[i]));
  return widths;
}

}  // namespace

Table::Table(std::vector<std::string> headings) {
  assert(!headings.empty());
  add(std::move(headings));
}

void Table::add(std::vector<std::string> cells) {
  assert(rows_.empty() || cells.size() == rows_.front().size());
  for (std::string& cell : cells) cell = tame(cell);
  rows_.push_back(std::move(cells));
}

void Table::print(std::ostream& out, std::optional<std::size_t> width) const {
  const std::vector<std::size_t> widths = column_widths(rows_);
  const std::size_t last = widths.size() - 1;
  std::size_t before_last = 0;
  for (std::size_t i = 0; i < last; ++i) before_last += widths[i] + kGap;
  // A last column too narrow to tell anything is left to wrap.
  const bool cuts = width && *width >= before_last + 8;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < last; ++i)
      out << row[i] << std::string(widths[i] - characters(row[i]) + kGap, ' ');
    out << (cuts ? cut(row[last], *width - before_last) : row[last]) << '\n';
  }
}

std::optional<std::size_t> terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

}  // namespace figured::cli
