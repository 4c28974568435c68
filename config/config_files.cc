#include "config/config_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "config/config.h"

namespace figured::config {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error))
    throw ConfigError(path.string() + ": cannot be read: it is a folder");
  std::ifstream file(path);
  std::ostringstream text;
  if (!file) throw ConfigError(path.string() + ": cannot be read: " + std::strerror(errno));
  text << file.rdbuf();
  return text.str();
}

bool is_part(const fs::path& path) {
  return path.extension() == ".toml" && !path.filename().string().starts_with('.');
}

std::vector<fs::path> parts_beside(const fs::path& file) {
  const fs::path folder = file.parent_path() / "conf.d";
  std::vector<fs::path> parts;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return parts;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error))
    if (is_part(each->path())) parts.push_back(each->path());
  if (error) throw ConfigError(folder.string() + ": cannot be read: " + error.message());
  std::sort(parts.begin(), parts.end());
  return parts;
}

}  // namespace

ConfigFile read_config_file(const fs::path& file) { return {file, read_file(file)}; }

std::vector<ConfigFile> read_config_files(const fs::path& file) {
  std::vector<ConfigFile> files{read_config_file(file)};
  for (const fs::path& part : parts_beside(file)) files.push_back(read_config_file(part));
  return files;
}

Table parse_config_files(const std::vector<ConfigFile>& files) {
  Table document;
  std::string errors;
  for (std::size_t i = 0; i < files.size(); ++i) {
    try {
      merge(document, parse_toml(files[i].text, files[i].path.string(), static_cast<unsigned>(i)));
    } catch (const ConfigError& error) {
      errors += (errors.empty() ? "" : "\n") + std::string(error.what());
    }
  }
  if (!errors.empty()) throw ConfigError(errors);
  return document;
}

}  // namespace figured::config
