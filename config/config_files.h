// The files of a configuration: FILE itself, then those of the folder conf.d beside it
// whose names end in ".toml" and do not begin with a dot, in the order of their names.
//
// A later file adds [[feed]], [[endpoint]] and [[route]] tables, and its other keys
// replace those of an earlier one.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "config/toml_document.h"

namespace figured::config {

struct ConfigFile {
  std::filesystem::path path;
  std::string text;
};

// One file.  Throws ConfigError where it cannot be read.
ConfigFile read_config_file(const std::filesystem::path& file);

// Throws ConfigError where one of them cannot be read.
std::vector<ConfigFile> read_config_files(const std::filesystem::path& file);

// As one document.  Throws ConfigError that says where each of them is no TOML.
Table parse_config_files(const std::vector<ConfigFile>& files);

}  // namespace figured::config
