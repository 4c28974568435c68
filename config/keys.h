// Keys: which keys a table of the configuration may have, and how each is read.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/field.h"

namespace figured::config {

template <typename Settings>
struct Key {
  std::string_view name;
  void (*read)(const Field& field, Settings& into);
};

// Notes that there is no key `name` in `table` ("" = the file itself), with the
// known one that is written most like it, or with all that are known.
void refuse_unknown(const Entry& entry, const std::string& table,
                    const std::vector<std::string>& known, Source& source);

// Notes that `key` must be there.
void require(const Table& table, Position at, const std::string& name, std::string_view key,
             const std::string& allowed, Source& source);

// Notes where the table has a text under `key` that one of its name before it had;
// `places` holds where those stand.
void refuse_twice(const Table& table, const std::string& name, std::string_view key,
                  std::map<std::string, Position>& places, const std::string& allowed,
                  Source& source);

// Null, and noted, when the value is no table.
const Table* as_table(const Value& value, const std::string& name, Source& source);

// The tables of [[name]]; what is none is noted and left out.
std::vector<const Value*> tables(const Value& value, const std::string& name, Source& source);

template <typename Settings>
std::vector<std::string> names_of(std::span<const Key<Settings>> keys) {
  std::vector<std::string> names;
  for (const auto& key : keys) names.emplace_back(key.name);
  return names;
}

// Reads what the table has into the settings.  `name` is the table's.
template <typename Settings>
void read_keys(const Table& table, const std::string& name, std::span<const Key<Settings>> keys,
               Settings& into, Source& source) {
  for (const Entry& entry : table) {
    const Key<Settings>* found = nullptr;
    for (const auto& key : keys)
      if (key.name == entry.name) found = &key;
    if (found)
      found->read(Field(name + "." + entry.name, entry.value, source), into);
    else
      refuse_unknown(entry, name, names_of(keys), source);
  }
}

}  // namespace figured::config
