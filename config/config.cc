#include "config/config.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "config/sections.h"
#include "config/toml_document.h"

namespace figured::config {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    throw ConfigError(path.string() + ": cannot be read: it is a folder");
  std::ifstream file(path);
  std::ostringstream text;
  if (!file) throw ConfigError(path.string() + ": cannot be read: " + std::strerror(errno));
  text << file.rdbuf();
  return text.str();
}

}  // namespace

Config load_config(const std::filesystem::path& file) {
  return parse_config(read_file(file), file);
}

Config parse_config(std::string_view toml, const std::filesystem::path& file) {
  const Table table = parse_toml(toml, file.string());
  Problems problems;
  Source source{std::filesystem::absolute(file).parent_path(), problems};
  Config config = read_sections(table, source);
  problems.refuse(file.string());
  return config;
}

std::vector<alerts::Route> load_routes(const std::filesystem::path& file) {
  const Table table = parse_toml(read_file(file), file.string());
  Problems problems;
  Source source{std::filesystem::absolute(file).parent_path(), problems};
  std::vector<alerts::Route> routes;
  if (const Entry* route = find(table, "route"))
    routes = read_routes(route->value, source);
  else
    problems.add({}, "route", "is missing", "at least one [[route]]");
  problems.refuse(file.string());
  return routes;
}

}  // namespace figured::config
