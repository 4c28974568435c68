// Table: rows for people, in columns that line up and fit the terminal.
//
// Where a row is too wide, its last column is cut and ends in "…".  Nothing is
// cut where the output is no terminal.
#pragma once
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace figured::cli {

class Table {
 public:
  // Requires at least one heading.
  explicit Table(std::vector<std::string> headings);

  // Requires as many cells as headings.
  void add(std::vector<std::string> cells);

  // `width` in characters; empty = as wide as it gets.
  void print(std::ostream& out, std::optional<std::size_t> width) const;

 private:
  std::vector<std::vector<std::string>> rows_;  // the headings first
};

// Of the terminal that standard output leads to; empty where it is none.
std::optional<std::size_t> terminal_width();

}  // namespace figured::cli
