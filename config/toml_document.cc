#include "config/toml_document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>

#include "config/config.h"

namespace figured::config {
namespace {

// A document as it becomes a tree.
class Conversion {
 public:
  explicit Conversion(unsigned file) : file_(file) {}

  Table table(const toml::table& table) const {
    Table entries;
    for (const auto& [key, node] : table)
      entries.push_back({std::string(key.str()), position(key.source()), value(node)});
    return entries;
  }

 private:
  Position position(const toml::source_region& source) const {
    return {file_, source.begin.line, source.begin.column};
  }

  List list(const toml::array& array) const {
    List list;
    for (const toml::node& node : array) list.push_back(value(node));
    return list;
  }

  Value value(const toml::node& node) const {
    Value value{position(node.source()), Moment{}};
    if (const auto* text = node.as_string()) value.held = text->get();
    if (const auto* integer = node.as_integer()) value.held = integer->get();
    if (const auto* number = node.as_floating_point()) value.held = number->get();
    if (const auto* truth = node.as_boolean()) value.held = truth->get();
    if (const auto* array = node.as_array()) value.held = list(*array);
    if (const auto* inner = node.as_table()) value.held = table(*inner);
    return value;
  }

  const unsigned file_;
};

std::string format_text(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n')
      quoted += "\\n";
    else
      quoted += c;
  }
  return quoted + "\"";
}

std::string format_number(double number) {
  std::ostringstream text;
  text << number;
  return text.str();
}

template <class Items, class Format>
std::string joined(const Items& items, const Format& format) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + format(item);
  return all;
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

Table parse_toml(std::string_view text, const std::string& file, unsigned number) {
  try {
    return Conversion(number).table(toml::parse(text));
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    throw ConfigError(file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                      ": is not TOML: " + std::string(error.description()));
  }
}

void merge(Table& into, Table later) {
  for (Entry& entry : later) {
    const auto found = std::find_if(
        into.begin(), into.end(), [&](const Entry& earlier) { return earlier.name == entry.name; });
    if (found == into.end()) {
      into.push_back(std::move(entry));
      continue;
    }
    auto* table = std::get_if<Table>(&found->value.held);
    auto* more = std::get_if<Table>(&entry.value.held);
    auto* list = std::get_if<List>(&found->value.held);
    auto* longer = std::get_if<List>(&entry.value.held);
    if (table && more)
      merge(*table, std::move(*more));
    else if (list && longer)
      std::move(longer->begin(), longer->end(), std::back_inserter(*list));
    else
      *found = std::move(entry);
  }
}

std::string format_toml(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.held)) return format_text(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&value.held)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&value.held)) return format_number(*number);
  if (const auto* truth = std::get_if<bool>(&value.held)) return *truth ? "true" : "false";
  if (const auto* list = std::get_if<List>(&value.held))
    return "[" + joined(*list, format_toml) + "]";
  const auto entry = [](const Entry& each) { return each.name + " = " + format_toml(each.value); };
  if (const auto* table = std::get_if<Table>(&value.held)) return "{" + joined(*table, entry) + "}";
  return "";
}

}  // namespace figured::config
