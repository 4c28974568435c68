// Writes a configuration of figured that reads the wire's feeds and posts alerts
// to its webhook address.
#pragma once
#include <filesystem>
#include <string>

#include "wire/wire_server.h"

namespace figured::wire {

// The configuration as TOML.
std::string format_config(const WireServer& server, const std::filesystem::path& store);

// Puts `text` into the file in one step, so that who waits for the file finds
// it whole.  Throws std::filesystem::filesystem_error.
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace figured::wire
