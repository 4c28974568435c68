#include "config/toml_document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "config/config.h"

namespace figured::config {
namespace {

Position position(const toml::source_region& source) {
  return {source.begin.line, source.begin.column};
}

Value convert(const toml::node& node);

List convert_list(const toml::array& array) {
  List list;
  for (const toml::node& node : array) list.push_back(convert(node));
  return list;
}

Table convert_table(const toml::table& table) {
  Table entries;
  for (const auto& [key, node] : table)
    entries.push_back({std::string(key.str()), position(key.source()), convert(node)});
  return entries;
}

Value convert(const toml::node& node) {
  Value value{position(node.source()), Moment{}};
  if (const auto* text = node.as_string()) value.held = text->get();
  if (const auto* integer = node.as_integer()) value.held = integer->get();
  if (const auto* number = node.as_floating_point()) value.held = number->get();
  if (const auto* truth = node.as_boolean()) value.held = truth->get();
  if (const auto* array = node.as_array()) value.held = convert_list(*array);
  if (const auto* table = node.as_table()) value.held = convert_table(*table);
  return value;
}

}  // namespace

const Entry* find(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Entry& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::string_view kind_of(const Value& value) {
  constexpr std::array<std::string_view, 7> kKinds = {
      "a string", "an integer", "a number", "true or false", "a date or time", "a list", "a table"};
  return kKinds.at(value.held.index());
}

Table parse_toml(std::string_view text, const std::string& file) {
  try {
    return convert_table(toml::parse(text));
  } catch (const toml::parse_error& error) {
    const Position at = position(error.source());
    throw ConfigError(file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                      ": is not TOML: " + std::string(error.description()));
  }
}

}  // namespace figured::config
