// The rows of a word table: table := { row "\n" } ; row := "#" comment | field
// { "\t" field } ; a field is often a list parted by blanks.
//
// A fault in a table is a fault of the program: std::logic_error names the row.
#pragma once
#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace figured::claims {

inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    if (end != 0) parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Calls `row(fields)` for each row of the table.
template <class Row>
void each_row(std::string_view table, std::size_t least_fields, Row row) {
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() < least_fields) {
      throw std::logic_error("lexicon: too few fields in \"" + std::string(line) + '"');
    }
    row(fields);
  }
}

inline double parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error("lexicon: no number: " + std::string(text));
  }
  return value;
}

}  // namespace figured::claims
