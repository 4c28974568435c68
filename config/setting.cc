#include "config/setting.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <sstream>

#include "config/example_text.h"
#include "config/sections.h"
#include "net/http_client.h"

namespace figured::config {
namespace {

// What the daemon opens once.
constexpr std::array<std::string_view, 4> kRestart = {"store.path", "store.facts_memory",
                                                      "log.format", "control.path"};

// Chat services' URLs are secrets themselves, and so may a feed's query be.
constexpr std::array<std::string_view, 3> kAddresses = {"feed.url", "endpoint.url", "feed.proxy"};
constexpr std::array<std::string_view, 3> kSecrets = {"endpoint.secret", "endpoint.token",
                                                      "feed.headers"};

bool holds(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Value text_value(std::string text) { return {{}, std::move(text)}; }

void hide(Setting& setting, const std::string& name, const Value& value) {
  if (holds(kSecrets, name)) {
    setting.content = content_hash(setting.value);
    setting.value = "\"…\"";
  } else if (const auto* text = std::get_if<std::string>(&value.held);
             text && holds(kAddresses, name)) {
    setting.content = content_hash(*text);
    setting.value = format_toml(
        text_value(name == "endpoint.url" ? net::redact_path(*text) : net::redact_url(*text)));
  }
}

void list_table(const Table& table, const std::string& kind, const std::string& label,
                const Source& source, std::vector<Setting>& into) {
  for (const Entry& entry : table) {
    Setting setting{label, entry.name, format_toml(entry.value), source.problems.place(entry.at)};
    const auto content = source.contents.find(entry.value.at);
    if (content != source.contents.end()) setting.content = content->second;
    hide(setting, kind + "." + entry.name, entry.value);
    into.push_back(std::move(setting));
  }
}

// By its URL or its name; of several that look alike each has a number of its own.
std::string label_of(const Table& table, const std::string& kind, std::set<std::string>& taken) {
  const Entry* entry = find(table, kind == "feed" ? "url" : "name");
  const auto* text = entry ? std::get_if<std::string>(&entry->value.held) : nullptr;
  const std::string name = !text ? "" : kind == "feed" ? net::redact_url(*text) : *text;
  std::string label = kind + "[" + name + "]";
  for (int number = 2; !taken.insert(label).second; ++number)
    label = kind + "[" + name + " " + std::to_string(number) + "]";
  return label;
}

std::string kind_of_table(const std::string& label) { return label.substr(0, label.find('[')); }

const Setting* find_setting(const std::vector<Setting>& settings, const std::string& name) {
  for (const Setting& setting : settings)
    if (setting.name() == name) return &setting;
  return nullptr;
}

// Takes the '#' from "#interval = …", which says a default; "# key = …" is an example.
std::string with_defaults(std::string_view example) {
  std::istringstream lines{std::string(example)};
  std::string all;
  for (std::string line; std::getline(lines, line); all += line + "\n")
    if (line.size() > 1 && line[0] == '#' && line[1] >= 'a' && line[1] <= 'z') line.erase(0, 1);
  return all;
}

std::vector<Setting> settings_of(const std::string& toml) {
  Problems problems({"default"});
  const Source source{{"/"}, problems};
  std::vector<Setting> settings = list_settings(parse_toml(toml, "default"), source);
  for (Setting& setting : settings) {
    setting.table = kind_of_table(setting.table);
    setting.place = "default";
  }
  return settings;
}

}  // namespace

std::uint64_t content_hash(std::string_view content) {
  return std::max<std::uint64_t>(1, std::hash<std::string_view>()(content));
}

std::vector<Setting> list_settings(const Table& file, const Source& source) {
  std::vector<Setting> settings;
  std::set<std::string> taken;
  for (const Entry& entry : file) {
    if (const auto* table = std::get_if<Table>(&entry.value.held))
      list_table(*table, entry.name, entry.name, source, settings);
    const auto* list = std::get_if<List>(&entry.value.held);
    if (!list) continue;
    for (const Value& element : *list)
      if (const auto* table = std::get_if<Table>(&element.held))
        list_table(*table, entry.name, label_of(*table, entry.name, taken), source, settings);
  }
  return settings;
}

std::vector<SettingChange> compare_settings(const std::vector<Setting>& from,
                                            const std::vector<Setting>& to) {
  std::vector<SettingChange> changes;
  for (const Setting& before : from) {
    const Setting* after = find_setting(to, before.name());
    if (after && after->value == before.value && after->content == before.content) continue;
    changes.push_back(
        {before.name(), before.value, after ? after->value : "", needs_restart(before.name())});
  }
  for (const Setting& after : to)
    if (!find_setting(from, after.name()))
      changes.push_back({after.name(), "", after.value, needs_restart(after.name())});
  return changes;
}

bool needs_restart(std::string_view name) { return holds(kRestart, name); }

std::vector<Setting> settings_in_force(const std::vector<Setting>& now,
                                       const std::vector<Setting>& later) {
  std::vector<Setting> settings;
  for (const Setting& setting : later)
    if (!needs_restart(setting.name())) settings.push_back(setting);
  for (const Setting& setting : now)
    if (needs_restart(setting.name())) settings.push_back(setting);
  return settings;
}

std::vector<Setting> default_settings() {
  const std::vector<Setting> said = settings_of(std::string(kExampleText));
  std::vector<Setting> defaults;
  for (Setting& setting : settings_of(with_defaults(kExampleText)))
    if (!find_setting(said, setting.name())) defaults.push_back(std::move(setting));
  return defaults;
}

std::vector<Setting> effective_settings(const std::vector<Setting>& said) {
  const std::vector<Setting> defaults = default_settings();
  std::vector<std::string> tables;
  const auto add_table = [&tables](const std::string& table) {
    if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
  };
  for (const Setting& setting : said) add_table(setting.table);
  for (const Setting& setting : defaults)
    if (setting.table != "feed" && setting.table != "endpoint" && setting.table != "route")
      add_table(setting.table);
  std::vector<Setting> effective;
  for (const std::string& table : tables) {
    for (const Setting& setting : said)
      if (setting.table == table) effective.push_back(setting);
    for (Setting setting : defaults) {
      if (setting.table != kind_of_table(table)) continue;
      setting.table = table;
      if (!find_setting(said, setting.name())) effective.push_back(std::move(setting));
    }
  }
  return effective;
}

}  // namespace figured::config
