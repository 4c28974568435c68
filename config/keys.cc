#include "config/keys.h"

#include <algorithm>
#include <numeric>

namespace figured::config {
namespace {

// Levenshtein's: how many letters must be changed, added or taken out.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0u);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// "" when none is near.
std::string nearest(const std::string& name, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t far = distance(name, candidate);
    if (far >= least) continue;
    least = far;
    best = candidate;
  }
  return best;
}

std::string list(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace

void refuse_unknown(const Entry& entry, const std::string& table,
                    const std::vector<std::string>& known, Source& source) {
  const std::string prefix = table.empty() ? "" : table + ".";
  const std::string near = nearest(entry.name, known);
  source.problems.add(
      entry.at, prefix + entry.name, "unknown key",
      near.empty() ? "one of " + list(known) : "did you mean " + prefix + near + "?");
}

void require(const Table& table, Position at, const std::string& name, std::string_view key,
             const std::string& allowed, Source& source) {
  if (!find(table, key))
    source.problems.add(at, name + "." + std::string(key), "is missing", allowed);
}

const Table* as_table(const Value& value, const std::string& name, Source& source) {
  const auto* table = std::get_if<Table>(&value.held);
  if (!table)
    source.problems.add(value.at, name, "is " + std::string(kind_of(value)),
                        "a table, [" + name + "]");
  return table;
}

std::vector<const Value*> tables(const Value& value, const std::string& name, Source& source) {
  std::vector<const Value*> tables;
  const auto* list = std::get_if<List>(&value.held);
  const std::string allowed = "a table of its own each time, [[" + name + "]]";
  if (!list) source.problems.add(value.at, name, "is " + std::string(kind_of(value)), allowed);
  if (!list) return tables;
  for (const Value& element : *list) {
    if (std::holds_alternative<Table>(element.held))
      tables.push_back(&element);
    else
      source.problems.add(element.at, name, "is " + std::string(kind_of(element)), allowed);
  }
  if (list->empty()) source.problems.add(value.at, name, "is an empty list", allowed);
  return tables;
}

void refuse_twice(const Table& table, const std::string& name, std::string_view key,
                  std::map<std::string, Position>& places, const std::string& allowed,
                  Source& source) {
  const Entry* entry = find(table, key);
  const auto* text = entry ? std::get_if<std::string>(&entry->value.held) : nullptr;
  if (!text) return;
  const auto [first, is_new] = places.emplace(*text, entry->at);
  if (is_new) return;
  const Position before = first->second;
  const std::string place = before.file == entry->at.file ? "line " + std::to_string(before.line)
                                                          : source.problems.place(before);
  source.problems.add(entry->value.at, name + "." + std::string(key),
                      "\"" + *text + "\" stands in " + place + " already", allowed);
}

}  // namespace figured::config
