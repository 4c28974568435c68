// A TOML document as a tree of values that know where they stand.
//
// It keeps toml++ behind one door.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "config/problems.h"

namespace figured::config {

struct Value;

struct Entry;
using List = std::vector<Value>;
using Table = std::vector<Entry>;
// Dates and times, which no key takes.
struct Moment {};

struct Value {
  Position at;
  std::variant<std::string, std::int64_t, double, bool, Moment, List, Table> held;
};

struct Entry {
  std::string name;
  Position at;  // of the name
  Value value;
};

// Null when the table has no such entry.
const Entry* find(const Table& table, std::string_view name);

// "a string", "an integer" ...
std::string_view kind_of(const Value& value);

// `number` is what Position::file will be.  Throws ConfigError that names `file` and the
// place where it is no TOML.
Table parse_toml(std::string_view text, const std::string& file, unsigned number = 0);

// Takes over what a later document says: its tables are merged, its lists appended, and
// any other value replaces the earlier one.
void merge(Table& into, Table later);

// As TOML writes it, on one line.
std::string format_toml(const Value& value);

}  // namespace figured::config
