#include "config/config.h"

#include "config/config_files.h"
#include "config/sections.h"
#include "config/toml_document.h"

namespace figured::config {
namespace {

std::vector<std::string> names_of(const std::vector<ConfigFile>& files) {
  std::vector<std::string> names;
  for (const ConfigFile& file : files) names.push_back(file.path.string());
  return names;
}

std::vector<std::filesystem::path> folders_of(const std::vector<ConfigFile>& files) {
  std::vector<std::filesystem::path> folders;
  for (const ConfigFile& file : files)
    folders.push_back(std::filesystem::absolute(file.path).parent_path());
  return folders;
}

Config read(const std::vector<ConfigFile>& files, Secrets secrets) {
  const Table table = parse_config_files(files);
  Problems problems(names_of(files));
  Source source{folders_of(files), problems, secrets};
  Config config = read_sections(table, source);
  problems.refuse();
  return config;
}

}  // namespace

Config load_config(const std::filesystem::path& file, Secrets secrets) {
  return read(read_config_files(file), secrets);
}

Config parse_config(std::string_view toml, const std::filesystem::path& file) {
  return read({{file, std::string(toml)}}, Secrets::kAll);
}

std::vector<alerts::Route> load_routes(const std::filesystem::path& file) {
  const std::vector<ConfigFile> files{read_config_file(file)};
  const Table table = parse_config_files(files);
  Problems problems({file.string()});
  Source source{folders_of(files), problems, Secrets::kNone};
  std::vector<alerts::Route> routes;
  if (const Entry* route = find(table, "route"))
    routes = read_routes(route->value, source);
  else
    problems.add({}, "route", "is missing", "at least one [[route]]");
  problems.refuse();
  return routes;
}

}  // namespace figured::config
